import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recallOne } from '../decisions.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { ok } from '#shared/core/result.ts';
import { cashier, finance, givingBack, manager, refusal, seller, signing, value } from '../branch.fixture.ts';
import { colleague, gm } from '../contract/contract.fixture.ts';
import { refundContractMoney } from '../receipt/for-contract.ts';
import { aContract, bringBack, deliver, dgmFinance, pay } from '../recovery/recovery.fixture.ts';
import { staff } from '../staff/module.ts';
import { commissionOn, setOff } from './earn.ts';
import { payCommission, writeCommission } from './rules.ts';

const RATE = 200;

/** The contract above, its salesperson on the staff list, and 2 % commission. */
async function aSeller() {
  const { book, id, party } = await aContract();
  const body = { name: '小王', code: '001', roles: ['salesperson' as const], phone: '', pinHash: '' };
  value(
    await book.run(manager, async (_read, moment) => {
      const person = untyped(value(commitNew(staff, body, moment)));
      return ok({ records: [{ ...person, id: seller.id }], answer: null });
    }),
  );
  book.parameters = { 'commission.rate': RATE };
  return { book, id, party };
}

type Book = Awaited<ReturnType<typeof aSeller>>['book'];

async function throughTheChain(book: Book, sheet: string): Promise<void> {
  value(await book.run(finance, signing(sheet)));
  value(await book.run(dgmFinance, signing(sheet)));
  value(await book.run(gm, signing(sheet)));
  value(await book.run(cashier, payCommission(sheet, 'cash')));
}

const write = async (book: Book) => value(await book.run(manager, writeCommission(seller.id))).answer.commission;
const bodyOf = async (book: Book, sheet: string) => (await book.get(sheet))?.body;

describe('commission arithmetic', () => {
  it('earns on what is collected and takes its share back when money goes back [STF-09]', () => {
    expect(commissionOn(1_000_000, { base: 0, commission: 0 }, RATE)).toEqual({ collected: 1_000_000, commission: 20_000 });
    expect(commissionOn(1_500_000, { base: 1_000_000, commission: 20_000 }, RATE)).toEqual({ collected: 500_000, commission: 10_000 });
    expect(commissionOn(500_000, { base: 1_000_000, commission: 20_000 }, RATE)).toEqual({ collected: -500_000, commission: -10_000 });
    // The rate was lower when it was earned: what was earned is taken back, not what it would earn today.
    expect(commissionOn(0, { base: 1_000_000, commission: 5000 }, RATE)).toEqual({ collected: -1_000_000, commission: -5000 });
  });

  it('never leaves a contract below nothing, and leaves nothing when all money went back [STF-09]', () => {
    const steps = fc.array(fc.tuple(fc.nat(50_000_000), fc.integer({ min: 0, max: 2000 })), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (path) => {
        let on = { base: 0, commission: 0 };
        for (const [collected, rate] of path) {
          const sheet = commissionOn(collected, on, rate);
          on = { base: on.base + sheet.collected, commission: on.commission + sheet.commission };
          expect(on.base).toBe(collected);
          expect(on.commission).toBeGreaterThanOrEqual(0);
        }
        expect(on.commission + commissionOn(0, on, RATE).commission).toBe(0);
      }),
    );
  });

  it('holds back no more than is overdue and no more than the sheet earns, and frees it all once paid [PAY-06 STF-09]', () => {
    expect(setOff([{ commission: 100, overdue: 70, withheld: 0 }])).toEqual([70]);
    expect(setOff([{ commission: 100, overdue: 130, withheld: 0 }])).toEqual([100]);
    expect(setOff([{ commission: 0, overdue: 0, withheld: 70 }])).toEqual([-70]);
    const line = fc.record({
      commission: fc.integer({ min: -100_000, max: 100_000 }),
      overdue: fc.nat(100_000),
      withheld: fc.nat(100_000),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const held = setOff(lines);
        const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
        const earned = sum(lines.map(({ commission }) => commission));
        expect(sum(held)).toBeLessThanOrEqual(Math.max(0, earned));
        held.forEach((part, index) => {
          const { overdue = 0, withheld = 0 } = lines[index] ?? {};
          expect(withheld + part).toBeGreaterThanOrEqual(0);
          expect(withheld + part).toBeLessThanOrEqual(Math.max(overdue, withheld));
        });
      }),
    );
  });
});

describe('the commission sheet', () => {
  it('needs a rate, a contract and recovered money [STF-09 G-43 G-17]', async () => {
    const { book, id } = await aSeller();
    expect(refusal(await book.run(manager, writeCommission(seller.id))).code).toBe('NothingEarned');
    book.parameters = {};
    expect(refusal(await book.run(manager, writeCommission(seller.id))).code).toBe('CommissionRateNotSet');
    book.parameters = { 'commission.rate': RATE };
    value(await book.run(finance, pay(id, 1_000_000)));
    const sheet = await write(book);
    expect(await bodyOf(book, sheet)).toMatchObject({ commission: 20_000, withheld: 0, total: 20_000 });
    expect((await book.get(sheet))?.events[0]?.stamp).toMatchObject([{ gate: 'G-43', result: 'passed', facts: { recovered: 1_000_000 } }]);
    expect(refusal(await book.run(manager, writeCommission(seller.id))).code).toBe('SheetUnderWay');
  });

  it('passes finance, its deputy GM and the GM, all different people, never the salesperson himself [STF-09 G-43]', async () => {
    const { book, id } = await aSeller();
    value(await book.run(finance, pay(id, 10_000_000)));
    const sheet = await write(book);
    const self = { ...seller, roles: ['salesperson', 'finance', 'dgmFinance', 'gm'] as const };
    expect(refusal(await book.run(self, signing(sheet))).code).toBe('MustBeAnother');
    expect(refusal(await book.run(gm, signing(sheet)))).toMatchObject({ code: 'PostMayNot', values: { posts: 'finance' } });
    expect(refusal(await book.run(dgmFinance, signing(sheet)))).toMatchObject({ code: 'PostMayNot' });
    value(await book.run(finance, signing(sheet)));
    const financeToo = { ...finance, roles: ['finance', 'dgmFinance'] as const };
    expect(refusal(await book.run(financeToo, signing(sheet))).code).toBe('MustBeAnother');
    expect(refusal(await book.run(cashier, payCommission(sheet, 'cash'))).code).toBe('StatusPassed');
    value(await book.run(dgmFinance, signing(sheet)));
    const dgmToo = aPerson('财务副总', 'dgmFinance', 'gm');
    expect(refusal(await book.run(dgmToo, signing(sheet))).code).toBe('MustBeAnother');
    value(await book.run(gm, signing(sheet)));
    expect((await book.get(sheet))?.events.at(-1)?.stamp).toMatchObject([{ gate: 'G-43', facts: { stage: 'payout', gm: true } }]);
    const seated = { ...seller, roles: [...seller.roles, ...cashier.roles] };
    expect(refusal(await book.run(seated, payCommission(sheet, 'cash'))).code).toBe('OwnPaper');
    value(await book.run(cashier, payCommission(sheet, 'cash')));
    expect(refusal(await book.run(manager, writeCommission(seller.id))).code).toBe('NothingEarned');
  });

  it('takes commission back when goods and money go back [STF-09]', async () => {
    const { book, id } = await aSeller();
    const { order } = await deliver(book, id, 10);
    value(await book.run(finance, pay(id, 30_000_000)));
    const first = await write(book);
    await throughTheChain(book, first);
    expect(await book.balance(`commission/${seller.id}/${id}`)).toBe(600_000);
    await bringBack(book, order, 2);
    value(await book.run(finance, refundContractMoney({ contract: id, method: 'transfer', amount: 6_000_000, reason: '退货' })));
    const second = await write(book);
    expect(await bodyOf(book, second)).toMatchObject({
      lines: [{ collected: -6_000_000, commission: -120_000 }],
      commission: -120_000,
      total: -120_000,
    });
    await throughTheChain(book, second);
    expect(await book.balance(`commission/${seller.id}/${id}`)).toBe(480_000);
  });

  it('sets overdue money off from the thirtieth day on, and pays it out once the customer has paid [PAY-06 STF-09 G-44]', async () => {
    const { book, id } = await aSeller();
    value(await book.run(finance, pay(id, 8_900_000)));
    // 1 000 yuan of the first instalment are due since 20 November.
    book.pass(18 + 29);
    const early = await write(book);
    expect(await bodyOf(book, early)).toMatchObject({ commission: 178_000, withheld: 0 });
    value(await book.run(manager, recallOne(early, '月底再填')));
    book.pass(1);
    const sheet = await write(book);
    expect(await bodyOf(book, sheet)).toMatchObject({ commission: 178_000, withheld: 100_000, total: 78_000 });
    await throughTheChain(book, sheet);
    value(await book.run(finance, pay(id, 21_100_000)));
    const freed = await write(book);
    expect(await bodyOf(book, freed)).toMatchObject({ commission: 422_000, withheld: -100_000, total: 522_000 });
    await throughTheChain(book, freed);
    expect(await book.balance(`withheld/${seller.id}/${id}`)).toBe(0);
  });

  it('comes back to the writer with a reason, and what was on it can be written again [STF-09]', async () => {
    const { book, id } = await aSeller();
    value(await book.run(finance, pay(id, 1_000_000)));
    const sheet = await write(book);
    expect(refusal(await book.run(finance, givingBack(sheet, ''))).code).toBe('ReasonMissing');
    value(await book.run(finance, givingBack(sheet, '月份不对')));
    expect(await book.balance(`commission-base/${seller.id}/${id}`)).toBe(0);
    expect(await bodyOf(book, await write(book))).toMatchObject({ commission: 20_000 });
    expect(refusal(await book.run(colleague, writeCommission('nobody'))).code).toBe('NotFound');
    expect(book.rebuilt()).toEqual(book.kept());
  });

  it('is refused for a contract that was given up [G-43]', async () => {
    const { book, id } = await aSeller();
    value(await book.run(finance, pay(id, 1_000_000)));
    const sheet = await write(book);
    value(await book.run(finance, signing(sheet)));
    value(await book.run(dgmFinance, signing(sheet)));
    const record = await book.get(id);
    if (!record) throw new Error('no contract');
    value(await book.run(manager, async () => ok({ records: [untyped({ ...record, status: 'cancelled' })], answer: null })));
    expect(refusal(await book.run(gm, signing(sheet)))).toMatchObject({ gate: 'G-43', values: { missing: 'contract' } });
  });
});
