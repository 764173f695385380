/**
 * `npx tsx tests/bench/host.ts [documents]`: how long the host takes with a large book, and what memory. Figures only; nothing
 * fails by being slow.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHost } from '#electron/host/create-host.ts';
import { aDocument } from '#electron/host/journal/command.fixture.ts';

const documents = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'branch-desk-benchmark-'));
const printer = { list: () => Promise.resolve([]), print: () => Promise.resolve('opened' as const) };
const open = () =>
  createHost({
    dataFolder: folder,
    version: '0',
    shell: 'loopback',
    shellReason: 'asked',
    emit: () => undefined,
    printBackends: { printer, viewer: printer },
  });

/** About 2 kB, like an order of forty lines. */
const aLargeDocument = (n: number) =>
  aDocument(n, {
    body: {
      lines: Array.from({ length: 40 }, (_, k) => ({
        code: `P${(n * k) % 977}`,
        quantity: k * 1000 + n,
        price: (n * 7919 * k) % 1_000_003,
      })),
    },
  });

async function measured<T>(name: string, work: () => Promise<T>): Promise<T> {
  let [peak, worst, last] = [0, 0, performance.now()];
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
    worst = Math.max(worst, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  const start = performance.now();
  const result = await work();
  clearInterval(timer);
  const megabytes = Math.round(peak / 1e6);
  console.log(`${name}: ${Math.round(performance.now() - start)} ms, peak ${megabytes} MB, longest pause ${Math.round(worst)} ms`);
  return result;
}

let host = await open();
await host.answer('desk.setUp', { company: '公司', branchCode: 'HZ01', branchName: '杭州', deskLetter: 'A' });
await measured(`append ${documents} documents by 100`, async () => {
  for (let n = 0; n < documents; n += 100) {
    const batch = Array.from({ length: Math.min(100, documents - n) }, (_, k) => aLargeDocument(n + k));
    await host.answer('journal.append', { commandId: `c${n}`, documents: batch, numbers: [] });
  }
});
await host.close();
host = await measured('open without a snapshot', open);
await measured('first snapshot', () => host.answer('snapshots.make', { reason: 'demand' }));
await measured('second snapshot', () => host.answer('snapshots.make', { reason: 'demand' }));
await host.close();
host = await measured('open after two snapshots', open);
await host.close();
rmSync(folder, { recursive: true, force: true });
