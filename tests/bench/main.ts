/**
 * `npm run bench -- --documents 10000,100000 --only start,bundle --json FILE --write`: what the program takes, beside what the platform can
 * do at best and what others would have used, on the demonstration. `--from a.json,b.json --write` makes the page out of earlier runs without
 * measuring. Prints figures, asserts nothing: they depend on the machine. A day's
 * first run writes the demonstration, a minute for 100,000 documents; it is kept in node_modules/.cache/bench.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '#build/build-all.ts';
import { parts, type Surroundings } from './parts.ts';
import { buildProgram } from './program/built-program.ts';
import { demoFolder } from './program/demo-folder.ts';
import { lineOf } from './report/table.ts';
import { partNames, type PartName } from './report/figure.ts';
import { thisMachine, watchLoad } from './report/machine.ts';
import { performancePage } from './report/performance-page.ts';
import { mergeReports, type Report } from './report/report.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    only: { type: 'string', default: '' },
    json: { type: 'string', default: '' },
    /** Files of earlier runs; nothing is measured. */
    from: { type: 'string', default: '' },
    /** Writes docs/performance.md. */
    write: { type: 'boolean', default: false },
  },
});
const isPart = (name: string): name is PartName => partNames.some((known) => known === name);
const asked = values.only === '' ? [...partNames] : values.only.split(',').map((name) => name.trim());
const sizes = values.documents.split(',').map(Number);
if (!asked.every(isPart) || !sizes.every((size) => size >= 1_000)) {
  console.error(`usage: npm run bench -- [--documents 10000,100000,500000] [--only ${partNames.join(',')}] [--json FILE] [--write]`);
  process.exit(2);
}
if (values.from !== '') {
  const [first, ...more] = await Promise.all(
    values.from.split(',').map(async (file) => JSON.parse(await readFile(file, 'utf8')) as Report),
  );
  if (first) await keep(mergeReports([first, ...more]));
  process.exit();
}
const wanted = partNames.filter((name) => asked.includes(name));

const report: Report = {
  at: new Date().toISOString(),
  machine: thisMachine(),
  load: { least: 0, most: 0 },
  took: [],
  failed: [],
  figures: [],
};
const loadOfRun = watchLoad();
const built = await buildProgram();
const folder = await mkdtemp(join(tmpdir(), 'branch-desk-bench-'));
/** What has to be ended however the run ends. */
const ends: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true, maxRetries: 5 }), built.remove];
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void endAll().finally(() => process.exit(1)));
try {
  for (const size of sizes) await measure(size);
} finally {
  report.load = loadOfRun();
  await keep(report);
  await endAll();
}
const { least, most } = report.load;
console.log(`\nload average ${least.toFixed(1)} to ${most.toFixed(1)}; ${report.machine.processor}, ${report.machine.cores} cores`);
if (report.failed.length > 0) process.exitCode = 1;

async function keep(whole: Report): Promise<void> {
  if (values.json !== '') await writeFile(values.json, `${JSON.stringify(whole, null, 2)}\n`);
  if (values.write) await writeFile(join(root, 'docs', 'performance.md'), performancePage(whole));
}

async function measure(size: number): Promise<void> {
  const prepareStart = performance.now();
  const demo = await demoFolder(size);
  report.took.push({ documents: size, part: 'prepare', seconds: (performance.now() - prepareStart) / 1_000 });
  const surroundings: Surroundings = { size, demo, built, folder: join(folder, String(size)), ends };
  console.log(`\n${demo.documents} documents`);
  for (const part of wanted) {
    console.log(`\n${part}`);
    const start = performance.now();
    try {
      for (const measured of await parts[part](surroundings)) {
        const figure = { part, documents: size, note: '', beside: [], goals: [], worst: false, ...measured };
        report.figures.push(figure);
        console.log(lineOf(figure));
      }
    } catch (problem) {
      console.error(problem);
      report.failed.push({
        documents: size,
        part,
        reason: problem instanceof Error ? (problem.message.split('\n')[0] ?? '') : String(problem),
      });
    }
    const seconds = (performance.now() - start) / 1_000;
    report.took.push({ documents: size, part, seconds });
    console.log(`  (${seconds.toFixed(0)} s)`);
  }
  await endAll(2);
}

/** The latest first; all but the first `keep`. */
async function endAll(keep = 0): Promise<void> {
  while (ends.length > keep)
    await ends
      .pop()?.()
      .catch((problem: unknown) => console.error(problem));
}
