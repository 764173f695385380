/** Everybody and everything in the imagined branch, as the stories use it. */
import { timeOf } from '#shared/core/calendar.ts';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped, type Links } from '#shared/documents/act.ts';
import type { Module } from '#shared/documents/module.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { takeStep } from '#shared/documents/step.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import type { Tracking } from '#shared/modules/product/serials.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import type { DemoProduct } from './catalogue.ts';
import type { DemoBranch } from './company.ts';
import { OFFSET, type DemoBook } from './demo-book.ts';
import { MINUTES, type Diary } from './diary.ts';
import type { Random } from './random.ts';

export interface Ware extends DemoProduct {
  id: string;
}

export interface Buyer {
  id: string;
  body: Customer;
  seller: Actor;
  /** How a debt is paid: in time, weeks late, or not at all. */
  pays: 'well' | 'late' | 'badly';
}

export interface World {
  branch: DemoBranch;
  book: DemoBook;
  diary: Diary;
  random: Random;
  people: {
    managers: Actor[];
    sellers: Actor[];
    cashiers: Actor[];
    keepers: Actor[];
    guards: Actor[];
    purchasing: Actor[];
    finance: Actor[];
    treasurers: Actor[];
  };
  /** Posts that only the head branch fills: they sign for every branch, at the branch's own desk. */
  chiefs: ReadonlyMap<Role, readonly Actor[]>;
  places: { shop: string; store: string; centre: string };
  suppliers: { id: string; name: string }[];
  wares: Ware[];
  /** Goods whose pieces have numbers; chance sells none of them. */
  numbered: (Ware & { tracking: Exclude<Tracking, 'none'> })[];
  buyers: Buyer[];
  /** Documents a day, about: what a small branch does not write down every day depends on it. */
  pace: number;
}

/** Whoever holds a post that only the head branch fills. @throws RangeError when nobody does */
export function chief(world: World, post: Role, index = 0): Actor {
  const holders = world.chiefs.get(post) ?? [];
  const found = holders[index % Math.max(1, holders.length)];
  if (!found) throw new RangeError(`nobody is ${post}`);
  return found;
}

/** Makes a document that no rule guards. @throws when it is refused */
export function make<Body>(world: World, actor: Actor, module: Module<Body>, body: Body, links: Links = {}): Promise<string> {
  return world.book.must(actor, async (_read, moment) => {
    const made = commitNew(module, body, moment, links);
    return made.ok ? ok({ records: [untyped(made.value)], answer: made.value.id }) : made;
  });
}

/** @throws when it is not there: a story holds what it works on */
export async function look<Body>(world: World, module: Module<Body>, id: string): Promise<DocumentRecord<Body>> {
  const found = await world.book.get(id);
  if (!found) throw new Error(`${module.kind} ${id} has left the book`);
  return module.read(found);
}

/** The paper came out of the printer. */
export async function print(world: World, actor: Actor, id: string, paper: string): Promise<void> {
  const found = await world.book.get(id);
  const module = found && moduleOf(found.kind);
  const printed = module?.lifecycle.steps.printed;
  if (!found || !module || !printed?.by.some((role) => actor.roles.includes(role))) return;
  await world.book.must(actor, takeStep(module as Module<unknown>, id, 'printed', { data: { paper } }));
}

/** 'HH:MM' on the clock, which may run ahead of the diary on the last day. */
export function clock(world: World): string {
  return timeOf(world.book.now, OFFSET);
}

/** The last minute at which something still goes on; then the drawers are counted. */
const EVENING = 17 * 60 + 26;

/** Minutes from now, a random number of them; what would come after closing time comes the next morning. */
export function soon(world: World, least: number, most: number): number {
  const minute = world.diary.minute + world.random.whole(least, most);
  return minute % MINUTES <= EVENING ? minute : another(world, 1, 8 * 60 + 50, 10 * 60);
}

/** A random minute between two clock times on the first open day at least `days` from now. */
export function another(world: World, days: number, from = 8 * 60 + 50, to = 17 * 60): number {
  return world.diary.on(days, world.random.whole(from, to));
}
