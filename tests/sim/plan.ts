/** What happens in one run: a list of plain operations drawn from a seed. Each has chance of its own, so that leaving one out leaves the others as they are. */
import { aRandom, type Random } from '#shared/demo/random.ts';

export const actions = [
  'work',
  'exchange',
  'join',
  'pass-time',
  'kill',
  'kill-soon',
  'wipe-page',
  'retire',
  'offline',
  'online',
  'away',
  'desk-clock',
  'server-clock',
  'fill-disk',
  'free-disk',
  'take-image',
  'go-back-to-image',
  'clone',
  'rejoin',
  'backup-server',
  'restore-server',
  'restore-server-unsaid',
  'restart-server',
  'forbid',
  'allow',
  'retry',
  'withdraw',
  'newer-program',
  'unreadable',
  'update',
  'rotate',
  'file',
  'pieces',
] as const;
export type Action = (typeof actions)[number];

/** What happens whether or not the desk is switched on. */
export const serverSide = new Set<Action>([
  'backup-server',
  'restore-server',
  'restore-server-unsaid',
  'restart-server',
  'forbid',
  'allow',
  'server-clock',
  'unreadable',
  'rotate',
  'offline',
  'online',
  'away',
  'desk-clock',
  'free-disk',
  'go-back-to-image',
]);

export interface Operation {
  /** Seeds what it chooses. */
  id: number;
  action: Action;
  /** Which desk, counted from 0. */
  desk: number;
}

export interface Plan {
  seed: number;
  desks: number;
  /** How often a request goes wrong. */
  trouble: number;
  operations: readonly Operation[];
}

const weights: readonly (readonly [Action, number])[] = [
  ['work', 90],
  ['exchange', 60],
  ['pass-time', 8],
  ['kill', 4],
  ['kill-soon', 6],
  ['wipe-page', 2],
  ['retire', 4],
  ['offline', 4],
  ['online', 6],
  ['away', 0.7],
  ['desk-clock', 2],
  ['server-clock', 1],
  ['fill-disk', 2],
  ['free-disk', 4],
  ['join', 3],
  ['rejoin', 6],
  ['restart-server', 2],
  ['forbid', 1.5],
  ['allow', 1],
  ['retry', 2],
  ['withdraw', 1],
  ['newer-program', 3],
  ['unreadable', 1],
  ['update', 1],
  ['file', 3],
];
/** Rare disasters: a run has one or two sorts of them, or none. */
const disasters: readonly (readonly [Action, number])[] = [
  ['take-image', 5],
  ['go-back-to-image', 4],
  ['clone', 1.5],
  ['backup-server', 5],
  ['restore-server', 3],
  ['restore-server-unsaid', 3],
  ['rotate', 1.5],
];

export function drawPlan(seed: number, desks: number, count: number): Plan {
  const random = aRandom(seed);
  const isCalm = random.chance(0.4);
  const has = new Set(disasters.map(([action]) => action).filter(() => !isCalm && random.chance(0.5)));
  const all = [...weights, ...disasters.filter(([action]) => has.has(action))];
  const operations: Operation[] = [];
  for (let desk = 0; desk < desks; desk += 1) if (random.chance(0.8)) operations.push({ id: desk, action: 'join', desk });
  while (operations.length < count) {
    operations.push({ id: operations.length + 100, action: random.weigh(all), desk: random.whole(0, desks - 1) });
  }
  return { seed, desks, trouble: random.pick([0, 0.02, 0.08, 0.25]), operations: withPieces(seed, desks, operations) };
}

/** Between the others, by a chance of its own: what was drawn before there were numbered pieces is drawn still. */
function withPieces(seed: number, desks: number, operations: readonly Operation[]): Operation[] {
  const random = aRandom(seed ^ 0x2c1b3c6d);
  const often = random.pick([0, 0.15, 0.4]);
  return operations.flatMap((operation): Operation[] =>
    random.chance(often) ? [operation, { id: operation.id + 10_000, action: 'pieces', desk: random.whole(0, desks - 1) }] : [operation],
  );
}

export function chanceOf(plan: Pick<Plan, 'seed'>, operation: Pick<Operation, 'id'>): Random {
  return aRandom(Math.imul(plan.seed + 1, 0x9e3779b1) ^ Math.imul(operation.id + 1, 0x85ebca6b));
}
