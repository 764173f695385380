import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import type { BenchDesk } from '../program/open-desk.ts';
import type { Measured } from '../report/figure.ts';
import { slopeOf, spreadOf } from '../report/spread.ts';
import { scriptOf, signIn, withTools } from './sign-in.ts';

/** About what a busy desk does in an hour. */
const ROUNDS = 120;
const LOOK_EVERY = 10;
/** On a busy machine it ends before, with fewer rounds. */
const LONGEST_MS = 3 * 60_000;
/** What is loaded on first use is there after these. */
const WARM = 20;
/** The last looks: what a start left behind is collected by then. */
const AFTER = 3;

/** An hour's work at one go: lists, papers, customers, search, dashboard, an order in every round. */
export async function measureMemory(desk: BenchDesk): Promise<Measured[]> {
  const page = await desk.openProgram(withTools);
  await signIn(page, '沈国良');
  await page.addScriptTag({ content: await scriptOf('tools/acts.ts') });
  const session = await page.context().newCDPSession(page);
  const [heaps, processes]: [number[], number[]] = [[], []];
  const start = performance.now();
  let rounds = 0;
  for (; rounds < ROUNDS && (rounds < 2 * WARM || performance.now() - start < LONGEST_MS); rounds += 1) {
    await round(page, rounds);
    if (rounds % LOOK_EVERY !== LOOK_EVERY - 1) continue;
    await session.send('HeapProfiler.collectGarbage');
    heaps.push((await session.send('Runtime.getHeapUsage')).usedSize / 1e6);
    processes.push(await privateMemory(session, page));
  }
  const steady = (of: readonly number[]): readonly number[] => of.slice(WARM / LOOK_EVERY);
  const growth = (of: readonly number[]): number => slopeOf(steady(of)) * (100 / LOOK_EVERY);
  return [
    {
      work: 'memory of the page’s process after the work, workers and all',
      note: `${rounds} rounds, an order in each`,
      unit: 'MB',
      ours: spreadOf(processes.slice(-AFTER)),
      goals: [{ bound: 'atMost', value: 300 }],
      worst: true,
    },
    { work: 'the same during the work', unit: 'MB', ours: spreadOf(processes), worst: true },
    { work: 'of which JavaScript’s heap on the page’s thread', unit: 'MB', ours: spreadOf(steady(heaps)) },
    {
      work: 'growth of JavaScript’s heap',
      unit: 'MB/100 rounds',
      ours: spreadOf([growth(heaps)]),
      beside: [],
      goals: [{ bound: 'atMost', value: 1 }],
    },
    { work: 'growth of the page’s process', unit: 'MB/100 rounds', ours: spreadOf([growth(processes)]) },
  ];
}

async function round(page: Page, at: number): Promise<void> {
  const open = (path: string): Promise<number> => page.evaluate((path) => window.tools.open(path), path);
  const id = await page.evaluate(() => window.acts.order());
  await open('/orders');
  await open(`/orders/${id}`);
  await open('/customers');
  const customer = await page.evaluate(async (skip) => {
    const { rows } = await window.tools.book().list({ kind: 'customer', limit: 100 });
    return rows[skip % rows.length]?.id ?? '';
  }, at);
  await open(`/customers/${customer}`);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(['hz', '机电', '1385', 'zhou'][at % 4] ?? '');
  await page.keyboard.press('Escape');
  await open('/stock');
  await open('/manager');
}

/** Megabytes that only this page's process holds, its workers' included. Linux only. */
async function privateMemory(session: CDPSession, page: Page): Promise<number> {
  const browser = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo } = await (browser ?? session).send('SystemInfo.getProcessInfo');
  const sizes = processInfo.flatMap(({ type, id }) => (type === 'renderer' ? [uniqueOf(id)] : []));
  await browser?.detach();
  return Math.max(...sizes);
}

function uniqueOf(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].map(([, amount]) => Number(amount));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1_000;
}
