import { join } from 'node:path';
import type { Disk, DiskFile } from '../disk/disk.ts';
import { readWhole } from '../disk/whole-file.ts';

/** A document at some moment: its id and its JSON text. */
export interface Version {
  id: string;
  text: string;
}

export interface Buckets {
  put(version: Version): Promise<void>;
  /** Every bucket's versions, in the order they were put. All versions of an id are in one bucket. */
  all(): AsyncGenerator<Version[]>;
  remove(): Promise<void>;
}

const BUCKET_BYTES = 8 * 1024 * 1024;
/** Texts of all buckets kept in memory before they go to their files. */
const BUFFERED = 4 * 1024 * 1024;

export async function openBuckets(disk: Disk, folder: string, bytes: number): Promise<Buckets> {
  const count = Math.max(1, Math.ceil(bytes / BUCKET_BYTES));
  const buffers: string[][] = Array.from({ length: count }, () => []);
  const files = new Map<number, { file: DiskFile; size: number }>();
  let buffered = 0;
  await disk.remove(folder);

  async function fileOf(index: number): Promise<{ file: DiskFile; size: number }> {
    const known = files.get(index);
    if (known) return known;
    await disk.makeFolder(folder);
    const opened = { file: await disk.open(join(folder, String(index)), 'write'), size: 0 };
    files.set(index, opened);
    return opened;
  }

  async function spill(): Promise<void> {
    for (const [index, lines] of buffers.entries()) {
      if (lines.length === 0) continue;
      const target = await fileOf(index);
      const content = Buffer.from(lines.join(''));
      await target.file.write(target.size, content);
      target.size += content.length;
      lines.length = 0;
    }
    buffered = 0;
  }

  return {
    put: async ({ id, text }) => {
      buffers[bucketOf(id, count)]?.push(`${id} ${text}\n`);
      buffered += text.length;
      // A small book never touches the disk.
      if (buffered > BUFFERED) await spill();
    },
    all: async function* () {
      for (const [index, lines] of buffers.entries()) {
        const stored = files.has(index) ? ((await readWhole(disk, join(folder, String(index))))?.toString('utf8') ?? '') : '';
        yield toVersions(stored + lines.join(''));
        lines.length = 0;
      }
    },
    remove: async () => {
      for (const { file } of files.values()) await file.close();
      await disk.remove(folder);
    },
  };
}

/** Ids are random at their end; their beginning is the time. */
function bucketOf(id: string, count: number): number {
  let sum = 0;
  for (const character of id.slice(-6)) sum = (sum * 32 + character.charCodeAt(0)) % 1_000_003;
  return sum % count;
}

function toVersions(lines: string): Version[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ id: line.slice(0, line.indexOf(' ')), text: line.slice(line.indexOf(' ') + 1) }));
}
