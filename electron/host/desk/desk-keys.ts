import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { HostFailure } from '#shared/host/contract.ts';
import type { Disk } from '../disk/disk.ts';
import { readWhole, writeWhole } from '../disk/whole-file.ts';
import { keyName } from '../snapshots/snapshot-format.ts';

export interface DeskKeys {
  /** What new snapshots are sealed with; a key file is made at the first call. */
  current(): Promise<Uint8Array>;
  /** All keys of this computer by name: the desk may have run with a keychain before, or without. */
  all: ReadonlyMap<string, Uint8Array>;
}

const KEY_BYTES = 32;

/** @param sealedKey the key kept by the system's keychain; null where there is none, and a file readable by its owner stands in */
export async function readDeskKeys(disk: Disk, folder: string, sealedKey: (() => Promise<Uint8Array>) | null): Promise<DeskKeys> {
  const path = join(folder, 'key');
  const all = new Map<string, Uint8Array>();
  const know = (key: Uint8Array): Uint8Array => {
    all.set(keyName(key), key);
    return key;
  };
  const stored = await readKeyFile(disk, path);
  if (stored) know(stored);
  let current = sealedKey === null ? stored : know(await sealedKey());
  return {
    all,
    current: async () => {
      current ??= know(await makeKeyFile(disk, path));
      return current;
    },
  };
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
