import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from './frame.ts';
import { createReadLines } from './read-lines.ts';

function frameOf(seq: number, lines: string[]): Frame {
  const meta = { commandId: String(seq), at: 0, ids: [], numbers: {}, counters: {} };
  return { seq, before: '', sum: '', meta, lines: () => lines, length: 0 };
}

/** Everything, as a page that asks again and again gets it. */
async function readAll(frames: readonly Frame[]): Promise<{ seq: number; lines: string[] }[]> {
  const readLines = createReadLines(async (after) => frames.filter(({ seq }) => seq > after).slice(0, 3));
  const found = new Map<number, string[]>();
  for (let after = 0, skip = 0; ;) {
    const { lines, entries } = await readLines(after, skip);
    const last = entries.at(-1);
    if (!last) break;
    const text = new TextDecoder().decode(lines);
    const all = text.split('\n');
    expect(all).toHaveLength(entries.reduce((sum, { documents }) => sum + documents, 0));
    expect(text.length).toBeLessThan(700_000);
    expect(entries.slice(0, -1).every(({ isWhole }) => isWhole)).toBe(true);
    for (const { seq, documents } of entries) found.set(seq, [...(found.get(seq) ?? []), ...all.splice(0, documents)]);
    [after, skip] = last.isWhole ? [last.seq, 0] : [last.seq - 1, (entries.length === 1 ? skip : 0) + last.documents];
  }
  return [...found].map(([seq, lines]) => ({ seq, lines }));
}

describe('a journal read as lines', () => {
  it('gives every document once, in order, whole entries or pieces of a long one', async () => {
    const entry = fc.record({ gap: fc.integer({ min: 1, max: 2 }), count: fc.integer({ min: 1, max: 12 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 8 }), async (entries) => {
        let seq = 0;
        const frames = entries.map(({ gap, count }) => {
          seq += gap;
          return frameOf(
            seq,
            Array.from({ length: count }, (_, at) => `${seq}.${at} ${'x'.repeat(150_000)}`),
          );
        });
        expect(await readAll(frames)).toEqual(frames.map((frame) => ({ seq: frame.seq, lines: frame.lines() })));
      }),
      { numRuns: 30 },
    );
  });

  it('ends before a gap, so that the reader notices it', async () => {
    const readLines = createReadLines(async () => [frameOf(1, ['a']), frameOf(2, ['b']), frameOf(4, ['c'])]);
    const { lines, entries } = await readLines(0, 0);
    expect(new TextDecoder().decode(lines)).toBe('a\nb');
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2]);
  });
});
