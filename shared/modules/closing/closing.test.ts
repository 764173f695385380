import { describe, expect, it } from 'vitest';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { cashier, finance, manager, refusal, seller, value } from '../branch.fixture.ts';
import { colleague } from '../contract/contract.fixture.ts';
import { contract } from '../contract/module.ts';
import { bookDelivery } from '../dispatch/rules.ts';
import { postEntry, reverseEntry, type EntryInput } from '../entry/rules.ts';
import { offerHandover, receiveHandover } from '../handover/rules.ts';
import { compareLedgers } from '../recovery/ledger-rows.ts';
import { aContract, bringBack, deliver, dgmFinance, pay } from '../recovery/recovery.fixture.ts';
import { reverseReceipt } from '../receipt/rules.ts';
import { closing } from './module.ts';
import { closingDrift, drawClosing, signClosingForFinance, signClosingForSales, withdrawClosing } from './rules.ts';

const inCash = { method: 'cash' as const, tendered: 1_000_000 };

async function handIn(book: MemoryBook, day: string, counted: number): Promise<string> {
  const offer = offerHandover({ counted: [{ day, method: 'cash', counted }], note: '' });
  return value(await book.run(cashier, offer)).answer.handover;
}

/** What each column of the two ledgers says, and the difference. */
async function ledgers(book: MemoryBook, id: string, until = '2099-12-31') {
  const record = contract.read((await book.get(id)) ?? expect.fail('no contract'));
  return Object.fromEntries(
    (await compareLedgers(book, record, until)).map((row) => [row.measure, [row.sales, row.finance, row.difference]]),
  );
}

const correct = (id: string, rest: Partial<EntryInput> = {}) =>
  postEntry({ contract: id, book: 'finance', measure: 'delivered', amount: 3_000_000, day: '2026-11-30', reason: '漏记', ...rest });

describe('the two contract ledgers', () => {
  it('differ until finance has done its own: delivery booked, money counted in [CON-06 PAY-10]', async () => {
    const { book, id } = await aContract();
    expect(await ledgers(book, id)).toMatchObject({ contracted: [30_000_000, 30_000_000, 0], delivered: [0, 0, 0] });
    const { dispatch } = await deliver(book, id, 4, { booked: false });
    value(await book.run(cashier, pay(id, 1_000_000, inCash)));
    expect(await ledgers(book, id)).toMatchObject({ delivered: [12_000_000, 0, 12_000_000], collected: [1_000_000, 0, 1_000_000] });
    value(await book.run(finance, bookDelivery(dispatch)));
    const slip = await handIn(book, '2026-11-02', 1_000_000);
    // Offered is not counted yet.
    expect(await ledgers(book, id)).toMatchObject({ delivered: [12_000_000, 12_000_000, 0], collected: [1_000_000, 0, 1_000_000] });
    value(await book.run(finance, receiveHandover(slip)));
    expect(await ledgers(book, id)).toMatchObject({ collected: [1_000_000, 1_000_000, 0] });
  });

  it('agree again after a receipt taken back in the drawer or in the safe, and after goods came back [CON-06]', async () => {
    const { book, id } = await aContract();
    const wrong = value(await book.run(cashier, pay(id, 1_000_000, inCash))).answer.receipt;
    value(await book.run(cashier, reverseReceipt(wrong, '写错')));
    expect(await ledgers(book, id)).toMatchObject({ collected: [0, 0, 0] });
    const late = value(await book.run(cashier, pay(id, 1_000_000, inCash))).answer.receipt;
    value(await book.run(finance, receiveHandover(await handIn(book, '2026-11-02', 1_000_000))));
    value(await book.run(finance, reverseReceipt(late, '写错')));
    expect(await ledgers(book, id)).toMatchObject({ collected: [0, 0, 0] });
    const { order } = await deliver(book, id, 4);
    await bringBack(book, order, 1);
    expect(await ledgers(book, id)).toMatchObject({ delivered: [9_000_000, 9_000_000, 0] });
  });

  it('show money taken in one month and counted in the next as a difference of the first only [CON-06]', async () => {
    const { book, id } = await aContract();
    book.pass(28);
    value(await book.run(cashier, pay(id, 1_000_000, inCash)));
    book.pass(1);
    value(await book.run(finance, receiveHandover(await handIn(book, '2026-11-30', 1_000_000))));
    expect(await ledgers(book, id, '2026-11-30')).toMatchObject({ collected: [1_000_000, 0, 1_000_000] });
    expect(await ledgers(book, id, '2026-12-31')).toMatchObject({ collected: [1_000_000, 1_000_000, 0] });
  });

  it('are corrected by entries with a reason, each by its own keeper, never both by one person [CON-06 PLT-07]', async () => {
    const { book, id } = await aContract();
    book.pass(28);
    expect(refusal(await book.run(seller, correct(id)))).toMatchObject({ code: 'PostMayNot', values: { posts: 'finance,dgmFinance' } });
    expect(refusal(await book.run(finance, correct(id, { book: 'sales' })))).toMatchObject({ code: 'PostMayNot' });
    expect(refusal(await book.run(finance, correct(id, { reason: ' ' }))).code).toBe('ReasonMissing');
    expect(refusal(await book.run(finance, correct(id, { day: '2026-12-01' }))).code).toBe('DayInFuture');
    const entry = value(await book.run(finance, correct(id))).answer.entry;
    expect(await ledgers(book, id)).toMatchObject({ delivered: [0, 3_000_000, -3_000_000] });
    const both = { ...finance, roles: ['finance', 'salesperson'] as const };
    expect(refusal(await book.run(both, correct(id, { book: 'sales' }))).code).toBe('OtherBookKept');
    value(await book.run(dgmFinance, reverseEntry(entry, { day: '2026-11-30', reason: '记错合同' })));
    expect(await ledgers(book, id)).toMatchObject({ delivered: [0, 0, 0] });
    expect(refusal(await book.run(dgmFinance, reverseEntry(entry, { day: '2026-11-30', reason: '再冲' }))).code).toBe('StatusPassed');
  });
});

describe('the month’s close', () => {
  /** November is over; one delivery is not booked yet. */
  async function aMonth() {
    const { book, id } = await aContract();
    const { dispatch } = await deliver(book, id, 4, { booked: false });
    value(await book.run(finance, pay(id, 9_000_000)));
    expect(refusal(await book.run(manager, drawClosing('2026-11'))).code).toBe('MonthNotOver');
    book.pass(29);
    book.parameters = { 'commission.department_rate': 50 };
    return { book, id, dispatch };
  }

  it('is held back by one open difference, and signed by sales, then by another person of finance [PAY-11 G-45]', async () => {
    const { book, id } = await aMonth();
    const first = value(await book.run(manager, drawClosing('2026-11'))).answer.closing;
    expect((await book.get(first))?.body).toMatchObject({ contracts: 1, differences: 1, collected: 9_000_000, accrued: 45_000 });
    expect(refusal(await book.run(manager, drawClosing('2026-11'))).code).toBe('ClosingUnderWay');
    expect(refusal(await book.run(manager, signClosingForSales(first)))).toMatchObject({
      gate: 'G-45',
      values: { differences: 1, amount: 12_000_000 },
    });
    value(await book.run(finance, correct(id, { amount: 12_000_000, reason: '客户联在途，电话核实' })));
    // The ledger moved: what stands on the sheet is no more what would be signed.
    expect(refusal(await book.run(manager, signClosingForSales(first))).code).toBe('LedgersMoved');
    value(await book.run(manager, withdrawClosing(first, '已补记')));

    const sheet = value(await book.run(manager, drawClosing('2026-11'))).answer.closing;
    expect(refusal(await book.run(finance, signClosingForFinance(sheet))).code).toBe('StatusPassed');
    value(await book.run(manager, signClosingForSales(sheet)));
    const both = { ...manager, roles: ['manager', 'finance'] as const };
    expect(refusal(await book.run(both, signClosingForFinance(sheet))).code).toBe('MustBeAnother');
    value(await book.run(finance, signClosingForFinance(sheet)));
    expect(await book.balance('commission-accrued/2026-11')).toBe(45_000);
    expect(refusal(await book.run(manager, drawClosing('2026-11'))).code).toBe('MonthClosed');
    expect(refusal(await book.run(dgmFinance, correct(id))).code).toBe('MonthClosed');
    expect(book.rebuilt()).toEqual(book.kept());
  });

  it('goes through with a difference only on the deputy GM’s word and reason [G-45]', async () => {
    const { book } = await aMonth();
    const sheet = value(await book.run(manager, drawClosing('2026-11'))).answer.closing;
    const word = (by: typeof dgmFinance) => ({ 'G-45': { by, reason: '客户联在途' } });
    expect(refusal(await book.run(manager, signClosingForSales(sheet, word(finance))))).toMatchObject({ gate: 'G-45' });
    value(await book.run(manager, signClosingForSales(sheet, word(dgmFinance))));
    expect((await book.get(sheet))?.events.at(-1)?.stamp).toMatchObject([
      { gate: 'G-45', result: 'overridden', overriddenBy: dgmFinance.id },
    ]);
  });

  it('says which rows moved when a paper of a closed month arrives from another desk [CON-06 PAY-11]', async () => {
    const { book, id } = await aContract();
    book.pass(29);
    const sheet = value(await book.run(manager, drawClosing('2026-11'))).answer.closing;
    value(await book.run(manager, signClosingForSales(sheet)));
    value(await book.run(finance, signClosingForFinance(sheet)));
    const signed = async () => closing.read((await book.get(sheet)) ?? expect.fail('no sheet'));
    expect(await closingDrift(book, await signed())).toEqual([]);
    const late = value(await book.run(cashier, pay(id, 1_000_000, inCash)));
    const receipt = late.saved[0];
    if (!receipt) throw new Error('no receipt');
    value(await book.run(cashier, async () => ({ ok: true, value: { records: [{ ...receipt, day: '2026-11-30' }], answer: null } })));
    expect(await closingDrift(book, await signed())).toMatchObject([{ measure: 'collected', sales: 1_000_000, finance: 0 }]);
    expect(refusal(await book.run(colleague, drawClosing('2026-11'))).code).toBe('MonthClosed');
  });
});
