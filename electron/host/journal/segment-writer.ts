/** Appends to the journal's files. Bytes count only after their flush; when that fails the file is mended before anything else is written. */
import { join } from 'node:path';
import { HostFailure } from '#shared/host/contract.ts';
import { errorCode, isDiskFull, type Disk, type DiskFile } from '../disk/disk.ts';
import { segmentNameOf, type Segment } from './load-segments.ts';

export interface SegmentWriter {
  /** Resolves when the contents survive a power cut. After a rejection none of it is in the journal, or will not be once writing works again. */
  write(seq: number, content: Buffer): Promise<{ segment: Segment; offset: number }>;
  /** The next write begins a new file. */
  rotate(): Promise<void>;
}

export interface SegmentWriterOptions {
  disk: Disk;
  folder: string;
  /** Continued when there is room in it. */
  current: Segment | null;
  /** Bytes after which a new file is begun. */
  segmentBytes: number;
  /** A file was made; nothing is written to it before this resolves. */
  onNewSegment(segment: Segment): Promise<void>;
  /** A file that was mended after a failed write: its earlier entries are to be looked at again. */
  onMended(segment: Segment): Promise<void>;
}

export function createSegmentWriter(options: SegmentWriterOptions): SegmentWriter {
  const { disk, folder, segmentBytes, onNewSegment, onMended } = options;
  let current = options.current;
  let file: DiskFile | null = null;
  let broken: Segment | null = null;

  async function closeFile(): Promise<void> {
    const closing = file;
    file = null;
    await closing?.close().catch(() => undefined);
  }

  /** Cuts off what a failed write may have left. While this fails nothing is written at all: two ends of a journal are none. */
  async function mend(segment: Segment): Promise<void> {
    const path = join(folder, segment.name);
    const mending = await disk.open(path, 'write');
    try {
      await mending.truncate(segment.size);
      await mending.flush();
    } finally {
      await mending.close();
    }
    broken = null;
    current = null;
    await onMended(segment);
  }

  async function openFor(seq: number): Promise<{ file: DiskFile; segment: Segment }> {
    if (broken) await mend(broken);
    if (current && current.size >= segmentBytes) {
      await closeFile();
      current = null;
    }
    const segment = current ?? { name: segmentNameOf(seq), size: 0 };
    if (file === null) {
      file = await disk.open(join(folder, segment.name), 'write');
      if (current === null) {
        // A name left by a write that failed; its bytes were cut off when it was mended.
        await file.truncate(0);
        await disk.flushFolder(folder);
        await onNewSegment(segment);
        current = segment;
      }
    }
    return { file, segment };
  }

  return {
    write: async (seq, content) => {
      try {
        const { file: open, segment } = await openFor(seq);
        const offset = segment.size;
        await open.write(offset, content);
        await open.flush();
        segment.size += content.length;
        return { segment, offset };
      } catch (problem) {
        await closeFile();
        broken = current;
        // At once, so that a restart does not bring back what was refused; if it fails, before the next write.
        if (broken) await mend(broken).catch(() => undefined);
        throw problem;
      }
    },
    rotate: async () => {
      await closeFile();
      if (broken) await mend(broken);
      current = null;
    },
  };
}

/** Why nothing could be written, as the page is told. */
export function toFailure(problem: unknown): HostFailure {
  const message = problem instanceof Error ? problem.message : String(problem);
  if (isDiskFull(problem)) return new HostFailure('disk-full', message);
  return new HostFailure(['EROFS', 'EACCES', 'EPERM'].includes(errorCode(problem)) ? 'read-only' : 'journal-failed', message);
}
