/** Reads one file of the journal and says what is in it, whatever happened to it. */
import { decodeFrame, nextFrameMark, type Frame, type FrameMeta } from './frame.ts';

export interface ScannedFrame {
  seq: number;
  offset: number;
  length: number;
  before: string;
  sum: string;
  meta: FrameMeta;
}

/** Bytes that are no frame. */
export interface Hole {
  offset: number;
  bytes: number;
  /** Frames that began here, as far as can be told; at least 1. */
  frames: number;
}

export interface ScannedSegment {
  frames: ScannedFrame[];
  /** Altered bytes, each followed by a frame or, the last one, by the end of the file. */
  holes: Hole[];
  /** A write that was cut short: bytes after the last frame that were never acknowledged. null when there are none. */
  torn: Hole | null;
}

export function scanSegment(content: Buffer): ScannedSegment {
  const frames: ScannedFrame[] = [];
  const holes: Hole[] = [];
  let offset = 0;
  while (offset < content.length) {
    const found = nextFrame(content, offset);
    const holeEnd = found === null ? content.length : found.offset;
    if (holeEnd > offset) {
      const hole = { offset, bytes: holeEnd - offset, frames: countMarks(content.subarray(offset, holeEnd)) };
      if (found === null && isTorn(content, offset)) return { frames, holes, torn: hole };
      holes.push(hole);
    }
    if (found === null) break;
    const { seq, before, sum, meta, length } = found.frame;
    frames.push({ seq, offset: found.offset, length, before, sum, meta });
    offset = found.offset + length;
  }
  return { frames, holes, torn: null };
}

function nextFrame(content: Buffer, start: number): { offset: number; frame: Frame } | null {
  for (let offset = start; offset >= 0; offset = nextFrameMark(content, offset + 1)) {
    const decoded = decodeFrame(content, offset);
    if (decoded.is === 'frame') return { offset, frame: decoded.frame };
  }
  return null;
}

/**
 * Whether the bytes from here to the end are a write that a power cut or a kill interrupted. Nothing of it was acknowledged, because that
 * happens after the flush. A whole frame with other contents than its sum says was acknowledged, and then altered: that is damage.
 */
function isTorn(content: Buffer, offset: number): boolean {
  const tail = content.subarray(offset);
  // File systems that grow a file before its data arrive leave zeros; a frame has none.
  if (tail.includes(0)) return true;
  for (let at = offset; at >= 0; at = nextFrameMark(content, at + 1)) {
    const decoded = decodeFrame(content, at);
    if (decoded.is === 'altered') return false;
    if (decoded.is === 'short') return at === offset;
  }
  return tail.at(-1) !== 0x0a;
}

function countMarks(bytes: Buffer): number {
  let marks = 0;
  for (let at = nextFrameMark(bytes, 0); at >= 0; at = nextFrameMark(bytes, at + 1)) marks += 1;
  return Math.max(1, marks);
}
