import { describe, expect, it } from 'vitest';
import { aMemoryBook, aPerson } from '#shared/documents/memory-book.fixture.ts';
import { cash, cashier, finance, manager, refusal, seller, value, aShop, anOrder } from '../branch.fixture.ts';
import { takeOrder } from '../order/rules.ts';
import { fileTrip, withdrawTrip } from '../trip/rules.ts';
import { expense } from './module.ts';
import { claimExpense, excessIn, payExpense, repayExpense, returnExpense, signExpense, withdrawExpense } from './rules.ts';

const treasurer = aPerson('出纳', 'treasurer');
const boss = aPerson('总经理', 'gm');
const report = {
  purpose: '走访客户',
  place: '温州',
  from: '2026-10-28',
  to: '2026-10-30',
  customers: '',
  result: '签意向两份',
  material: '',
};

function aClaim(rest: Partial<Parameters<typeof claimExpense>[0]> = {}) {
  const line = { day: '2026-10-28', category: 'lodging' as const, what: '酒店一晚', amount: 38_000, vouchers: 1, scan: '' };
  return claimExpense({
    type: 'travel',
    purpose: '温州出差',
    trip: '',
    from: '',
    to: '',
    place: '温州',
    notes: '',
    lines: [line],
    ...rest,
  });
}

async function aTrip() {
  const book = aMemoryBook();
  const { trip } = value(await book.run(seller, fileTrip(report))).answer;
  const claim = value(await book.run(seller, aClaim({ trip }))).answer.expense;
  return { book, trip, claim };
}

const paid = (id: string, originals = true) => payExpense(id, { method: 'cash', originals });

describe('an expense claim', () => {
  it('is signed by the supervisor, then paid out of the safe [TRV-04 G-46]', async () => {
    const { book, claim } = await aTrip();
    expect(refusal(await book.run(treasurer, paid(claim))).code).toBe('StatusPassed');
    value(await book.run(manager, signExpense(claim)));
    value(await book.run(treasurer, paid(claim)));
    expect(await book.balance('safe/cash')).toBe(-38_000);
    expect([...(await book.balances('expense/2026-10/')).values()]).toEqual([38_000]);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('is not paid without originals in hand, without the report, or to oneself [G-46]', async () => {
    const { book, claim, trip } = await aTrip();
    value(await book.run(manager, signExpense(claim)));
    expect(refusal(await book.run(treasurer, paid(claim, false)))).toMatchObject({ gate: 'G-46', values: { missing: 'vouchers' } });
    value(await book.run(seller, withdrawTrip(trip, '写错')));
    expect(refusal(await book.run(treasurer, paid(claim)))).toMatchObject({ gate: 'G-46', values: { missing: 'report' } });
    expect(refusal(await book.run(aPerson('小王', 'salesperson', 'finance'), paid(claim))).code).toBe('OwnPaper');
    book.parameters = { 'expense.report_before_claim': false };
    value(await book.run(treasurer, paid(claim)));
  });

  it('a line without a voucher is not paid; a claim for no trip needs no report [G-46]', async () => {
    const book = aMemoryBook();
    const line = { day: '2026-11-01', category: 'office' as const, what: '打印纸', amount: 5000, vouchers: 0, scan: '' };
    const bare = value(await book.run(seller, aClaim({ type: 'general', lines: [line] }))).answer.expense;
    value(await book.run(manager, signExpense(bare)));
    expect(refusal(await book.run(finance, paid(bare)))).toMatchObject({ gate: 'G-46', values: { missing: 'vouchers' } });
    const whole = value(await book.run(seller, aClaim({ type: 'general', lines: [{ ...line, vouchers: 1 }] }))).answer.expense;
    value(await book.run(manager, signExpense(whole)));
    value(await book.run(finance, paid(whole)));
  });

  it('above the standard only passes on a reason of the manager who issued them, never of the claimant [TRV-05 G-47]', async () => {
    const book = aMemoryBook();
    const meal = { day: '2026-11-01', category: 'entertainment' as const, what: '招待客户', amount: 100_001, vouchers: 1, scan: '' };
    const own = value(await book.run(manager, aClaim({ type: 'sales', lines: [meal] }))).answer.expense;
    const over = { 'G-47': { by: manager, reason: '重要客户' } };
    expect(refusal(await book.run(manager, signExpense(own))).code).toBe('OwnPaper');
    expect(refusal(await book.run(boss, signExpense(own)))).toMatchObject({ gate: 'G-47', values: { over: 1, missing: 'entertainment' } });
    expect(refusal(await book.run(boss, signExpense(own, '', over))).code).toBe('OwnPaper');
    const other = aPerson('另一经理', 'manager');
    value(await book.run(other, signExpense(own, '', { 'G-47': { by: other, reason: '重要客户' } })));
    const signed = (await book.get(own))?.events.find(({ type }) => type === 'signed');
    expect(signed?.stamp?.[0]).toMatchObject({ gate: 'G-47', result: 'overridden', overriddenBy: other.id, facts: { over: 1 } });
  });

  it('counts the month’s other claims of the same person [G-47]', async () => {
    const book = aMemoryBook();
    const ad = { day: '2026-11-01', category: 'publicity' as const, what: '展架', amount: 200_000, vouchers: 1, scan: '' };
    const first = value(await book.run(seller, aClaim({ type: 'sales', lines: [ad] }))).answer.expense;
    const second = value(await book.run(seller, aClaim({ type: 'sales', lines: [ad] }))).answer.expense;
    const record = expense.read((await book.get(second)) ?? expect.fail());
    expect(await excessIn(book, record, {})).toEqual([{ category: 'publicity', over: 100_000, limit: 300_000 }]);
    value(await book.run(manager, returnExpense(first, '票据不清')));
    value(await book.run(manager, signExpense(second)));
  });

  it('is returned with a reason, withdrawn only by the claimant, and a wrong payment comes back [TRV-04]', async () => {
    const { book, claim } = await aTrip();
    expect(refusal(await book.run(manager, returnExpense(claim, ' '))).code).toBe('ReasonMissing');
    expect(refusal(await book.run(manager, withdrawExpense(claim, '不报了'))).code).toBe('NotYours');
    value(await book.run(manager, signExpense(claim)));
    value(await book.run(treasurer, paid(claim)));
    value(await book.run(treasurer, repayExpense(claim, '付错人')));
    expect([(await book.get(claim))?.status, await book.balance('safe/cash')]).toEqual(['returned', 0]);
  });

  it('whoever has counter takings in the drawer does not pay claims [SHP-03]', async () => {
    const book = await aShop({ pot: 5000 });
    const both = aPerson('两岗', 'cashier', 'treasurer');
    const { order } = value(await book.run(seller, takeOrder(anOrder('carry', [{ product: 'pot', quantity: 1000, price: 6000 }])))).answer;
    value(await book.run(both, cash(order, 6000)));
    const line = { day: '2026-11-01', category: 'office' as const, what: '打印纸', amount: 5000, vouchers: 1, scan: '' };
    const claim = value(await book.run(seller, aClaim({ type: 'general', lines: [line] }))).answer.expense;
    value(await book.run(manager, signExpense(claim)));
    expect(refusal(await book.run(both, paid(claim))).code).toBe('CounterCashApart');
    expect(refusal(await book.run(cashier, paid(claim))).code).toBe('PostMayNot');
  });

  it('says what is missing in the form, and takes no trip of another [TRV-03 TRV-04]', async () => {
    const { book, trip } = await aTrip();
    expect(refusal(await book.run(seller, aClaim({ purpose: '' }))).code).toBe('TextMissing');
    expect(refusal(await book.run(seller, aClaim({ lines: [] }))).code).toBe('NoLines');
    expect(refusal(await book.run(seller, aClaim({ from: '2026-10-30', to: '2026-10-28' }))).code).toBe('DaysCrossed');
    expect(refusal(await book.run(cashier, aClaim({ trip }))).code).toBe('NotYours');
    expect(refusal(await book.run(seller, fileTrip({ ...report, to: '2026-11-09' }))).code).toBe('DayInFuture');
  });
});
