/** Which contracts there are in the year, and what stands open of them today. */
import { addDays, daysBetween, type Day } from '#shared/core/calendar.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { closings, commissions, expiries, lendings, statements } from './contract-office.ts';
import type { ContractPlan, ContractStage } from './contract-plan.ts';
import { contractStory } from './contract-story.ts';
import { MINUTES, type Story } from './diary.ts';
import { aProjectBuyer, type PlanShape } from './project.ts';
import { openQuotation, type QuotationStage } from './quotation-story.ts';
import { busyness, daysUpTo } from './season.ts';
import type { Buyer, World } from './world.ts';

interface Open extends Partial<ContractPlan> {
  until: ContractStage;
  /** Days before the end on which it began. */
  days: number;
}

/** The most telling ones first: a small branch has only these. */
const openContracts: readonly Open[] = [
  { until: 'halfSigned', days: 4, isSentBack: true },
  { until: 'closed', days: 150, pays: 'badly' },
  { until: 'producing', days: 24 },
  { until: 'countersigned', days: 7 },
  { until: 'working', days: 58, shape: 'service' },
  { until: 'closed', days: 84, pays: 'short', shape: 'first' },
  { until: 'asked', days: 80 },
  { until: 'noticed', days: 15 },
  { until: 'applied', days: 2 },
  { until: 'shipped', days: 36, shape: 'service' },
  { until: 'salesSigned', days: 6 },
  { until: 'explained', days: 5 },
  { until: 'sentBack', days: 3, isSentBack: true },
  { until: 'accepted', days: 64, shape: 'service' },
  { until: 'sealed', days: 9 },
  { until: 'effective', days: 12 },
  { until: 'stocked', days: 30 },
  { until: 'invoiced', days: 88 },
  { until: 'closed', days: 330, pays: 'court' },
];

const openQuotations: readonly (readonly [QuotationStage, number])[] = [
  ['submitted', 1],
  ['sent', 3],
  ['declined', 26],
  ['drafted', 1],
  ['talked', 5],
  ['forgotten', 34],
];

const OPENS = 8 * 60 + 30;

/**
 * Begins all of them, each on its day; what they write stays in the book to the end, as the ledgers of a contract are compared month after month.
 * @param size documents of the branch, about
 */
export function beginContracts(world: World, size: number, first: Day, today: Day): void {
  const { diary, random } = world;
  const pool: Buyer[] = [];
  const days = daysUpTo(first, today);
  const begin = (day: Day, story: Story): void =>
    diary.begin(story, daysBetween(first, day) * MINUTES + random.whole(OPENS + 15, OPENS + 420), true);

  const weights = days.flatMap((day): [Day, number][] =>
    daysBetween(first, day) >= 35 && daysBetween(day, today) >= 92 ? [[day, busyness(world.branch, day, first, today)]] : [],
  );
  const regular = size >= 10_000 ? Math.round(size / 1_600) : size >= 1_500 ? 4 : 1;
  for (let count = 0; count < regular; count += 1) begin(random.weigh(weights), deal(world, pool, { until: 'closed' }));

  const fewest = size >= 1_500 ? openContracts.length : size >= 700 ? 6 : 3;
  const rounds = size >= 50_000 ? 2 : 1;
  for (let round = 0; round < rounds; round += 1) {
    for (const open of openContracts.slice(0, fewest)) begin(addDays(today, -open.days - round), deal(world, pool, open));
    const offers = size >= 700 ? openQuotations : openQuotations.slice(0, 2);
    for (const [until, before] of offers) begin(addDays(today, -before - round), offer(world, pool, until));
  }
  for (const story of [closings, commissions]) begin(first, story(world, first, today));
  begin(first, statements(world, pool, first, today));
  begin(first, lendings(world, first, today));
  begin(first, expiries(world));
}

async function* deal(world: World, pool: Buyer[], given: Partial<ContractPlan> & Pick<ContractPlan, 'until'>): Story {
  const { random } = world;
  const shape: PlanShape = random.weigh([
    ['deposit', 3],
    ['first', 4],
    ['service', 3],
  ]);
  const plan: ContractPlan = {
    shape,
    worth:
      random.weigh([
        [random.whole(50, 150), 5],
        [random.whole(150, 350), 4],
        [random.whole(350, 800), 1.5],
      ]) * 100_000,
    isQuoted: given.until === 'closed' && given.pays === undefined && random.chance(0.75),
    isSentBack: given.until === 'closed' && given.pays === undefined && random.chance(0.12),
    pays: random.chance(0.7) ? 'well' : 'late',
    ...given,
  };
  yield* contractStory(world, await buyerFrom(world, pool, plan.pays === 'badly' || plan.pays === 'court'), plan);
}

async function* offer(world: World, pool: Buyer[], until: QuotationStage): Story {
  yield* openQuotation(world, await buyerFrom(world, pool, false), until);
}

/** Somebody who bought before, or somebody new; who pays badly never buys again. */
async function buyerFrom(world: World, pool: Buyer[], isBad: boolean): Promise<Buyer> {
  const { random, people } = world;
  if (!isBad && pool.length > 2 && random.chance(0.5)) return random.pick(pool);
  // The first salesperson has the bad ones: the overdue money is held back from the commission.
  const seller: Actor = (isBad && people.sellers[0]) || random.pick(people.sellers);
  const buyer = await aProjectBuyer(world, seller);
  if (!isBad) pool.push(buyer);
  return buyer;
}
