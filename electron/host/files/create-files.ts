/** Photos, scans and attachments, named by what is in them. A file never changes, so the same one is stored once. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { HostFailure, type HostHandlers } from '#shared/host/contract.ts';
import type { Disk } from '../disk/disk.ts';
import { jsonFile } from '../disk/json-file.ts';
import { readWhole, writeWhole } from '../disk/whole-file.ts';

const aboutSchema = z.strictObject({ type: z.string(), name: z.string() });
const MOST_BYTES = 20 * 1024 * 1024;

export interface Files {
  handlers: Pick<HostHandlers, 'files.put' | 'files.get'>;
  has(hash: string): boolean;
  hashes(): string[];
}

export async function openFiles(disk: Disk, folder: string): Promise<Files> {
  const known = new Set<string>();
  for (const part of await disk.list(folder)) for (const name of await disk.list(join(folder, part))) if (isHash(name)) known.add(name);
  // The first two digits keep folders small.
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);

  const handlers: Files['handlers'] = {
    'files.put': async ({ type, name, content }) => {
      if (content.length > MOST_BYTES) throw new HostFailure('too-large', `a file of ${content.length} bytes`);
      const hash = hashOf(content);
      const path = pathOf(hash);
      const stored = await readWhole(disk, path);
      // One that rotted on the disk is healed by the next copy of it.
      if (stored === null || hashOf(stored) !== hash) {
        await disk.makeFolder(join(folder, hash.slice(0, 2)));
        await jsonFile(disk, `${path}.json`, aboutSchema).write({ type, name });
        await writeWhole(disk, path, content);
      }
      known.add(hash);
      return { hash, size: content.length };
    },
    'files.get': async ({ hash }) => {
      const content = await readWhole(disk, pathOf(hash));
      if (content === null) throw new HostFailure('not-found', `no file ${hash}`);
      if (hashOf(content) !== hash) throw new HostFailure('damaged', `the bytes of ${hash} were altered`);
      const about = await jsonFile(disk, `${pathOf(hash)}.json`, aboutSchema).read();
      const { type, name } = typeof about === 'object' ? about : { type: 'application/octet-stream', name: hash };
      return { type, name, content: new Uint8Array(content.buffer, content.byteOffset, content.length) };
    },
  };
  return { handlers, has: (hash) => known.has(hash), hashes: () => [...known] };
}

function isHash(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
