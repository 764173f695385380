/** What is open when somebody sits down at the demonstration: work for every post. */
import { addDays } from '#shared/core/calendar.ts';
import { bundlesOf, offerHandover } from '#shared/modules/handover/rules.ts';
import { addTask } from '#shared/modules/task/rules.ts';
import { planDuty, startDuty } from '#shared/modules/duty/rules.ts';
import { accountSale, carrySale, collectSale } from './counter-story.ts';
import { delivery, type Stage } from './delivery-story.ts';
import type { Story } from './diary.ts';
import { expected, visitStory } from './reception-story.ts';
import { bringBack } from './return-story.ts';
import { shortageSale } from './shortage-story.ts';
import { soon, type Buyer, type World } from './world.ts';

/** Days before the end on which the open deliveries of each stage began; the ages of unsigned slips among them. */
const openDeliveries: readonly (readonly [Stage, number])[] = [
  ['passed', 34],
  ['passed', 18],
  ['passed', 11],
  ['passed', 7],
  ['passed', 4],
  ['signed', 6],
  ['signed', 5],
  ['signed', 4],
  ['passed', 2],
  ['out', 1],
  ['picked', 1],
  ['released', 1],
  ['noted', 1],
  ['reviewed', 1],
  ['ordered', 1],
];

/** Begun on earlier days, left where they are. */
export function openWork(world: World, daysLeft: number): Story[] {
  return openDeliveries
    .filter(([, days]) => days === daysLeft)
    .map(([until], index) => delivery(world, creditBuyer(world), { until, machines: index % 2 === 1 && until === 'ordered' }));
}

function creditBuyer(world: World): Buyer {
  return world.random.pick(world.buyers.filter(({ body, pays }) => body.creditLimit > 5_000_000 && pays === 'well'));
}

function anyBuyer(world: World): Buyer {
  return world.random.pick(world.buyers);
}

/** The last day: stories in the order of the clock, each left at its stage. Minutes of the day. */
export function lastDay(world: World): [number, Story][] {
  const credit = () => creditBuyer(world);
  return [
    [510, standAtTheDoor(world)],
    [515, promises(world)],
    [520, expected(world, 0, 10)],
    [522, expected(world, 0, 16)],
    [524, expected(world, 0, 17)],
    [526, expected(world, 1)],
    [545, delivery(world, credit(), { until: 'ordered' })],
    [548, delivery(world, credit(), { until: 'ordered', machines: true })],
    [550, delivery(world, credit(), { until: 'noted' })],
    [552, delivery(world, credit(), { until: 'noted' })],
    [554, delivery(world, credit(), { until: 'released' })],
    [556, delivery(world, credit(), { until: 'released' })],
    [560, delivery(world, credit(), { until: 'picked' })],
    [565, delivery(world, credit(), { until: 'out' })],
    [570, delivery(world, credit(), { until: 'pass' })],
    [572, delivery(world, credit(), { until: 'pass' })],
    [580, shortageSale(world, anyBuyer(world), 'written')],
    [585, shortageSale(world, anyBuyer(world), 'photographed')],
    [590, shortageSale(world, anyBuyer(world), 'recorded')],
    [595, shortageSale(world, anyBuyer(world), 'drawn')],
    [640, accountSale(world, credit(), 'handed')],
    ...[550, 575, 610, 660, 690, 780, 830, 850].map((minute): [number, Story] => [
      minute,
      carrySale(world, world.random.pick(world.people.sellers)),
    ]),
    [700, offerAtNoon(world)],
    [720, carrySale(world, world.random.pick(world.people.sellers), '', undefined, true)],
    [740, openReturns(world)],
    [760, collectSale(world, anyBuyer(world), 'ordered')],
    [770, collectSale(world, anyBuyer(world), 'ordered')],
    [790, collectSale(world, anyBuyer(world), 'picked')],
    [905, visitStory(world, 'asked', 'walk-in')],
    [914, visitStory(world, 'greeted', 'walk-in')],
    [919, visitStory(world, 'waiting', 'walk-in')],
    [924, visitStory(world, 'waiting', 'phone')],
    [927, visitStory(world, 'waiting', 'walk-in')],
  ];
}

/** Two returns to be approved, one whose goods the warehouse waits for. */
async function* openReturns(world: World): Story {
  const { rows } = await world.book.list({ kind: 'order', status: 'closed', limit: 20 });
  const recent = rows.filter(({ day, body }) => day >= addDays(world.book.today, -3) && body.class !== 'delivery');
  for (const [index, row] of recent.slice(0, 3).entries()) yield* bringBack(world, row.id, 0, index < 2 ? 'asked' : 'approved');
}

async function* standAtTheDoor(world: World): Story {
  const { book, random, people } = world;
  const manager = random.pick(people.managers);
  const [first, second] = [random.pick(people.sellers), random.pick(people.sellers)];
  const now = await book.must(manager, planDuty(book.today, first.id, { from: '08:30', to: '18:00', place: '门店大门' }));
  if (first.id !== second.id) await book.must(manager, planDuty(book.today, second.id, { from: '18:00', to: '20:00', place: '门店大门' }));
  await book.must(manager, planDuty(addDays(book.today, 1), second.id, { from: '08:30', to: '12:00', place: '门店大门' }));
  yield soon(world, 1, 4);
  await book.must(first, startDuty(now.duty));
}

/** Something due today for everybody who sells, and something for the others. */
async function* promises(world: World): Story {
  const { book, people, random } = world;
  for (const [index, owner] of people.sellers.entries()) {
    const buyer = random.pick(world.buyers);
    const body = {
      type: 'follow-up' as const,
      due: addDays(book.today, index % 3 === 2 ? 1 : 0),
      text: `回访${buyer.body.name}`,
      phone: buyer.body.phone,
    };
    await book.must(owner, addTask({ body, party: buyer.id }));
  }
  for (const owner of [...people.keepers, ...people.finance])
    await book.must(
      people.managers[0] ?? owner,
      addTask({ body: { type: 'other', due: book.today, text: '本周盘点抽查', phone: '' }, owner: owner.id }),
    );
  yield soon(world, 1, 2);
}

/** The second cashier hands over at noon; finance has not counted it yet. */
async function* offerAtNoon(world: World): Story {
  const cashier = world.people.cashiers[1];
  if (!cashier) return;
  const bundles = await bundlesOf(world.book, cashier.id);
  if (bundles.length === 0) return;
  const counted = bundles.map(({ day, method, booked }) => ({ day, method, counted: booked }));
  await world.book.must(cashier, offerHandover({ counted, note: '午间交款' }));
  yield soon(world, 1, 2);
}
