/** Reads the journal's folder at start: what is there, what is missing, what was torn and is mended. */
import { join } from 'node:path';
import type { HostInfo } from '#shared/host/contract.ts';
import { unlessFull, type Disk } from '../disk/disk.ts';
import { readWhole, writeWhole } from '../disk/whole-file.ts';
import type { FrameMeta } from './frame.ts';
import { scanSegment, type Hole } from './scan-segment.ts';

export type Damage = HostInfo['damaged'][number];

export interface Segment {
  name: string;
  /** Bytes of whole frames; where the next one goes. */
  size: number;
}

/** Where an entry lies. */
export interface Place {
  seq: number;
  segment: Segment;
  offset: number;
  length: number;
}

export interface LoadedSegments {
  /** In order of their entries; the last one may be continued unless `isClosed`. */
  segments: Segment[];
  isClosed: boolean;
  entries: (Place & { meta: FrameMeta })[];
  damaged: Damage[];
  lastSeq: number;
  /** Sum of the last frame, '' when it is not known. */
  lastSum: string;
}

const segmentName = /^\d{12}\.journal$/;

export function segmentNameOf(seq: number): string {
  return `${String(seq).padStart(12, '0')}.journal`;
}

/** @param cleared every entry up to here was removed on purpose; null when nobody knows */
export async function loadSegments(disk: Disk, folder: string, cleared: number | null): Promise<LoadedSegments> {
  const names = (await disk.list(folder)).filter((name) => segmentName.test(name)).toSorted();
  const loaded: LoadedSegments = { segments: [], isClosed: false, entries: [], damaged: [], lastSeq: cleared ?? 0, lastSum: '' };
  let last: Place | null = null;
  let hole: (Hole & { file: string }) | null = null;
  let knowsStart = cleared !== null;

  for (const name of names) {
    const content = (await readWhole(disk, join(folder, name))) ?? Buffer.alloc(0);
    const { frames, holes, torn } = scanSegment(content);
    const segment = { name, size: content.length };
    loaded.segments.push(segment);
    for (const { seq, offset, length, before, sum, meta } of frames) {
      hole = holesBefore(holes, offset, name) ?? hole;
      // Cleared away already, or written twice: what came first counts.
      if (seq <= loaded.lastSeq) continue;
      if (knowsStart && seq > loaded.lastSeq + 1) {
        loaded.damaged.push(lost(hole, name, loaded.lastSeq + 1, seq - 1));
      } else if (last !== null && loaded.lastSum !== '' && before !== loaded.lastSum) {
        // The frame says what stood before it, and that is not what stands there now.
        loaded.damaged.push({ file: last.segment.name, offset: last.offset, bytes: last.length, fromSeq: last.seq, toSeq: last.seq });
      }
      hole = null;
      knowsStart = true;
      last = { seq, segment, offset, length };
      loaded.entries.push({ ...last, meta });
      loaded.lastSeq = seq;
      loaded.lastSum = sum;
    }
    hole = holesBefore(holes, content.length, name) ?? hole;
    if (torn === null) continue;
    if (name === names.at(-1)) {
      await setTornAside(disk, folder, segment, content.subarray(torn.offset));
      segment.size = torn.offset;
    } else {
      hole = { ...torn, file: name };
    }
  }
  if (hole !== null) {
    loaded.damaged.push(lost(hole, hole.file, loaded.lastSeq + 1, loaded.lastSeq + hole.frames));
    loaded.lastSeq += hole.frames;
    loaded.lastSum = '';
    loaded.isClosed = hole.file === names.at(-1);
  }
  return loaded;
}

/** Takes the holes before `offset` off the list and gives the last of them. */
function holesBefore(holes: Hole[], offset: number, file: string): (Hole & { file: string }) | null {
  let found = null;
  while (holes[0] && holes[0].offset < offset) found = holes.shift() ?? null;
  return found === null ? null : { ...found, file };
}

function lost(hole: (Hole & { file: string }) | null, file: string, fromSeq: number, toSeq: number): Damage {
  return { file: hole?.file ?? file, offset: hole?.offset ?? 0, bytes: hole?.bytes ?? 0, fromSeq, toSeq };
}

/** Nobody was told these bytes were saved. They are kept all the same: a person may want to look. */
async function setTornAside(disk: Disk, folder: string, segment: Segment, tail: Buffer): Promise<void> {
  const offset = segment.size - tail.length;
  await keepAside().catch(unlessFull);
  const file = await disk.open(join(folder, segment.name), 'write');
  try {
    await file.truncate(offset);
    await file.flush();
  } finally {
    await file.close();
  }

  async function keepAside(): Promise<void> {
    await disk.makeFolder(join(folder, 'torn'));
    await writeWhole(disk, join(folder, 'torn', `${segment.name}-${offset}-${tail.length}`), tail);
  }
}
