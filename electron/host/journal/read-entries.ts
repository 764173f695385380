/** Reads entries back, each checked against its sum again: disks forget between a start and a read. */
import { join } from 'node:path';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Disk } from '../disk/disk.ts';
import { decodeFrame, type Frame } from './frame.ts';
import type { Place } from './load-segments.ts';

/**
 * The frames at `places[start]` and after, at most `limit` of them or about `bytes`, at least one; all from one file. Frames that can
 * no longer be read are left out and given to `onLost`. `through`: the last entry looked at; -1 when there was none.
 */
export async function readFrames(
  disk: Disk,
  folder: string,
  places: readonly Place[],
  start: number,
  most: { limit: number; bytes: number },
  onLost: (place: Place) => void,
): Promise<{ frames: Frame[]; through: number }> {
  const first = places[start];
  if (!first) return { frames: [], through: -1 };
  let end = start + 1;
  for (let place = places[end]; place && end - start < most.limit; end += 1, place = places[end]) {
    if (place.segment !== first.segment || place.offset + place.length - first.offset > most.bytes) break;
  }
  const lastPlace = places[end - 1] ?? first;
  const file = await disk.open(join(folder, first.segment.name), 'read');
  try {
    const content = await file.read(first.offset, lastPlace.offset + lastPlace.length - first.offset);
    const frames: Frame[] = [];
    for (const place of places.slice(start, end)) {
      const decoded = decodeFrame(content, place.offset - first.offset);
      if (decoded.is === 'frame' && decoded.frame.seq === place.seq) frames.push(decoded.frame);
      else onLost(place);
    }
    return { frames, through: lastPlace.seq };
  } finally {
    await file.close();
  }
}

/** As they were parsed when they were appended: the sum proves that nothing changed since, and the page parses what it is given. */
export function documentsOf(frame: Frame): AnyRecord[] {
  return frame.lines().map((line) => JSON.parse(line) as AnyRecord);
}

/** Index of the first place after `seq`. */
export function firstAfter(places: readonly Place[], seq: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.seq ?? Infinity) <= seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
