/** One run: the plan's operations, then peace, then the law. */
import { aRandom } from '#shared/demo/random.ts';
import { fingerprintOf, lawBroken } from './law.ts';
import { pieceLawBroken } from './piece-law.ts';
import type { Plan } from './plan.ts';
import { aWorld, drained, perform, type World } from './world.ts';

export interface Outcome {
  broken: string[];
  /** What happened, how often: a law that was never in danger proves nothing. */
  met: ReadonlyMap<string, number>;
  commands: number;
  documents: number;
}

/** Exchanges of every desk until nothing moves any more: more than this is never. */
const MOST_PASSES = 25;

export async function runPlan(plan: Plan, tell: (line: string) => void = () => undefined): Promise<Outcome> {
  const met = new Map<string, number>();
  const log = (line: string): void => {
    for (const [name, sign] of encounters) if (sign.test(line)) met.set(name, (met.get(name) ?? 0) + 1);
    tell(line);
  };
  const world = await aWorld(plan, log);
  try {
    await perform(world, plan);
    await heal(world, plan, log);
    const broken = [...world.violations, ...(await untilQuiet(world, plan, log))];
    if (broken.length === 0) broken.push(...(await lawBroken(world)));
    if (broken.length === 0) {
      const pieces = await pieceLawBroken(world);
      broken.push(...pieces.broken);
      if (pieces.twice > 0) met.set('pieces sold twice', pieces.twice);
    }
    return { broken, met, commands: world.truth.commands().length, documents: [...world.truth.ids()].length };
  } catch (problem) {
    const text = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    return { broken: [`thrown: ${text}`], met, commands: world.truth.commands().length, documents: 0 };
  }
}

const encounters: readonly (readonly [string, RegExp])[] = [
  ['exchanges cut by the network', /warn: exchange: (unreachable|timed-out)/],
  ['exchanges stopped by a wrong answer', /warn: exchange: (busy|nonsense|conflict|too-large|refused|forbidden|unauthorized)/],
  ['desks killed', /^#\d+ kill/],
  ['servers restarted', /^#\d+ restart-server/],
  ['commands cut while they were written', /^not acknowledged/],
  ['disks full', /ENOSPC/],
  ['papers set aside', /warn: set aside/],
  ['servers put back', /^#\d+ restore-server/],
  ['books compared: the centre said it was restored', /compared \d+ documents.*centre-restored/],
  ['books compared: the centre was put back unsaid', /compared \d+ documents.*centre-lost-documents/],
  ['books compared: joined with a book', /compared \d+ documents.*joined/],
  ['books compared: joined again', /compared \d+ documents.*desk-restored/],
  ['desks put back to an image', /goes back to entry/],
  ['desks copied', /is a copy of/],
  ['desks that found they were copied', /stopped cloned/],
  ['journals cleared', /^#\d+ retire/],
];

async function heal(world: World, plan: Plan, log: (line: string) => void): Promise<void> {
  const random = aRandom(plan.seed ^ 0x5f3759df);
  log('# peace');
  world.network.trouble = 0;
  await world.quiet(random);
  // Half of the time what was refused is let in at last, and sent again.
  const isForgiving = random.chance(0.5);
  if (isForgiving) world.couch.forbid(() => '');
  for (const one of world.desks) {
    one.memory.setCapacity(Infinity);
    one.isOnline = true;
    one.clock = 0;
    one.running?.disk.dieAfter(Infinity);
    if (!(await world.start(one, random))) throw new Error(`${one.name} does not start`);
  }
  if (!isForgiving) return;
  for (const one of world.desks) {
    const { exchange } = one.running ?? {};
    for (const { id } of (await exchange?.handlers['centre.setAside'](undefined)) ?? []) {
      void Promise.resolve(exchange?.handlers['centre.retry']({ id })).catch(() => undefined);
      await world.quiet(random);
    }
  }
}

async function untilQuiet(world: World, plan: Plan, log: (line: string) => void): Promise<string[]> {
  const random = aRandom(plan.seed ^ 0x2545f491);
  let quietPasses = 0;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const before = await stateOf(world);
    world.pass(31 * 60_000);
    for (const one of world.desks) {
      await world.join(one, random);
      const round = one.running?.exchange.round();
      await world.quiet(random);
      await round;
      await drained();
    }
    const after = await stateOf(world);
    log(
      `# pass ${pass}: ${world.desks.map(({ name, running }) => `${name} ${running?.exchange.status().phase} ${running?.exchange.status().problem}`).join(', ')}`,
    );
    quietPasses = before === after ? quietPasses + 1 : 0;
    // Once to see that it is quiet, once more to see that a further exchange changes nothing.
    if (quietPasses === 2) return [];
  }
  return ['the exchange never comes to rest'];
}

function stateOf(world: World): string {
  return [
    fingerprintOf(world),
    ...world.desks.map(({ running }) => `${running?.journal.lastSeq()} ${running?.exchange.status().phase}`),
  ].join('\n');
}
