/** The safe counted every evening and signed (PAY-02), cash to the bank, trips and what they cost (TRV-03…05). */
import { addDays, daysBetween, type Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import { enterBanking } from '#shared/modules/banking/rules.ts';
import { cashBookOf } from '#shared/modules/cashday/book.ts';
import { FACES, LOOSE } from '#shared/modules/cashday/faces.ts';
import { countCash, signCashDay } from '#shared/modules/cashday/rules.ts';
import type { Expense } from '#shared/modules/expense/module.ts';
import { claimExpense, payExpense } from '#shared/modules/expense/rules.ts';
import { decideOn } from '#shared/modules/decisions.ts';
import { openFloat } from '#shared/modules/float/rules.ts';
import { fileTrip, seeTrip } from '#shared/modules/trip/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { MINUTES, type Story } from './diary.ts';
import { another, print, soon, type World } from './world.ts';

const CLOSES = 18 * 60 + 8;
/** Stays in the safe overnight; the rest goes to the bank. */
const OVERNIGHT = 300_000;

/** Every evening from `from` on: what is too much goes to the bank, then the safe is counted and another signs. */
export async function* cashDays(world: World, first: Day, from: Day, today: Day): Story {
  const { book, random } = world;
  yield daysBetween(first, from) * MINUTES + CLOSES;
  for (;;) {
    const keeper = keeperOf(world);
    const witness = random.pick(world.people.finance.filter(({ id }) => id !== keeper.id).concat(world.people.managers.slice(0, 1)));
    const { booked, last } = await cashBookOf(book, 'safe', book.today);
    if (last && booked > OVERNIGHT * 2) {
      const amount = Math.floor((booked - OVERNIGHT) / 100_000) * 100_000;
      const slip = {
        type: 'toBank' as const,
        bank: bankOf(world),
        slip: '',
        note: '',
      };
      await book.must(keeper, enterBanking({ ...slip, amount, slipNo: `YH${random.whole(100_000, 999_999)}` }));
    }
    const { booked: left } = await cashBookOf(book, 'safe', book.today);
    const there = last ? Math.max(0, left - (random.chance(0.05) ? random.whole(1, 8) * 100 : 0)) : Math.max(left, 0) + OVERNIGHT;
    const reason = !last ? '期初建账，按实点入账' : there === left ? '' : '零钱找错，已查监控';
    const { cashday } = await book.must(keeper, countCash({ box: 'safe', faces: notesOf(there), reason }));
    if (book.today >= addDays(today, -1)) return;
    yield world.diary.minute + random.whole(4, 15);
    await book.must(witness, signCashDay(cashday));
    await print(world, keeper, cashday, 'cash-day-sheet');
    yield another(world, 1, CLOSES, CLOSES + 10);
  }
}

/** Finance fills the purchasing float; where the safe has not enough, the keeper fetches it from the bank first. */
export async function fillFloat(world: World, amount: Fen): Promise<void> {
  const { book, random, people } = world;
  const fill = openFloat({ amount, person: '财务拨付', note: '' });
  if ((await book.run(random.pick(people.finance), fill)).ok) return;
  const slip = { type: 'fromBank' as const, bank: bankOf(world), slipNo: `QX${random.whole(100_000, 999_999)}`, slip: '', note: '备用金' };
  await book.must(keeperOf(world), enterBanking({ ...slip, amount: amount * 2 }));
  await book.must(random.pick(people.finance), fill);
}

function bankOf({ branch }: World): string {
  return `${branch.details.bank} ${branch.details.account.slice(-4)}`;
}

function keeperOf({ people }: World): Actor {
  const keeper = people.treasurers[0] ?? people.finance[0];
  if (!keeper) throw new RangeError('nobody keeps the safe');
  return keeper;
}

function notesOf(amount: Fen): { face: Fen; count: number }[] {
  let left = amount;
  return [...FACES, LOOSE].map((face) => {
    const count = Math.floor(left / face);
    left -= count * face;
    return { face, count };
  });
}

type Until = 'paid' | 'signed' | 'submitted' | 'returned';

interface Outing {
  /** Days before the end. */
  days: number;
  until: Until;
  place: string;
  purpose: string;
  result: string;
  isOver?: boolean;
}

const outings: readonly Outing[] = [
  { days: 3, until: 'submitted', place: '温州', purpose: '回访配电柜客户', result: '两家客户约定下月试机，带回样柜尺寸图' },
  { days: 6, until: 'signed', place: '南京', purpose: '参加电力设备展', result: '收集名片 34 张，重点跟进 5 家', isOver: true },
  { days: 12, until: 'paid', place: '上海', purpose: '拜访设计院', result: '入围供应商名录，年底前报价' },
  { days: 20, until: 'returned', place: '苏州', purpose: '催收合同尾款', result: '对方答应月底付清，已签对账单' },
  { days: 33, until: 'paid', place: '合肥', purpose: '项目现场勘测', result: '电缆路由已复测，需增加接头两只' },
  { days: 47, until: 'paid', place: '宁波', purpose: '新客户走访', result: '走访 6 家，建档 4 家' },
];

/** Trips, each with its report and its claim; the newest are still on their way. */
export function* outingsOf(world: World, first: Day, today: Day, size: number): Generator<[Day, Story]> {
  const count = size >= 1_500 ? outings.length : 3;
  for (const outing of outings.slice(0, count)) yield [addDays(today, -outing.days), outingStory(world, outing)];
  if (size < 10_000) return;
  for (let day = 70; day < daysBetween(first, today) - 20; day += 9) {
    const like = outings[((day / 9) % outings.length) | 0];
    if (like) yield [addDays(today, -day), outingStory(world, { ...like, days: day, until: 'paid', isOver: false })];
  }
}

async function* outingStory(world: World, { place, purpose, result, until, isOver }: Outing): Story {
  const { book, random, people } = world;
  const traveller = random.pick(people.sellers);
  const supervisor = people.managers.find(({ id }) => id !== traveller.id) ?? random.pick(people.managers);
  const keeper = keeperOf(world);
  const to = addDays(book.today, -1);
  const from = addDays(to, -1);
  const { trip } = await book.must(traveller, fileTrip({ purpose, place, from, to, customers: '', result, material: '' }));
  yield soon(world, 15, 60);
  const lines: Expense['lines'] = [
    { day: from, category: 'transport', what: `杭州—${place} 高铁往返`, amount: random.whole(12, 46) * 1_000, vouchers: 2, scan: '' },
    { day: from, category: 'lodging', what: '商务酒店一晚', amount: isOver === true ? 52_800 : 36_800, vouchers: 1, scan: '' },
    { day: from, category: 'meals', what: '出差餐补', amount: 10_000, vouchers: 1, scan: '' },
    { day: to, category: 'meals', what: '出差餐补', amount: 8_000, vouchers: 1, scan: '' },
  ];
  const claim = { type: 'travel' as const, purpose: `${place}出差：${purpose}`, trip, from, to, place, notes: '', lines };
  const { expense } = await book.must(traveller, claimExpense(claim));
  if (until === 'submitted') return;
  yield soon(world, 30, 200);
  await book.must(supervisor, seeTrip(trip, '已阅'));
  if (until === 'returned') {
    await book.must(supervisor, decideOn(expense, { verb: 'sendBack', comment: '高铁票抬头不是本公司，请换票后重报' }));
    return;
  }
  const overrides = isOver === true ? { 'G-47': { by: supervisor, reason: '展会期间房价上涨，已事先同意' } } : {};
  await book.must(supervisor, decideOn(expense, { verb: 'sign', comment: '同意', overrides }));
  if (until === 'signed') return;
  yield another(world, 1, 9 * 60, 16 * 60);
  const paid = await book.run(keeper, payExpense(expense, { method: 'cash', originals: true }));
  if (!paid.ok) await book.must(keeper, payExpense(expense, { method: 'transfer', originals: true }));
  await print(world, traveller, expense, 'expense-claim');
}
