/** `npm run sim -- --seeds 1..1000 --desks 5 --ops 200`: runs them, and for one that fails prints the shortest plan that still does. */
import { parseArgs } from 'node:util';
import { drawPlan } from './plan.ts';
import { runPlan } from './run-plan.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1..50' },
    desks: { type: 'string', default: '5' },
    ops: { type: 'string', default: '200' },
    /** Tells everything that happens; for one seed. */
    verbose: { type: 'boolean', default: false },
    /** Leaves a failing plan as long as it is. */
    'no-shrink': { type: 'boolean', default: false },
    /** Stops after so many failures. */
    most: { type: 'string', default: '5' },
  },
});
const [from = 1, to = from] = values.seeds.split('..').map(Number);
const began = process.hrtime.bigint();
let commands = 0;
const met = new Map<string, number>();
const failures: number[] = [];
for (let seed = from; seed <= to; seed += 1) {
  const plan = drawPlan(seed, Number(values.desks), Number(values.ops));
  const outcome = await runPlan(plan, values.verbose ? (line) => console.log(line) : undefined);
  commands += outcome.commands;
  for (const [name, count] of outcome.met) met.set(name, (met.get(name) ?? 0) + count);
  if (outcome.broken.length === 0) {
    if (seed % 50 === 0) console.log(`seed ${seed}: well so far`);
    continue;
  }
  failures.push(seed);
  console.log(`seed ${seed} breaks the law:\n  ${outcome.broken.slice(0, 8).join('\n  ')}`);
  if (!values['no-shrink']) {
    const small = await shrink(plan);
    console.log(`  shortest: ${JSON.stringify(small.plan)}\n  ${small.broken.slice(0, 8).join('\n  ')}`);
  }
  if (failures.length >= Number(values.most)) break;
}
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
console.log(
  `${to - from + 1} seeds, ${commands} commands, ${seconds.toFixed(1)} s; ${failures.length === 0 ? 'the law held' : `failed: ${failures.join(', ')}`}`,
);
for (const [name, count] of [...met].toSorted(([a], [b]) => (a < b ? -1 : 1))) console.log(`  ${name}: ${count}`);
process.exitCode = failures.length === 0 ? 0 : 1;
