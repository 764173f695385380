import type { Disk } from './disk.ts';

/** Below this the page says so; saving still works. */
const LOW_BYTES = 500 * 1024 * 1024;
const INTERVAL = 60_000;

/** Looks at the disk now and then, and tells once when it runs low, again when it has run low anew. Returns the function that stops it. */
export function watchFreeSpace(disk: Pick<Disk, 'freeBytes'>, folder: string, onLow: (freeBytes: number) => void): () => void {
  let wasLow = false;
  const look = async (): Promise<void> => {
    const freeBytes = await disk.freeBytes(folder).catch(() => Infinity);
    const isLow = freeBytes < LOW_BYTES;
    if (isLow && !wasLow) onLow(freeBytes);
    wasLow = isLow;
  };
  void look();
  const timer = setInterval(() => void look(), INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}
