import type { Measured } from '../report/figure.ts';
import { spreadOf } from '../report/spread.ts';
import { theBook } from './desk-line.ts';
import { openRawStore } from './raw-store.ts';
import { stallOf } from './stall.ts';
import { LAST } from './raw-store.ts';
import { fillRaw } from './write.ts';

export async function measureRebuild(): Promise<Measured[]> {
  const book = await theBook();
  const size = await book.size();
  let told = 0;
  const cpuBefore = await window.processorTime();
  const start = performance.now();
  const { stall } = await stallOf(() => book.rebuild(() => (told += 1)));
  const seconds = (performance.now() - start) / 1_000;
  const cpu = ((await window.processorTime()) - cpuBefore) / size;
  if (told === 0) throw new Error('no progress was told');
  const later = await interrupted(book.rebuild);
  // After ours: a hundred thousand rows read here are work for the collector.
  await fillRaw();
  const raw = await openRawStore();
  const readStart = performance.now();
  for (let after = ''; ;) {
    const rows = await raw.list([], [], after, LAST, 1_000);
    if (rows.length < 1_000) break;
    after = `${rows.at(-1)?.seek ?? ''}!`;
  }
  const reading = (performance.now() - readStart) / 1_000;
  raw.close();
  return [
    {
      work: 'rebuild of all read models',
      unit: 'documents/s',
      ours: spreadOf([size / seconds]),
      beside: [{ name: 'raw IndexedDB, reading alone', spread: spreadOf([size / reading]) }],
      goals: [{ bound: 'atLeast', value: 8_000 }],
    },
    { work: 'rebuild: processor time of Chromium', unit: 'CPU ms/document', ours: spreadOf([cpu]) },
    {
      work: 'rebuild: longest stall of the page',
      unit: 'ms',
      ours: spreadOf([stall]),
      goals: [{ bound: 'atMost', value: 50 }],
    },
    { work: 'rebuild: from interrupting it to its end', unit: 'ms', ours: spreadOf([later]) },
  ];
}

/** Milliseconds a rebuild goes on after it was told to stop at its first progress. */
async function interrupted(rebuild: (onProgress: () => void, signal: AbortSignal) => Promise<void>): Promise<number> {
  const control = new AbortController();
  let asked = 0;
  await rebuild(() => {
    if (asked === 0) asked = performance.now();
    control.abort();
  }, control.signal).catch((problem: unknown) => {
    if (!control.signal.aborted) throw problem;
  });
  return performance.now() - asked;
}
