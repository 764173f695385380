import { createHash } from 'node:crypto';
import { HostFailure } from '#shared/host/contract.ts';
import type { Disk, DiskFile } from '../disk/disk.ts';
import {
  contentsSchema,
  HEAD_LIMIT,
  headSchema,
  openBlock,
  SNAPSHOT_MARK,
  TRAILER_BYTES,
  type SnapshotContents,
  type SnapshotHead,
} from './snapshot-format.ts';

/** The keys this computer has, by name: the system's keychain and the key file may both have been used. */
export type Keys = ReadonlyMap<string, Uint8Array>;

export interface OpenSnapshot {
  head: SnapshotHead;
  contents: SnapshotContents;
  bytes: number;
  /** JSON texts of the documents in one block. */
  block(index: number): Promise<string[]>;
  /** Reads every byte and compares the sum; rejects with HostFailure 'damaged'. */
  verify(): Promise<void>;
  close(): Promise<void>;
}

const CHUNK = 1024 * 1024;

/** Only the head: what can be said of a snapshot without its key. */
export async function readHead(file: DiskFile): Promise<{ head: SnapshotHead; headBytes: Buffer }> {
  const start = await file.read(0, HEAD_LIMIT);
  const end = start.indexOf(0x0a);
  if (end < 0 || start.toString('latin1', 0, SNAPSHOT_MARK.length) !== SNAPSHOT_MARK) throw damaged('no head');
  const headBytes = start.subarray(0, end + 1);
  const parsed = headSchema.safeParse(parseJson(headBytes.toString('utf8', SNAPSHOT_MARK.length)));
  if (!parsed.success) throw damaged('the head cannot be read');
  return { head: parsed.data, headBytes };
}

/** Rejects with HostFailure 'damaged' | 'not-found'. */
export async function openSnapshot(disk: Disk, path: string, keys: Keys): Promise<OpenSnapshot> {
  const file = await disk.open(path, 'read').catch(() => {
    throw new HostFailure('not-found', `no snapshot ${path}`);
  });
  try {
    return await openFile(file, keys);
  } catch (problem) {
    await file.close();
    throw problem;
  }
}

async function openFile(file: DiskFile, keys: Keys): Promise<OpenSnapshot> {
  const { head, headBytes } = await readHead(file);
  const bytes = await file.size();
  const key = keys.get(head.key);
  if (!key) throw damaged('it was made with a key this computer does not have');
  if (bytes < headBytes.length + TRAILER_BYTES) throw damaged('it is too short');
  const trailer = await file.read(bytes - TRAILER_BYTES, TRAILER_BYTES);
  const tableAt = Number(trailer.readBigUInt64LE(0));

  async function blockAt(offset: number, place: number): Promise<string> {
    const length = (await file.read(offset, 4)).readUInt32LE(0);
    if (offset + 4 + length > bytes) throw damaged('a block goes beyond the end');
    return openBlock(await file.read(offset + 4, length), key ?? new Uint8Array(), headBytes, place);
  }

  const contents = await orDamaged(async () => contentsSchema.parse(JSON.parse(await blockAt(tableAt, -1))));
  return {
    head,
    contents,
    bytes,
    block: (index) => orDamaged(async () => (await blockAt(contents.blocks[index]?.offset ?? -1, index)).split('\n')),
    verify: async () => {
      const hash = createHash('sha256');
      const end = bytes - 32;
      for (let at = 0; at < end; at += CHUNK) hash.update(await file.read(at, Math.min(CHUNK, end - at)));
      if (!hash.digest().equals(trailer.subarray(8))) throw damaged('its sum is wrong');
    },
    close: () => file.close(),
  };
}

/** Whatever goes wrong with a block's bytes, the answer to the user is the same. */
async function orDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    throw problem instanceof HostFailure ? problem : damaged(problem instanceof Error ? problem.message : String(problem));
  }
}

function damaged(reason: string): HostFailure {
  return new HostFailure('damaged', `snapshot: ${reason}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
