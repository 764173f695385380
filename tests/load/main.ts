/**
 * `npm run load -- --desks 20 --branches 2 --seconds 60 --every 5`: desks with the real exchange against one server; against the CouchDB at
 * `COUCHDB_URL` when that is given. Prints what requests, processor time and memory come to.
 */
import { parseArgs } from 'node:util';
import { anHttpCentre } from '../exchange/http-centre.ts';
import { layIn } from './lay-in.ts';
import { startDesks } from './load-desks.ts';
import { processOf, usageOf } from './process-usage.ts';

const { values } = parseArgs({
  options: {
    desks: { type: 'string', default: '20' },
    branches: { type: 'string', default: '2' },
    /** Documents each branch has already. */
    book: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '30' },
    /** Seconds between two papers of one desk. */
    every: { type: 'string', default: '6' },
  },
});
const count = Number(values.desks);
const seconds = Number(values.seconds);
const centre = await anHttpCentre(Number(values.branches));
const server = centre.process();

try {
  await layIn(centre, Number(values.book));
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const desks = await startDesks(centre, count);
  await desks.exchange();
  const download = (performance.now() - began) / 1000;
  const memory = (process.memoryUsage().rss - before) / count / 1e6;
  console.log(
    `${count} desks in ${centre.branches.length} branches join and fetch ${values.book} documents each: ${download.toFixed(1)} s`,
  );
  console.log(`  ${((count * Number(values.book)) / download).toFixed(0)} documents a second, ${desks.takeLatencies().length} requests`);

  await phase('nothing happens, all listen', 0);
  await phase(`every desk writes a paper every ${values.every} s`, Number(values.every));
  console.log(`memory of a desk's exchange, journal and book in memory: ${memory.toFixed(1)} MB`);

  async function phase(name: string, every: number): Promise<void> {
    desks.takeLatencies();
    const [own, theirs] = [usageOf(processOf()), server === null ? null : usageOf(server)];
    const { papers, arrivals } = await desks.work(seconds, every);
    const latencies = desks.takeLatencies().toSorted((a, b) => a - b);
    const at = (sorted: readonly number[], part: number): string => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(0);
    const load = (from: { processorMs: number }, to: { processorMs: number }): string =>
      `${((to.processorMs - from.processorMs) / seconds / 10).toFixed(1)} %`;
    const server_ = server === null || theirs === null ? null : usageOf(server);
    console.log(`\n${name}, ${seconds} s`);
    console.log(
      `  requests: ${latencies.length}, ${(latencies.length / seconds).toFixed(1)} a second, ${(latencies.length / seconds / count).toFixed(2)} per desk`,
    );
    console.log(`  answered in: median ${at(latencies, 0.5)} ms, 95 of 100 in ${at(latencies, 0.95)} ms`);
    if (papers > 0) {
      const sorted = arrivals.toSorted((a, b) => a - b);
      console.log(`  papers: ${papers}, ${(latencies.length / papers).toFixed(1)} requests for each, all desks together`);
      console.log(`  from one desk to another: median ${at(sorted, 0.5)} ms, 95 of 100 in ${at(sorted, 0.95)} ms (${sorted.length} seen)`);
    }
    if (server_ && theirs) console.log(`  server: ${load(theirs, server_)} of a core, ${(server_.memory / 1e6).toFixed(0)} MB`);
    console.log(`  desks: ${load(own, usageOf(processOf()))} of a core, all together`);
  }
} finally {
  await centre.close();
}
process.exit();
