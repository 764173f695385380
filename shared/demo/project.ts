/** A customer who buys by contract, and what the contract is about. */
import { addDays, type Day } from '#shared/core/calendar.ts';
import { lineAmount, type Fen } from '#shared/core/money.ts';
import type { PlanLine } from '#shared/modules/contract/terms.ts';
import { saveCustomer } from '#shared/modules/customer/rules.ts';
import type { OrderLine } from '#shared/modules/order/module.ts';
import { decideOn } from '#shared/modules/decisions.ts';
import { assessCredit } from '#shared/modules/credit/rules.ts';
import { gradeTable, gradeUntil } from '#shared/modules/credit/facts.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { lineOf, pickWare } from './goods.ts';
import { aBuyer } from './masters.ts';
import type { Buyer, World } from './world.ts';

/** Buys by contract and never at the counter, so that its account shows the contracts alone. */
export async function aProjectBuyer(world: World, seller: Actor): Promise<Buyer> {
  const { random } = world;
  for (;;) {
    const fresh = aBuyer(world);
    if (fresh.body.type !== 'organisation' || fresh.body.name.endsWith('经营部')) continue;
    const body = {
      ...fresh.body,
      class: random.weigh([
        ['key', 3],
        ['potential', 2],
      ] as const),
      creditLimit: 0,
      creditDays: 0,
      notes: '工程客户，按合同供货',
    };
    const input = { id: '', body, candidates: [], confirmed: true, owner: seller.id };
    const { customer } = await world.book.must(seller, saveCustomer(input));
    return { body, pays: fresh.pays, id: customer, seller };
  }
}

const bases = [
  '近两年回款及时，无逾期；注册资本 2000 万元',
  '老客户介绍，已看厂；纳税信用 B 级',
  '首单，提供了上年审计报告与开户许可',
  '工程总包，业主方为市属国企',
] as const;

/** Assessed by the manager, fixed by finance. `isOpen`: finance has not looked at it yet. */
export async function assess(world: World, buyer: Buyer, isOpen = false): Promise<void> {
  const { book, random, people } = world;
  const grade = buyer.body.class === 'key' ? 'A' : random.pick(['A', 'B', 'B', 'C'] as const);
  const parameters = await parametersInForce(book, book.today);
  const assessed = await book.must(
    random.pick(people.managers),
    assessCredit({
      party: buyer.id,
      grade,
      ...gradeTable(grade, parameters),
      basis: random.pick(bases),
      validUntil: gradeUntil(book.today, parameters),
    }),
  );
  if (!isOpen) await book.must(random.pick(people.finance), decideOn(assessed.credit, { verb: 'sign', comment: '同意' }));
}

export interface ProjectGoods {
  lines: OrderLine[];
  total: Fen;
}

/** Goods for about `worth`, a few sorts of them, at a price between the list's and the floor. */
export function projectGoods(world: World, worth: Fen, rate: number): ProjectGoods {
  const { random } = world;
  const count = random.weigh([
    [2, 2],
    [3, 3],
    [5, 3],
    [8, 2],
    [12, 1],
  ]);
  const lines: OrderLine[] = [];
  for (let tries = 0; lines.length < count && tries < 200; tries += 1) {
    const ware = pickWare(world);
    const isTaken = lines.some(({ product }) => product === ware.id);
    if (isTaken || ware.group !== 'general' || ware.price < 3_000 || ware.price > worth / 2) continue;
    const wanted = Math.max(1, Math.round((worth / count / ware.price) * (0.5 + random.next())));
    const whole = wanted > 50 ? Math.round(wanted / 10) * 10 : wanted;
    lines.push(lineOf(ware, Math.min(3_000, whole) * 1000, rate));
  }
  const [first] = lines;
  if (first && lines.length > 2 && random.chance(0.3)) {
    const cheap = lines.toSorted((a, b) => a.listPrice - b.listPrice)[0] ?? first;
    lines.push({ ...cheap, quantity: 2000, price: 0, amount: 0, gift: true });
  }
  return { lines, total: lines.reduce((sum, line) => sum + lineAmount(line.price, line.quantity), 0) };
}

export type PlanShape = 'deposit' | 'first' | 'service';

/** How the money comes: days from today and shares of the price, the odd fen in the balance. */
const shapes: Readonly<Record<PlanShape, readonly (readonly [PlanLine['kind'], number, number])[]>> = {
  deposit: [
    ['deposit', 12, 20],
    ['instalment', 48, 45],
    ['balance', 100, 35],
  ],
  first: [
    ['first', 12, 30],
    ['instalment', 45, 35],
    ['balance', 95, 35],
  ],
  service: [
    ['first', 12, 30],
    ['instalment', 50, 60],
    ['balance', 130, 10],
  ],
};

export function planFor(shape: PlanShape, total: Fen, today: Day): PlanLine[] {
  let left = total;
  return shapes[shape].map(([kind, days, percent], index, all) => {
    const amount = index === all.length - 1 ? left : Math.floor((total * percent) / 10_000) * 100;
    left -= amount;
    return { kind, due: addDays(today, days), amount };
  });
}

export const payments: Readonly<Record<PlanShape, string>> = {
  deposit: '定金 20%，提货前付 45%，余款 35% 于验收后付清',
  first: '首期 30%，提货前付 35%，余款 35% 于约定日付清',
  service: '首期 30%，完工后付 60%，质保金 10%',
};
