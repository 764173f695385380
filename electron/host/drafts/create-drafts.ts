/** Papers that are being written: one file each, replaced as a whole at every change. */
import { join } from 'node:path';
import { z } from 'zod';
import { HostFailure, type HostHandlers } from '#shared/host/contract.ts';
import type { Disk } from '../disk/disk.ts';
import { jsonFile } from '../disk/json-file.ts';

const draftSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  owner: z.string(),
  at: z.number().int(),
  title: z.string(),
  body: z.unknown(),
});

const draftName = /^[0-9A-Z]{26}\.json$/;
const MOST_BYTES = 4 * 1024 * 1024;

export type Drafts = Pick<HostHandlers, 'drafts.list' | 'drafts.put' | 'drafts.remove'>;

export interface DraftsOptions {
  disk: Disk;
  folder: string;
  now(): number;
  log(level: 'error', message: string): void;
}

export function createDrafts({ disk, folder, now, log }: DraftsOptions): Drafts {
  return {
    'drafts.list': async () => {
      const names = (await disk.list(folder)).filter((name) => draftName.test(name));
      const drafts = await Promise.all(names.map((name) => jsonFile(disk, join(folder, name), draftSchema).read()));
      for (const [index, draft] of drafts.entries()) if (draft === 'damaged') log('error', `draft ${names[index] ?? ''} cannot be read`);
      return drafts.filter((draft) => draft !== 'damaged' && draft !== 'missing').toSorted((a, b) => b.at - a.at);
    },
    'drafts.put': async (draft) => {
      const at = now();
      if (JSON.stringify(draft.body ?? null).length > MOST_BYTES) throw new HostFailure('too-large', 'a draft of more than 4 MB');
      await disk.makeFolder(folder);
      await jsonFile(disk, join(folder, `${draft.id}.json`), draftSchema).write({ ...draft, at });
      return { at };
    },
    'drafts.remove': async ({ id }) => {
      await disk.remove(join(folder, `${id}.json`));
      return undefined;
    },
  };
}
