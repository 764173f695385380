import { expect, test } from 'vitest';
import type { SnapshotInfo } from '#shared/host/contract.ts';
import { isSnapshotDue } from './schedule-snapshots.ts';

const now = Date.UTC(2026, 10, 2, 8);
const HOUR = 3_600_000;

function due(newest: Partial<SnapshotInfo> | null, lastSeq: number, isBusy = false): Promise<boolean> {
  const info = { name: 'n', at: now, documents: 0, bytes: 0, seq: 0, reason: 'schedule' as const, epoch: 'e', damaged: false, ...newest };
  return isSnapshotDue(
    {
      snapshots: { list: () => Promise.resolve(newest === null ? [] : [info]), make: () => Promise.reject(new Error('not here')) },
      lastSeq: () => lastSeq,
      epoch: () => 'e',
      isBusy: () => isBusy,
    },
    now,
  );
}

test.each([
  ['a new book without papers', null, 0, false],
  ['the first papers', null, 1, true],
  ['nothing since yesterday', { seq: 9, at: now - 30 * HOUR }, 9, false],
  ['one paper since yesterday', { seq: 9, at: now - 20 * HOUR }, 10, true],
  ['papers since this morning', { seq: 9, at: now - 4 * HOUR }, 200, false],
  ['a very busy morning', { seq: 9, at: now - HOUR }, 5009, true],
  ['yesterday’s is damaged', { seq: 9, at: now - HOUR, damaged: true }, 10, true],
  ['this morning’s is of another book', { seq: 9, at: now - HOUR, epoch: 'other' }, 10, true],
  ['the clock was turned back', { seq: 9, at: now + HOUR }, 10, true],
])('%s', async (_when, newest, lastSeq, expected) => {
  expect(await due(newest, lastSeq)).toBe(expected);
});

test('never while a restore is under way', async () => {
  expect(await due(null, 1, true)).toBe(false);
});
