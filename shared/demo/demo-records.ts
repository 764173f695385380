/**
 * The demonstration's documents: twelve months of one branch, made by the same rules as the real ones. Each branch's book holds what the
 * company keeps for all, made by the head branch: the same documents in each, so that the books can be put together.
 */
import { addDays, daysBetween, type Day } from '#shared/core/calendar.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { beginContracts } from './contract-calendar.ts';
import { cashDays, outingsOf } from './cash-story.ts';
import { accountSale, carrySale, collectSale } from './counter-story.ts';
import { demoBranch, demoBranches, headBranch } from './company.ts';
import { aDemoBook, type Post } from './demo-book.ts';
import { delivery } from './delivery-story.ts';
import { aDiary, MINUTES, millisecondsOf, type Story } from './diary.ts';
import { foundCompany, furnish, hire, lendChiefs } from './masters.ts';
import { handOver } from './money-story.ts';
import { pieceStory, stockNumbered } from './piece-story.ts';
import { policyStory } from './policy-story.ts';
import { choreStory, contactStory, newCustomer } from './office-story.ts';
import { aRandom } from './random.ts';
import { dutyDay, expected, opinionStory, visitStory } from './reception-story.ts';
import { busyness, daysUpTo, isOpenDay } from './season.ts';
import { requestStory } from './request-story.ts';
import { shortageSale } from './shortage-story.ts';
import { fillShelves, moveGoods, refill } from './stock-story.ts';
import { lastDay, openWork } from './today.ts';
import type { World } from './world.ts';

export interface DemoOptions {
  /** Documents of the head branch, about; a smaller branch has its share of it. A number for tests. */
  size: 'small' | 'large' | number;
  /** Last day; nothing is dated later, except what is planned. */
  today: Day;
  /** Minute of the last day at which the demonstration stops; 15:30 when left out. */
  stopAt?: number;
  /** PIN hash of everybody: of `demoPin`, by the host. */
  pinHash: string;
  /** Branch code, the head branch's when left out; the papers come from its desks A, B and C. */
  branch?: string;
}

export interface DemoBatch {
  records: AnyRecord[];
  /** 0…1 */
  fraction: number;
}

export const demoSizes = { small: 2_000, large: 100_000 } as const;

const OPENS = 8 * 60 + 30;
const STOPS = 15 * 60 + 30;
const BATCH = 500;
/** Documents the last day's open work makes over its share, about. */
const TODAY = 60;

/**
 * Documents in batches of about 500; each document once, as it stands at the end. Equal options give equal documents.
 * Returns the balances as they were kept on the way.
 */
export async function* demoRecords(options: DemoOptions): AsyncGenerator<DemoBatch, ReadonlyMap<string, number>> {
  const { today, stopAt = STOPS } = options;
  const branch = demoBranch(options.branch ?? headBranch.code);
  const scale = typeof options.size === 'number' ? options.size : demoSizes[options.size];
  const size = Math.round(scale * branch.share);
  const first = addDays(today, -365);
  const posts = new Map<string, Post>();
  const random = aRandom(20_260_101 + scale);
  const book = aDemoBook((actor) => posts.get(actor) ?? { branch: branch.code, letter: 'A' }, random);
  const squeeze = squeezed(first, today, stopAt);
  const diary = aDiary(book, first, (day) => isOpenDay(day) || day === today, squeeze);
  const world: World = {
    branch: headBranch,
    book,
    diary,
    random,
    people: nobody(),
    chiefs: new Map(),
    places: { shop: '', store: '', centre: '' },
    suppliers: [],
    wares: [],
    numbered: [],
    buyers: [],
    pace: size / 300,
  };
  book.now = squeeze(OPENS - 90);
  await hire(world, headBranch, options.pinHash, posts);
  const products = Math.max(60, Math.min(3_000, scale < 10_000 ? Math.round(scale * 0.15) : Math.round(scale * 0.03)));
  await foundCompany(world, { products, suppliers: scale < 10_000 ? 8 : 30 });
  await stockNumbered(world);

  const companyLuck = aRandom(20_260_101 + scale + 3);
  diary.begin(policyStory(world, companyLuck, first, today), 0, true);

  // From here on every branch has its own luck and its own hour, so that no two make the same id.
  world.random = book.random = aRandom(20_260_101 + scale + 7_919 * (1 + demoBranches.indexOf(branch)));
  book.now = squeeze(OPENS - 60);
  world.branch = branch;
  if (branch !== headBranch) {
    world.people = nobody();
    await hire(world, branch, options.pinHash, posts);
    lendChiefs(world, branch, posts);
  }
  await furnish(world, { customers: Math.round(Math.min(2_400, 60 + size * 0.024)) });
  const bulk = Math.max(1, Math.sqrt(size / 4_000));
  await fillShelves(world, bulk);
  beginContracts(world, size, first, today);
  for (const [day, story] of outingsOf(world, first, today, size)) diary.begin(story, daysBetween(first, day) * MINUTES + OPENS + 40, true);
  diary.begin(requestStory(world, first, today), 0, true);
  const numbered = addDays(today, -6);
  diary.begin(pieceStory(world), daysBetween(first, numbered) * MINUTES + OPENS + 50, true);
  const counted = addDays(today, size >= 10_000 ? -180 : -14);
  diary.begin(cashDays(world, first, counted, today), daysBetween(first, counted) * MINUTES, true);

  // A small branch has one drawer; the second cashier comes in when it is busy, today.
  const second = size < 10_000 ? world.people.cashiers.pop() : undefined;

  const days = daysUpTo(first, today);
  const weights = days.map((day) => busyness(branch, day, first, today) * rampOf(size, day, today));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const started = book.made;
  let done = 0;
  let waiting: AnyRecord[] = [];
  for (const [index, day] of days.entries()) {
    const weight = weights[index] ?? 0;
    const target = (upTo: number): number => started + ((size - TODAY - started) * (done + weight * upTo)) / whole;
    if (day === today && second) world.people.cashiers.push(second);
    if (weight > 0) await liveThrough(world, index, day, today, target, bulk);
    done += weight;
    const last = day === today;
    const least = last ? 1 : BATCH;
    await diary.goOn(last ? index * MINUTES + STOPS : (index + 1) * MINUTES);
    waiting.push(...book.settle(last));
    while (waiting.length >= least) {
      yield { records: waiting.slice(0, BATCH), fraction: last && waiting.length <= BATCH ? 1 : (index + 1) / (days.length + 1) };
      waiting = waiting.slice(BATCH);
    }
  }
  return book.balancesKept();
}

function nobody(): World['people'] {
  return { managers: [], sellers: [], cashiers: [], keepers: [], guards: [], purchasing: [], finance: [], treasurers: [] };
}

/** A small demonstration is thin over the year and a little fuller in the last days, where people look. */
function rampOf(size: number, day: Day, today: Day): number {
  if (size >= 10_000) return 1;
  return day >= addDays(today, -10) ? 2 : day >= addDays(today, -40) ? 1.2 : 1;
}

/** The last day's minutes until the stop are drawn together or apart, so that nothing is later than now. */
function squeezed(first: Day, today: Day, stopAt: number): (minute: number) => number {
  const lastMidnight = daysUpTo(first, today).length * MINUTES - MINUTES;
  const begin = Math.min(OPENS, Math.floor(stopAt / 2));
  return (minute) => {
    const into = minute - lastMidnight - OPENS;
    if (into <= 0) return millisecondsOf(first, Math.min(minute, lastMidnight + begin));
    return Math.round(millisecondsOf(first, lastMidnight + begin + (into * (stopAt - begin)) / (STOPS - OPENS)));
  };
}

/** One day: what belongs to every day, then whatever comes in until the day has its share of documents. */
async function liveThrough(
  world: World,
  index: number,
  day: Day,
  today: Day,
  target: (upTo: number) => number,
  bulk: number,
): Promise<void> {
  const { diary, random, people, book } = world;
  const midnight = index * MINUTES;
  const last = day === today;
  const closes = last ? STOPS : 17 * 60 + 15;
  await diary.goOn(midnight + OPENS - 5);
  if (!last) for (const cashier of people.cashiers) diary.begin(handOver(world, cashier), midnight + OPENS);
  if (!last && (world.pace > 40 || day >= addDays(today, -6))) diary.begin(dutyDay(world), midnight + OPENS - 4);
  // Nobody refilled in the last days: some shelves are low.
  if (index % (world.pace > 40 ? 2 : 5) === 0 && day < addDays(today, -4)) diary.begin(refill(world, bulk), midnight + OPENS);
  if (index % 7 === 3 && !last) diary.begin(moveGoods(world), midnight + OPENS + 90);
  const daysLeft = Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);
  for (const story of openWork(world, daysLeft)) diary.begin(story, midnight + random.whole(OPENS, OPENS + 60));
  if (last) for (const [minute, story] of lastDay(world)) diary.begin(story, midnight + minute);

  for (let minute = OPENS; minute < closes; minute += 1) {
    await diary.goOn(midnight + minute);
    const due = target((minute - OPENS) / (closes - OPENS));
    // Stories begun now make most of their documents later; no more than a handful in one minute.
    for (let begun = 0; begun < 6 && book.made < due; begun += 1) diary.begin(someStory(world), midnight + minute);
  }
}

function someStory(world: World): Story {
  const { random, buyers, people } = world;
  const buyer = buyers[random.favourite(buyers.length)] ?? random.pick(buyers);
  const kind = random.weigh([
    ['visit', 26],
    ['carry', 12],
    ['collect', 8],
    ['account', 9],
    ['delivery', 13],
    ['shortage', 2.2],
    ['contact', 16],
    ['chore', 2],
    ['expected', 2],
    ['opinion', 2],
    ['customer', 1.2],
  ] as const);
  switch (kind) {
    case 'visit':
      return visitStory(world);
    case 'carry':
      return carrySale(world, random.pick(people.sellers), '', random.chance(0.25) ? buyer : undefined);
    case 'collect':
      return collectSale(world, buyer);
    case 'account':
      return accountSale(world, withCredit(world));
    case 'delivery':
      return delivery(world, random.chance(0.7) ? withCredit(world) : buyer);
    case 'shortage':
      return shortageSale(world, buyer);
    case 'contact':
      return contactStory(world);
    case 'chore':
      return choreStory(world);
    case 'expected':
      return expected(world, random.whole(1, 4));
    case 'opinion':
      return opinionStory(world);
    case 'customer':
      return newCustomer(world);
  }
}

function withCredit(world: World): World['buyers'][number] {
  const { random, buyers } = world;
  for (let tries = 0; tries < 40; tries += 1) {
    const buyer = buyers[random.favourite(buyers.length)];
    if (buyer && buyer.body.creditLimit > 0) return buyer;
  }
  return random.pick(buyers);
}
