import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeFrame, HEADER_BYTES, NO_SUM } from './frame.ts';
import { scanSegment } from './scan-segment.ts';

/** A file of `count` frames and where each begins. */
function aSegment(count: number): { content: Buffer; starts: number[] } {
  const parts: Buffer[] = [];
  const starts: number[] = [];
  let before = NO_SUM;
  let size = 0;
  for (let seq = 1; seq <= count; seq += 1) {
    const text = 'BDJ1 在文字里\\n'.repeat(seq % 3);
    const meta = { commandId: `c${seq}`, at: seq, ids: [`id${seq}`], numbers: {}, counters: { range: seq } };
    const { content, sum } = encodeFrame(seq, before, meta, [JSON.stringify({ id: `id${seq}`, text }), JSON.stringify({ id: 'second' })]);
    before = sum;
    starts.push(size);
    size += content.length;
    parts.push(content);
  }
  return { content: Buffer.concat(parts), starts };
}

const seqs = (content: Buffer): number[] => scanSegment(content).frames.map(({ seq }) => seq);
const anySegment = fc.integer({ min: 1, max: 6 }).map(aSegment);

describe('a file of the journal', () => {
  test('gives back every frame, in order, chained', () => {
    const { frames, holes, torn } = scanSegment(aSegment(5).content);
    expect(frames.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(frames.slice(1).map(({ before }) => before)).toEqual(frames.slice(0, -1).map(({ sum }) => sum));
    expect([holes, torn]).toEqual([[], null]);
  });

  test('cut anywhere, keeps what lies wholly before the cut and calls the rest torn, never damaged', () => {
    fc.assert(
      fc.property(anySegment, fc.double({ min: 0, max: 1, noNaN: true }), ({ content, starts }, part) => {
        const cut = Math.floor(content.length * part);
        const { frames, holes, torn } = scanSegment(content.subarray(0, cut));
        const whole = [...starts.slice(1), content.length].filter((end) => end <= cut).length;
        expect(frames).toHaveLength(whole);
        expect(holes).toEqual([]);
        const end = [0, ...starts.slice(1), content.length][whole] ?? 0;
        expect(torn?.bytes ?? 0).toBe(cut - end);
      }),
    );
  });

  test('ending in zeros that a power cut left is torn', () => {
    fc.assert(
      fc.property(anySegment, fc.integer({ min: 1, max: 200 }), ({ content, starts }, zeros) => {
        const last = starts.at(-1) ?? 0;
        const written = Buffer.concat([content.subarray(0, last + 40), Buffer.alloc(zeros)]);
        const { frames, holes, torn } = scanSegment(written);
        expect([frames.length, holes, torn?.offset]).toEqual([starts.length - 1, [], last]);
      }),
    );
  });

  test('with one byte changed never gives a frame that was not written, and loses only the frame hit', () => {
    fc.assert(
      fc.property(anySegment, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ content, starts }, place, flip) => {
        const at = place % content.length;
        const changed = Buffer.from(content);
        changed[at] = (changed[at] ?? 0) ^ flip;
        const hit = starts.findLastIndex((start) => start <= at) + 1;
        expect(seqs(changed)).toEqual(starts.map((_, index) => index + 1).filter((seq) => seq !== hit));
      }),
      { numRuns: 300 },
    );
  });

  test('a whole last frame with changed contents is damage, not a torn write: it had been acknowledged', () => {
    const { content, starts } = aSegment(3);
    const last = starts[2] ?? 0;
    for (const at of [last + 30, last + HEADER_BYTES + 5, content.length - 4]) {
      const changed = Buffer.from(content);
      changed.write('#', at, 'latin1');
      const { frames, holes, torn } = scanSegment(changed);
      expect([frames.length, holes.length, torn]).toEqual([2, 1, null]);
    }
  });

  test('random bytes in front, between and behind are stepped over', () => {
    const noise = fc.uint8Array({ minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(anySegment, noise, noise, ({ content, starts }, front, middle) => {
        const cut = starts.at(-1) ?? 0;
        expect(seqs(Buffer.concat([front, content.subarray(0, cut), middle, content.subarray(cut)]))).toEqual(seqs(content));
      }),
    );
  });
});
