/** What comes with contracts month by month: both ledgers compared and signed, commission, statements, lent signatures, old offers cleared. */
import { addDays, addMonths, daysBetween, firstDay, lastDay, monthOf, type Day, type Month } from '#shared/core/calendar.ts';
import { drawClosing, signClosingForFinance, signClosingForSales } from '#shared/modules/closing/rules.ts';
import { payCommission, writeCommission } from '#shared/modules/commission/rules.ts';
import { contract, isInForce } from '#shared/modules/contract/module.ts';
import { lendSignature } from '#shared/modules/delegation/rules.ts';
import { postEntry } from '#shared/modules/entry/rules.ts';
import { expireQuotations } from '#shared/modules/quotation/rules.ts';
import { agreeStatement, disputeStatement, drawStatement, sendStatement } from '#shared/modules/statement/rules.ts';
import { MINUTES, type Story } from './diary.ts';
import { signThrough } from './signing.ts';
import { another, chief, print, soon, type Buyer, type World } from './world.ts';

/** The months that are over, with the first minute of the `day`th after each. */
function monthsOver(first: Day, today: Day, day: number): { month: Month; at: number; isLast: boolean }[] {
  const last = addMonths(monthOf(today), -1);
  const found: { month: Month; at: number; isLast: boolean }[] = [];
  for (let month = monthOf(first); month <= last; month = addMonths(month, 1)) {
    const at = daysBetween(first, addDays(firstDay(addMonths(month, 1)), day - 1)) * MINUTES;
    found.push({ month, at, isLast: month === last });
  }
  return found;
}

/** 月末对账: signed by both sides; in the last month a small difference is still open (G-45, CON-06). */
export async function* closings(world: World, first: Day, today: Day): Story {
  const { book, random, people } = world;
  for (const { month, at, isLast } of monthsOver(first, today, 2)) {
    yield at;
    yield another(world, 0, 9 * 60, 10 * 60 + 30);
    const agreed = (await book.all({ kind: contract.kind })).rows.filter(({ status, day }) => isInForce(status) && day <= lastDay(month));
    if (agreed.length === 0) continue;
    const odd = agreed.find(({ status }) => status === 'balanceDue') ?? agreed[0];
    if (isLast && odd) {
      const reason = '客户自付运费抵货款，单据未到财务';
      const entry = {
        contract: odd.id,
        book: 'sales' as const,
        measure: 'collected' as const,
        amount: 36_000,
        day: lastDay(month),
        reason,
      };
      const seller = people.sellers.find(({ id }) => id === odd.owner) ?? random.pick(people.sellers);
      await book.must(seller, postEntry(entry));
      yield soon(world, 10, 40);
    }
    const manager = random.pick(people.managers);
    const { closing } = await book.must(manager, drawClosing(month));
    await print(world, manager, closing, 'reconciliation-sheet');
    if (isLast) return;
    yield soon(world, 40, 180);
    // A delivery booked late is a difference: the month stays open, as it would.
    if (!(await book.run(manager, signClosingForSales(closing))).ok) continue;
    yield soon(world, 10, 60);
    await book.run(random.pick(people.finance), signClosingForFinance(closing));
  }
}

/** Commission on what was collected, sheet by sheet through its signatures; this month's are still on their way (STF-09, G-43). */
export async function* commissions(world: World, first: Day, today: Day): Story {
  const { book, random, people } = world;
  for (const { at, isLast } of monthsOver(first, today, 6)) {
    yield at;
    yield another(world, 0, 10 * 60, 11 * 60);
    const sheets: string[] = [];
    for (const seller of people.sellers) {
      const written = await book.run(seller, writeCommission(seller.id));
      if (written.ok) sheets.push(written.value.commission);
      yield soon(world, 3, 12);
    }
    for (const [index, sheet] of sheets.entries()) {
      if (isLast && index > 1) continue;
      const finance = random.pick(people.finance);
      yield* signThrough(world, sheet, finance, isLast ? (index === 1 ? 'dgmFinance' : 'gm') : undefined);
      if ((await book.get(sheet))?.status !== 'approved') continue;
      yield soon(world, 10, 60);
      await book.must(finance, payCommission(sheet, 'transfer'));
      await print(world, finance, sheet, 'commission-sheet');
    }
  }
}

/** 对账单 for two customers a quarter; most send the slip back signed. */
export async function* statements(world: World, pool: readonly Buyer[], first: Day, today: Day): Story {
  const { book, random } = world;
  for (const { month, at } of monthsOver(first, today, 8).filter(({ month: over, isLast }) => isLast || Number(over.slice(5)) % 3 === 0)) {
    yield at;
    yield another(world, 0, 14 * 60, 15 * 60);
    for (const buyer of new Set([pool[0], pool.at(-1)])) {
      if (!buyer) continue;
      const from = firstDay(addMonths(month, -2));
      const { statement } = await book.must(buyer.seller, drawStatement({ party: buyer.id, from, to: lastDay(month) }));
      await print(world, buyer.seller, statement, 'account-statement');
      await book.must(buyer.seller, sendStatement(statement, random.pick(['快递', '邮件', '上门'])));
      yield another(world, random.whole(2, 6));
      if (random.chance(0.2))
        await book.must(buyer.seller, disputeStatement(statement, { amount: 1_280_00, text: '对方未记最后一笔到货' }));
      else await book.must(buyer.seller, agreeStatement(statement, { name: buyer.body.contact, file: '' }));
    }
  }
}

/** The general manager lends the signature when travelling: once in summer, and just now. */
export async function* lendings(world: World, first: Day, today: Day): Story {
  const { book } = world;
  const trips: readonly (readonly [Day, number, string])[] = [
    [addDays(first, 214), 6, '赴德国参加展会'],
    [addDays(today, -1), 4, '赴上海参加行业年会'],
  ];
  for (const [from, days, reason] of trips) {
    yield daysBetween(first, from) * MINUTES + 8 * 60 + 40;
    const to = chief(world, 'dgmSales').id;
    const until = addDays(book.today, days);
    await book.must(chief(world, 'gm'), lendSignature({ to, roles: ['gm'], matters: [], from: book.today, until, reason }));
  }
}

/** Once a week offers past their day are cleared from the list. */
export async function* expiries(world: World): Story {
  for (;;) {
    yield another(world, 7, 8 * 60 + 45, 9 * 60);
    await world.book.must(world.random.pick(world.people.managers), expireQuotations());
  }
}
