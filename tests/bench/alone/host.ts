/** How long the host takes with a large book, and what memory. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHost } from '#electron/host/create-host.ts';
import { aDocument } from '#electron/host/journal/command.fixture.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf } from '../report/spread.ts';

const BATCH = 100;

export async function measureHost(documents: number): Promise<Measured[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'branch-desk-bench-host-'));
  const printer = { list: () => Promise.resolve([]), print: () => Promise.resolve('opened' as const) };
  const printBackends = { printer, viewer: printer };
  const open = () =>
    createHost({ dataFolder, version: '0', shell: 'loopback', shellReason: 'asked', emit: () => undefined, printBackends });
  const meter = aMeter();
  try {
    let host = await open();
    await host.answer('desk.setUp', { company: '公司', branchCode: 'HZ01', branchName: '杭州', deskLetter: 'A' });
    await meter.measure(`append documents of 2 kB, ${BATCH} at a time`, async () => {
      for (let n = 0; n < documents; n += BATCH) {
        const batch = Array.from({ length: Math.min(BATCH, documents - n) }, (_, k) => aLargeDocument(n + k));
        await host.answer('journal.append', { commandId: `c${n}`, documents: batch, numbers: [] });
      }
    });
    await host.close();
    host = await meter.measure('open without a snapshot', open);
    await meter.measure('first snapshot', () => host.answer('snapshots.make', { reason: 'demand' }));
    await meter.measure('second snapshot', () => host.answer('snapshots.make', { reason: 'demand' }));
    await host.close();
    host = await meter.measure('open after two snapshots', open);
    await host.close();
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
  return meter.figures();
}

/** About 2 kB, like an order of forty lines. */
function aLargeDocument(n: number): ReturnType<typeof aDocument> {
  const line = (k: number): object => ({ code: `P${(n * k) % 977}`, quantity: k * 1000 + n, price: (n * 7919 * k) % 1_000_003 });
  return aDocument(n, { body: { lines: Array.from({ length: 40 }, (_, k) => line(k)) } });
}

/** Time of each piece of work; memory and the longest pause of all of it. */
function aMeter(): { measure<T>(work: string, run: () => Promise<T>): Promise<T>; figures(): Measured[] } {
  const figures: Measured[] = [];
  let [peak, pause] = [0, 0];
  return {
    measure: async (work, run) => {
      let last = performance.now();
      const timer = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage().rss);
        pause = Math.max(pause, performance.now() - last - 5);
        last = performance.now();
      }, 5);
      const start = performance.now();
      const result = await run();
      clearInterval(timer);
      figures.push({ work, unit: 'ms', ours: spreadOf([performance.now() - start]) });
      return result;
    },
    figures: () => [
      ...figures,
      { work: 'longest pause of the host’s process', unit: 'ms', ours: spreadOf([pause]) },
      { work: 'most memory of the host’s process', unit: 'MB', ours: spreadOf([peak / 1e6]) },
    ],
  };
}
