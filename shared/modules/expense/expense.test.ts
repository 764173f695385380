import { describe, expect, it } from 'vitest';
import { aMemoryBook, aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { cash, cashier, finance, givingBack, manager, refusal, seller, signing, value, aShop, anOrder } from '../branch.fixture.ts';
import { decideOn, recallOne } from '../decisions.ts';
import { takeOrder } from '../order/rules.ts';
import { fileTrip, withdrawTrip } from '../trip/rules.ts';
import { expense } from './module.ts';
import { claimExpense, excessIn, payExpense, repayExpense, returnExpense, withdrawExpense } from './rules.ts';

const treasurer = aPerson('出纳', 'treasurer');
const deputy = aPerson('财务副总', 'dgmFinance');
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

const letting = (id: string, by: Actor) => decideOn(id, { verb: 'sign', comment: '', overrides: { 'G-47': { by, reason: '重要客户' } } });
const paid = (id: string, originals = true) => payExpense(id, { method: 'cash', originals });

describe('an expense claim', () => {
  it('is signed by the supervisor, then paid out of the safe [TRV-04 G-46]', async () => {
    const { book, claim } = await aTrip();
    expect(refusal(await book.run(treasurer, paid(claim))).code).toBe('StatusPassed');
    value(await book.run(manager, signing(claim)));
    value(await book.run(treasurer, paid(claim)));
    expect(await book.balance('safe/cash')).toBe(-38_000);
    expect([...(await book.balances('expense/2026-10/')).values()]).toEqual([38_000]);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('is not paid without originals in hand, without the report, or to oneself [G-46]', async () => {
    const { book, claim, trip } = await aTrip();
    value(await book.run(manager, signing(claim)));
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
    value(await book.run(manager, signing(bare)));
    expect(refusal(await book.run(finance, paid(bare)))).toMatchObject({ gate: 'G-46', values: { missing: 'vouchers' } });
    const whole = value(await book.run(seller, aClaim({ type: 'general', lines: [{ ...line, vouchers: 1 }] }))).answer.expense;
    value(await book.run(manager, signing(whole)));
    value(await book.run(finance, paid(whole)));
  });

  it('above the standard only passes on a reason of the manager who issued them, never of the claimant [TRV-05 G-47]', async () => {
    const book = aMemoryBook();
    const meal = { day: '2026-11-01', category: 'entertainment' as const, what: '招待客户', amount: 100_001, vouchers: 1, scan: '' };
    const own = value(await book.run(manager, aClaim({ type: 'sales', lines: [meal] }))).answer.expense;
    expect(refusal(await book.run(manager, signing(own))).code).toBe('MustBeAnother');
    expect(refusal(await book.run(deputy, signing(own)))).toMatchObject({ gate: 'G-47', values: { over: 1, missing: 'entertainment' } });
    expect(refusal(await book.run(deputy, letting(own, manager))).code).toBe('OwnPaper');
    const other = aPerson('另一经理', 'manager');
    value(await book.run(deputy, letting(own, other)));
    const signed = (await book.get(own))?.events.find(({ type }) => type === 'approved');
    expect(signed?.stamp?.[0]).toMatchObject({ gate: 'G-47', result: 'overridden', overriddenBy: other.id, facts: { over: 1 } });
  });

  it('counts the month’s other claims of the same person [G-47]', async () => {
    const book = aMemoryBook();
    const ad = { day: '2026-11-01', category: 'publicity' as const, what: '展架', amount: 200_000, vouchers: 1, scan: '' };
    const first = value(await book.run(seller, aClaim({ type: 'sales', lines: [ad] }))).answer.expense;
    const second = value(await book.run(seller, aClaim({ type: 'sales', lines: [ad] }))).answer.expense;
    const record = expense.read((await book.get(second)) ?? expect.fail());
    expect(await excessIn(book, record, {})).toEqual([{ category: 'publicity', over: 100_000, limit: 300_000 }]);
    value(await book.run(manager, givingBack(first, '票据不清')));
    value(await book.run(manager, signing(second)));
  });

  it('is returned with a reason, withdrawn only by the claimant, and a wrong payment comes back [TRV-04]', async () => {
    const { book, claim } = await aTrip();
    expect(refusal(await book.run(manager, givingBack(claim, ' '))).code).toBe('ReasonMissing');
    value(await book.run(manager, signing(claim)));
    expect(refusal(await book.run(treasurer, returnExpense(claim, ' '))).code).toBe('ReasonMissing');
    expect(refusal(await book.run(manager, withdrawExpense(claim, '不报了'))).code).toBe('NotYours');
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
    value(await book.run(manager, signing(claim)));
    expect(refusal(await book.run(both, paid(claim))).code).toBe('CounterCashApart');
    expect(refusal(await book.run(cashier, paid(claim))).code).toBe('PostMayNot');
  });

  it('says what is missing in the form, and takes no trip of another [TRV-03 TRV-04]', async () => {
    const { book, trip } = await aTrip();
    expect(refusal(await book.run(seller, aClaim({ purpose: '' }))).code).toBe('TextMissing');
    expect(refusal(await book.run(seller, aClaim({ lines: [] }))).code).toBe('NoLines');
    expect(refusal(await book.run(seller, aClaim({ from: '2026-10-30', to: '2026-10-28' }))).code).toBe('DaysCrossed');
    expect(refusal(await book.run(cashier, aClaim({ trip }))).code).toBe('NotYours');
    const line = { day: '2026-11-02', category: 'lodging' as const, what: '酒店', amount: 1, vouchers: 1, scan: '' };
    expect(refusal(await book.run(seller, aClaim({ lines: [{ ...line, amount: 0 }] }))).code).toBe('AmountNotPositive');
    expect(refusal(await book.run(seller, aClaim({ lines: [{ ...line, day: '2026-11-03' }] }))).code).toBe('DayInFuture');
    expect(refusal(await book.run(seller, aClaim({ trip: 'nothing' }))).code).toBe('NotFound');
    value(await book.run(seller, aClaim({ lines: [line] })));
  });
});

describe('who signs a claim', () => {
  const office = (amount: number) => ({ day: '2026-11-01', category: 'transport' as const, what: '包车', amount, vouchers: 1, scan: '' });

  async function claimed(book: MemoryBook, by: Actor, amount: number): Promise<string> {
    return value(await book.run(by, aClaim({ type: 'general', lines: [office(amount)] }))).answer.expense;
  }

  async function chainOf(book: MemoryBook, by: Actor, amount: number) {
    const record = await book.get(await claimed(book, by, amount));
    return record && approvalOf(record)?.chain;
  }

  it.each([
    [500_000, [['manager']]],
    [500_001, [['manager'], ['dgmFinance']]],
    [2_000_000, [['manager'], ['dgmFinance']]],
    [2_000_001, [['manager'], ['dgmFinance'], ['gm']]],
  ])('follows from what is claimed: %d fen [QPA-07 TRV-04]', async (amount, chain) => {
    expect(await chainOf(aMemoryBook(), seller, amount)).toEqual(chain);
  });

  it.each([
    [99_999, [['finance']]],
    [100_000, [['finance'], ['gm']]],
  ])('is the policy’s to say: %d fen [QPA-07 PLT-01 TRV-04]', async (amount, chain) => {
    const book = aMemoryBook();
    book.parameters = { 'approval.expense': 'finance:99999; finance>gm' };
    expect(await chainOf(book, seller, amount)).toEqual(chain);
  });

  it('goes to those above where the claimant holds the post, and to a colleague where nobody is above [PLT-07 TRV-04]', async () => {
    const book = aMemoryBook();
    expect(await chainOf(book, manager, 500_000)).toEqual([['dgmFinance']]);
    expect(await chainOf(book, deputy, 2_000_000)).toEqual([['manager']]);
    expect(await chainOf(book, boss, 2_000_001)).toEqual([['manager'], ['dgmFinance']]);
    book.parameters = { 'approval.expense': 'manager' };
    const own = await claimed(book, manager, 500_000);
    expect(refusal(await book.run(manager, signing(own))).code).toBe('MustBeAnother');
    value(await book.run(aPerson('另一经理', 'manager'), signing(own)));
    expect((await book.get(own))?.status).toBe('signed');
  });

  it('is paid after the last signature only, by none of those who signed [G-46 QPA-06 TRV-04]', async () => {
    const book = aMemoryBook();
    const id = await claimed(book, seller, 500_001);
    value(await book.run(manager, signing(id)));
    expect(refusal(await book.run(treasurer, payExpense(id, { method: 'transfer', originals: true }))).code).toBe('StatusPassed');
    expect(refusal(await book.run(manager, signing(id))).code).toBe('MustBeAnother');
    const both = aPerson('财务副总', 'dgmFinance', 'finance');
    value(await book.run(both, signing(id)));
    expect(refusal(await book.run(both, payExpense(id, { method: 'transfer', originals: true }))).code).toBe('MustBeAnother');
    value(await book.run(treasurer, payExpense(id, { method: 'transfer', originals: true })));
  });

  it('what the manager let pass is passed for those who sign after, and no more than that [G-47 TRV-05]', async () => {
    const book = aMemoryBook();
    const meal = { ...office(600_000), category: 'entertainment' as const };
    const id = value(await book.run(seller, aClaim({ type: 'sales', lines: [meal] }))).answer.expense;
    expect(refusal(await book.run(manager, signing(id)))).toMatchObject({ gate: 'G-47', values: { over: 500_000 } });
    value(await book.run(manager, letting(id, manager)));
    book.parameters = { 'expense.standards': 'entertainment:99999' };
    expect(refusal(await book.run(deputy, signing(id)))).toMatchObject({ gate: 'G-47', values: { over: 1 } });
    book.parameters = {};
    value(await book.run(deputy, signing(id)));
    expect((await book.get(id))?.status).toBe('signed');
  });

  it('is called back by the claimant while it waits, and counts no more [QPA-06 TRV-04]', async () => {
    const book = aMemoryBook();
    const id = await claimed(book, seller, 500_001);
    value(await book.run(manager, signing(id)));
    expect(refusal(await book.run(deputy, recallOne(id, ''))).code).toBe('OnlySubmitter');
    value(await book.run(seller, recallOne(id, '')));
    expect([(await book.get(id))?.status, [...(await book.balances('expense/')).values()]]).toEqual(['returned', []]);
  });
});
