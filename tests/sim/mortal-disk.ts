/** A desk's disk as the simulation needs it: it dies after so many operations, in the middle of whatever is being written. */
import type { MemoryDisk } from '#electron/host/disk/memory-disk.fixture.ts';
import type { Disk, DiskFile } from '#electron/host/disk/disk.ts';

export interface MortalDisk extends Disk {
  /** Everything after this many operations hangs for ever: the computer has no power. */
  dieAfter(operations: number): void;
  isDead(): boolean;
  /** Resolves when the power is gone. */
  died: Promise<void>;
}

export function aMortalDisk(disk: MemoryDisk): MortalDisk {
  let left = Infinity;
  let isDead = false;
  let tellDeath: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    tellDeath = resolve;
  });
  const never = new Promise<never>(() => undefined);

  function die(): void {
    isDead = true;
    tellDeath();
  }

  async function alive<T>(operation: () => Promise<T>): Promise<T> {
    if (!isDead && left <= 0) die();
    left -= 1;
    return isDead ? never : operation();
  }

  function mortalFile(file: DiskFile): DiskFile {
    return {
      read: (position, length) => alive(() => file.read(position, length)),
      write: (position, content) => alive(() => file.write(position, content)),
      flush: () => alive(() => file.flush()),
      truncate: (length) => alive(() => file.truncate(length)),
      size: () => alive(() => file.size()),
      close: () => alive(() => file.close()),
    };
  }

  return {
    open: (path, mode) => alive(async () => mortalFile(await disk.open(path, mode))),
    list: (folder) => alive(() => disk.list(folder)),
    makeFolder: (folder) => alive(() => disk.makeFolder(folder)),
    rename: (from, to) => alive(() => disk.rename(from, to)),
    remove: (path) => alive(() => disk.remove(path)),
    flushFolder: (folder) => alive(() => disk.flushFolder(folder)),
    freeBytes: (folder) => alive(() => disk.freeBytes(folder)),
    dieAfter: (operations) => {
      if (operations === 0) die();
      else left = operations;
    },
    isDead: () => isDead,
    died,
  };
}

/** An image of the disk as it is now, flushed or not. */
export function imageOf(disk: MemoryDisk): MemoryDisk {
  return disk.cutPower(() => 0.45);
}

export function usedBytes(disk: MemoryDisk): number {
  return disk.paths().reduce((sum, path) => sum + disk.contents(path).length, 0);
}
