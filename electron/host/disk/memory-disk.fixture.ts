/** A disk in memory that can fill up, fail and lose power the way real ones do: only what was flushed is sure to be there afterwards. */
import { posix } from 'node:path';
import type { Disk, DiskFile } from './disk.ts';

type Operation = 'open' | 'read' | 'write' | 'flush' | 'truncate' | 'rename' | 'remove' | 'flushFolder';

interface Inode {
  /** What a power cut leaves. */
  durable: Buffer;
  current: Buffer;
}

export interface MemoryDisk extends Disk {
  /** The next `times` operations of this sort fail with this code; a write gets half its bytes down before. */
  failNext(operation: Operation, code: string, times?: number): void;
  /** Bytes all files together may hold. */
  setCapacity(bytes: number): void;
  /** The disk after the power came back: unflushed writes are there wholly, in part, as zeros or not at all. */
  cutPower(random: () => number): MemoryDisk;
  /** How often an operation was done. */
  count(operation: Operation): number;
  paths(): string[];
  contents(path: string): Buffer;
  /** Changes bytes behind everybody's back. */
  alter(path: string, change: (content: Buffer) => Buffer): void;
}

export function aMemoryDisk(): MemoryDisk {
  return makeDisk(new Map(), new Map());
}

function makeDisk(durableNames: Map<string, Inode>, names: Map<string, Inode>): MemoryDisk {
  const failures = new Map<Operation, { code: string; times: number }>();
  const counts = new Map<Operation, number>();
  let capacity = Infinity;

  function enter(operation: Operation): void {
    counts.set(operation, (counts.get(operation) ?? 0) + 1);
    const failure = failures.get(operation);
    if (!failure || failure.times === 0) return;
    failure.times -= 1;
    throw systemError(failure.code);
  }

  function used(): number {
    return [...new Set(names.values())].reduce((sum, { current }) => sum + current.length, 0);
  }

  function openInode(inode: Inode): DiskFile {
    return {
      read: async (position, length) => {
        enter('read');
        return Buffer.from(inode.current.subarray(position, position + length));
      },
      write: async (position, content) => {
        const before = inode.current;
        try {
          enter('write');
        } catch (problem) {
          inode.current = put(before, position, content.subarray(0, content.length >> 1));
          throw problem;
        }
        inode.current = put(before, position, content);
        if (used() <= capacity) return;
        const over = used() - capacity;
        inode.current = put(before, position, content.subarray(0, Math.max(0, content.length - over)));
        throw systemError('ENOSPC');
      },
      flush: async () => {
        enter('flush');
        inode.durable = inode.current;
      },
      truncate: async (length) => {
        enter('truncate');
        inode.current = Buffer.concat([inode.current.subarray(0, length)]);
      },
      size: async () => inode.current.length,
      close: async () => undefined,
    };
  }

  return {
    open: async (path, mode) => {
      enter('open');
      const known = names.get(path);
      if (known) return openInode(known);
      if (mode === 'read') throw systemError('ENOENT');
      const made = { durable: Buffer.alloc(0), current: Buffer.alloc(0) };
      names.set(path, made);
      return openInode(made);
    },
    list: async (folder) => {
      const inside = [...names.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
      return [...new Set(inside.map((path) => path.split('/')[0] ?? ''))];
    },
    makeFolder: async () => undefined,
    rename: async (from, to) => {
      enter('rename');
      const inode = names.get(from);
      if (!inode) throw systemError('ENOENT');
      names.delete(from);
      names.set(to, inode);
    },
    remove: async (path) => {
      enter('remove');
      for (const name of names.keys()) if (name === path || name.startsWith(`${path}/`)) names.delete(name);
    },
    flushFolder: async (folder) => {
      enter('flushFolder');
      const inFolder = (path: string): boolean => posix.dirname(path) === folder;
      for (const path of durableNames.keys()) if (inFolder(path) && !names.has(path)) durableNames.delete(path);
      for (const [path, inode] of names) if (inFolder(path)) durableNames.set(path, inode);
    },
    freeBytes: async () => Math.max(0, capacity - used()),
    failNext: (operation, code, times = 1) => void failures.set(operation, { code, times }),
    setCapacity: (bytes) => {
      capacity = bytes;
    },
    cutPower: (random) => {
      const kept = new Map<string, Inode>();
      // A name that was not flushed may have reached the disk or not.
      const candidates = new Map([...durableNames, ...[...names].filter(() => random() < 0.5)]);
      const gone = new Set([...durableNames.keys()].filter((path) => !names.has(path) && random() < 0.5));
      const left = new Map<Inode, Inode>();
      for (const [path, inode] of candidates) {
        if (gone.has(path)) continue;
        const content = left.get(inode)?.current ?? afterCut(inode, random);
        const copy = left.get(inode) ?? { durable: content, current: content };
        left.set(inode, copy);
        kept.set(path, copy);
      }
      return makeDisk(new Map(kept), kept);
    },
    count: (operation) => counts.get(operation) ?? 0,
    paths: () => [...names.keys()],
    contents: (path) => {
      const inode = names.get(path);
      if (!inode) throw systemError('ENOENT');
      return inode.current;
    },
    alter: (path, change) => {
      const inode = names.get(path);
      if (!inode) throw systemError('ENOENT');
      inode.current = change(Buffer.from(inode.current));
      inode.durable = inode.current;
    },
  };
}

function put(before: Buffer, position: number, content: Uint8Array): Buffer {
  const after = Buffer.alloc(Math.max(before.length, position + content.length));
  before.copy(after);
  after.set(content, position);
  return after;
}

function afterCut({ durable, current }: Inode, random: () => number): Buffer {
  const choice = random();
  if (choice < 0.3) return durable;
  if (choice < 0.5) return current;
  const length = durable.length + Math.floor(random() * Math.max(0, current.length - durable.length + 1));
  const part = Buffer.from(current.subarray(0, length));
  // The length arrived before the data did.
  if (choice < 0.75 && length > durable.length) part.fill(0, durable.length + Math.floor(random() * (length - durable.length)));
  return part;
}

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}
