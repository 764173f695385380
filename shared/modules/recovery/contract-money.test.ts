import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { all, cash, cashier, finance, manager, refusal, seller, signing, value } from '../branch.fixture.ts';
import { putOffBalance } from '../contract/life.ts';
import { contract } from '../contract/module.ts';
import { offerHandover, receiveHandover } from '../handover/rules.ts';
import { refundContractMoney } from '../receipt/for-contract.ts';
import { reverseReceipt } from '../receipt/rules.ts';
import { moneyOf, overdueOf, paymentsOf } from './contract-money.ts';
import {
  answerDunning,
  planCollection,
  proposeInterest,
  sendDunning,
  settleDunning,
  sue,
  waiveInterest,
  writeDunning,
} from './overdue-rules.ts';
import { aContract, bringBack, deliver, dgmFinance, pay } from './recovery.fixture.ts';

async function money(book: MemoryBook, id: string) {
  return moneyOf(book, contract.read((await book.get(id)) ?? expect.fail()));
}

describe('money for a contract', () => {
  it('settles the plan oldest first and never more than is owed [PAY-01 PAY-02]', async () => {
    const { book, id, party } = await aContract();
    value(await book.run(finance, pay(id, 10_000_000)));
    expect((await money(book, id)).plan.map(({ paid, open }) => [paid, open])).toEqual([
      [9_000_000, 0],
      [1_000_000, 17_000_000],
      [0, 3_000_000],
    ]);
    expect(refusal(await book.run(finance, pay(id, 20_000_001)))).toEqual({
      code: 'MoreThanDue',
      values: { due: 20_000_000, amount: 20_000_001 },
    });
    value(await book.run(finance, pay(id, 20_000_000)));
    expect(await money(book, id)).toMatchObject({ received: 30_000_000, open: 0, surplus: 0 });
    expect(await book.balance(`receivable/${party}/${id}`)).toBe(-30_000_000);
    expect(all(book, 'receipt').map(({ party: payer, source }) => [payer, source])).toEqual([
      [party, id],
      [party, id],
    ]);
  });

  it('takes earnest money up to 20 % of the price and not a fen more, on one receipt or several [PAY-09]', async () => {
    const { book, id } = await aContract();
    const earnest = (amount: number) => pay(id, amount, { type: 'deposit', earnest: true });
    expect(refusal(await book.run(finance, earnest(6_000_001)))).toEqual({
      code: 'EarnestAboveShare',
      values: { amount: 6_000_001, most: 6_000_000 },
    });
    const first = value(await book.run(finance, earnest(5_000_000))).answer.receipt;
    expect(refusal(await book.run(finance, earnest(1_000_001)))).toMatchObject({ code: 'EarnestAboveShare' });
    value(await book.run(finance, earnest(1_000_000)));
    // An ordinary deposit has no such limit, and a receipt taken back leaves room again.
    value(await book.run(finance, pay(id, 4_000_000, { type: 'deposit' })));
    value(await book.run(finance, reverseReceipt(first, '写错')));
    value(await book.run(finance, earnest(5_000_000)));
    book.parameters = { 'deposit.earnest_max_pct': 10 };
    expect(refusal(await book.run(finance, earnest(1)))).toMatchObject({ code: 'EarnestAboveShare', values: { most: 3_000_000 } });
  });

  it('gives back only what is too much [PAY-02]', async () => {
    const { book, id } = await aContract();
    value(await book.run(finance, pay(id, 30_000_000)));
    const back = (amount: number) => refundContractMoney({ contract: id, method: 'transfer', amount, reason: '退' });
    expect(refusal(await book.run(finance, back(1)))).toEqual({ code: 'MoreThanCredit', values: { credit: 0, amount: 1 } });
    const { order } = await deliver(book, id, 10);
    await bringBack(book, order, 1);
    expect(refusal(await book.run(finance, back(3_000_001)))).toEqual({
      code: 'MoreThanCredit',
      values: { credit: 3_000_000, amount: 3_000_001 },
    });
    value(await book.run(finance, back(3_000_000)));
    expect(await money(book, id)).toMatchObject({ total: 30_000_000, due: 27_000_000, received: 27_000_000, open: 0 });
    // What came back is taken off the end of the plan.
    expect((await money(book, id)).plan.map(({ amount }) => amount)).toEqual([9_000_000, 18_000_000, 0]);
  });

  it('refuses money for what is no contract, no money at all, and money taken by a post that takes none [PAY-02]', async () => {
    const { book, id } = await aContract();
    expect(refusal(await book.run(finance, pay('nothing', 1)))).toMatchObject({ code: 'NotFound' });
    expect(refusal(await book.run(finance, pay(id, 0)))).toMatchObject({ code: 'AmountNotPositive' });
    expect(refusal(await book.run(seller, pay(id, 1)))).toMatchObject({ code: 'PostMayNot' });
    expect(refusal(await book.run(cashier, cash(id, 1)))).toMatchObject({ code: 'NotFound' });
  });

  it('adds up whatever is paid, taken back and paid again: accounts, plan and receipts agree [PAY-01]', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 1, max: 9_000_000 }), fc.boolean()), { maxLength: 8 }), async (steps) => {
        const { book, id, party } = await aContract();
        for (const [amount, undo] of steps) {
          const taken = await book.run(finance, pay(id, amount));
          if (taken.ok && undo) value(await book.run(finance, reverseReceipt(taken.value.answer.receipt, '错')));
        }
        const now = await money(book, id);
        const paid = (await paymentsOf(book, party, now.sources)).reduce((sum, payment) => sum + payment.amount, 0);
        expect(now.received).toBe(paid);
        expect(now.plan.reduce((sum, line) => sum + line.paid, 0) + now.surplus).toBe(paid);
        expect(now.open).toBe(now.plan.reduce((sum, line) => sum + line.open, 0));
        expect(book.rebuilt()).toEqual(book.kept());
      }),
      { numRuns: 15 },
    );
  });
});

describe('overdue money of a contract', () => {
  // 2 November 2026; 90 000 yuan are due on the 20th.
  it('is overdue the day after, and a balance that was put off on its new day [PAY-06 PAY-07 G-95]', async () => {
    const { book, id } = await aContract();
    const late = async () => overdueOf(await money(book, id), book.moment(finance).today);
    book.pass(18);
    expect(await late()).toEqual({ amount: 0, since: '', days: 0 });
    book.pass(1);
    expect(await late()).toEqual({ amount: 9_000_000, since: '2026-11-20', days: 1 });
    value(await book.run(manager, putOffBalance(id, '2027-03-31', '客户资金周转')));
    expect((await money(book, id)).plan.map(({ due }) => due)).toEqual(['2026-11-20', '2026-12-20', '2027-03-31']);
  });

  it('bears interest only at a rate the company has fixed, confirmed by another person, once per day [PAY-06 G-44]', async () => {
    const { book, id, party } = await aContract();
    expect(refusal(await book.run(finance, proposeInterest(id))).code).toBe('InterestRateNotSet');
    book.parameters = { 'overdue.interest_rate': 5 };
    book.pass(18);
    expect(refusal(await book.run(finance, proposeInterest(id))).code).toBe('NothingOverdue');
    book.pass(11);
    // 21 to 30 November: ten days on 90 000 yuan at 0.05 % a day.
    const proposed = value(await book.run(finance, proposeInterest(id))).answer.interest;
    expect((await book.get(proposed))?.body).toMatchObject({ from: '2026-11-21', to: '2026-11-30', total: 45_000 });
    expect(await book.balance(`receivable/${party}/${proposed}`)).toBe(0);
    expect(refusal(await book.run(finance, proposeInterest(id))).code).toBe('InterestUnderWay');
    expect(refusal(await book.run(finance, signing(proposed)))).toMatchObject({ code: 'MustBeAnother' });
    value(await book.run(dgmFinance, signing(proposed)));
    expect(await book.balance(`receivable/${party}/${proposed}`)).toBe(45_000);
    expect(refusal(await book.run(finance, proposeInterest(id))).code).toBe('NothingOverdue');

    book.pass(1);
    const next = value(await book.run(finance, proposeInterest(id))).answer.interest;
    expect((await book.get(next))?.body).toMatchObject({ from: '2026-12-01', to: '2026-12-01', total: 4500 });
    expect(refusal(await book.run(finance, waiveInterest(next, '老客户')))).toMatchObject({ code: 'PostMayNot' });
    value(await book.run(dgmFinance, waiveInterest(next, '老客户')));
    value(await book.run(dgmFinance, waiveInterest(proposed, '一并免除')));
    expect(await book.balance(`receivable/${party}/${proposed}`)).toBe(0);
  });

  it('goes up the ladder: letters, answer, court only after 180 days, settled when paid [PAY-06 G-44]', async () => {
    const { book, id } = await aContract();
    expect(refusal(await book.run(seller, writeDunning(id))).code).toBe('NothingOverdue');
    book.pass(19);
    const letter = value(await book.run(seller, writeDunning(id))).answer.dunning;
    expect((await book.get(letter))?.body).toMatchObject({
      level: 1,
      overdue: 9_000_000,
      payBy: '2026-11-28',
      lines: [{ due: '2026-11-20', open: 9_000_000, days: 1 }],
    });
    expect(refusal(await book.run(seller, writeDunning(id))).code).toBe('LetterUnderWay');
    value(await book.run(seller, sendDunning(letter, '快递')));
    expect((await book.get(value(await book.run(seller, writeDunning(id))).answer.dunning))?.body.level).toBe(2);
    value(await book.run(seller, answerDunning(letter, { text: '月底付', promised: '2026-11-30' })));

    const court = { court: '杭州市中级人民法院', caseNo: '', reason: '屡催不付' };
    book.pass(178);
    expect(refusal(await book.run(dgmFinance, sue(letter, court)))).toMatchObject({
      gate: 'G-44',
      values: { overdueDays: 179, after: 180 },
    });
    const early = { 'G-44': { by: dgmFinance, reason: '客户转移财产' } };
    expect(refusal(await book.run(manager, sue(letter, court, early)))).toMatchObject({ code: 'PostMayNot' });
    book.pass(1);
    value(await book.run(dgmFinance, sue(letter, court)));
    expect(await book.balance(`legal/${id}`)).toBe(1);
    expect(refusal(await book.run(finance, settleDunning(letter)))).toMatchObject({ code: 'StillOverdue', values: { open: 30_000_000 } });
    value(await book.run(finance, pay(id, 30_000_000)));
    value(await book.run(finance, settleDunning(letter)));
    expect(await book.balance(`legal/${id}`)).toBe(0);
  });

  it('puts a task in the salesperson’s list for every dated part when the contract takes effect, and no second time [PAY-07 PAY-08]', async () => {
    const { book, id } = await aContract();
    expect(all(book, 'task').map(({ day, owner, source, body }) => [day, owner, source, body.type])).toEqual([
      ['2026-11-20', seller.id, id, 'collect'],
      ['2026-12-20', seller.id, id, 'collect'],
      ['2027-01-31', seller.id, id, 'collect'],
    ]);
    value(await book.run(manager, putOffBalance(id, '2027-03-31', '客户资金周转')));
    const more = value(await book.run(manager, planCollection(id)));
    expect(more.saved.map(({ day }) => day)).toEqual(['2027-03-31']);
    expect(value(await book.run(manager, planCollection(id))).answer.tasks).toBe(0);
  });

  it('ends a task to collect with the money that pays its part in full, and no other [PAY-01 PAY-07]', async () => {
    const { book, id } = await aContract();
    const [first, second] = (await money(book, id)).plan;
    const open = () => all(book, 'task').flatMap(({ status, day }) => (status === 'open' ? [day] : []));
    value(await book.run(finance, pay(id, (first?.amount ?? 0) - 1)));
    expect(open()).toEqual(['2026-11-20', '2026-12-20', '2027-01-31']);
    value(await book.run(finance, pay(id, 1)));
    expect(open()).toEqual(['2026-12-20', '2027-01-31']);
    value(await book.run(finance, pay(id, (second?.amount ?? 0) + 1)));
    expect(open()).toEqual(['2027-01-31']);
  });

  it('counts from the drawer to finance as the money moves on [PAY-02]', async () => {
    const { book, id } = await aContract();
    value(await book.run(cashier, pay(id, 1_000_000, { method: 'cash', tendered: 1_000_000 })));
    const slip = value(
      await book.run(cashier, offerHandover({ counted: [{ day: '2026-11-02', method: 'cash', counted: 1_000_000 }], note: '' })),
    ).answer.handover;
    value(await book.run(finance, receiveHandover(slip)));
    expect(await book.balance('safe/cash')).toBe(1_000_000);
  });
});
