import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { HostFailure } from '#shared/host/contract.ts';
import type { Disk } from '../disk/disk.ts';
import { readWhole, writeWhole } from '../disk/whole-file.ts';
import { keyName } from '../snapshots/snapshot-format.ts';

export interface DeskKeys {
  /** What new snapshots are sealed with. */
  current: Uint8Array;
  /** All keys of this computer by name: the desk may have run with a keychain before, or without. */
  all: ReadonlyMap<string, Uint8Array>;
}

const KEY_BYTES = 32;

/** @param sealedKey the key kept by the system's keychain; null where there is none, and a file readable by its owner stands in */
export async function readDeskKeys(disk: Disk, folder: string, sealedKey: (() => Promise<Uint8Array>) | null): Promise<DeskKeys> {
  const path = join(folder, 'key');
  const stored = await readKeyFile(disk, path);
  const current = sealedKey === null ? (stored ?? (await makeKeyFile(disk, path))) : await sealedKey();
  const all = new Map([[keyName(current), current]]);
  if (stored) all.set(keyName(stored), stored);
  return { current, all };
}

async function readKeyFile(disk: Disk, path: string): Promise<Uint8Array | null> {
  const content = await readWhole(disk, path);
  if (content === null) return null;
  const key = new Uint8Array(Buffer.from(content.toString('utf8').trim(), 'hex'));
  // A new key would make every snapshot unreadable for good: better to stop and let a person look.
  if (key.length !== KEY_BYTES) throw new HostFailure('damaged', `${path} is not a key`);
  return key;
}

async function makeKeyFile(disk: Disk, path: string): Promise<Uint8Array> {
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  await writeWhole(disk, path, Buffer.from(key).toString('hex'));
  return key;
}
