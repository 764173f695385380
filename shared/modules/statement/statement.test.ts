import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOrder, finance, manager, refusal, seller, signing, value } from '../branch.fixture.ts';
import { opening } from '../opening/module.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { ok } from '#shared/core/result.ts';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { takeOrder, handGoods } from '../order/rules.ts';
import { settleReceivable } from '../receipt/rules.ts';
import { proposeInterest } from '../recovery/overdue-rules.ts';
import { aContract, bringBack, deliver, dgmFinance, pay } from '../recovery/recovery.fixture.ts';
import { partyMovements } from './movements.ts';
import { agreeStatement, disputeStatement, drawStatement, sendStatement } from './rules.ts';

async function owed(book: MemoryBook, party: string): Promise<number> {
  return [...(await book.balances(`receivable/${party}/`)).values()].reduce((sum, amount) => sum + amount, 0);
}

async function begins(book: MemoryBook, party: string, amount: number): Promise<void> {
  const body = { type: 'receivable' as const, customerName: '恒通', amount, due: '2026-10-31', reference: '旧账' };
  value(
    await book.run(finance, async (_read, moment) => {
      const made = value(commitNew(opening, body, moment, { party, day: '2026-10-31' }));
      return ok({ records: [untyped(made)], answer: null });
    }),
  );
}

/** A slip on account over the counter: one toolbox at 200 yuan. */
async function onAccount(book: MemoryBook, party: string): Promise<void> {
  const by = { 'G-07': { by: manager, reason: '老客户' } };
  const input = anOrder('account', [{ product: 'toolbox', quantity: 1000, price: 20_000 }], { party, overrides: by });
  const order = value(await book.run(seller, takeOrder(input))).answer.order;
  value(await book.run(seller, handGoods(order, [{ line: 0, quantity: 1000 }])));
}

describe('the customer statement', () => {
  it('opens with what was owed, lists every movement, and closes with what is owed [PAY-06 PAY-08]', async () => {
    const { book, id, party } = await aContract();
    await begins(book, party, 500_000);
    const { order } = await deliver(book, id, 4);
    value(await book.run(finance, pay(id, 9_000_000)));
    book.pass(10);
    await bringBack(book, order, 1);
    const statement = value(await book.run(finance, drawStatement({ party, from: '2026-11-01', to: '2026-11-30' }))).answer.statement;
    expect((await book.get(statement))?.body).toMatchObject({
      opening: 500_000,
      lines: [
        { day: '2026-11-02', movement: 'goods', debit: 12_000_000, credit: 0, balance: 12_500_000 },
        { day: '2026-11-02', movement: 'receipt', debit: 0, credit: 9_000_000, balance: 3_500_000 },
        { day: '2026-11-12', movement: 'return', debit: 0, credit: 3_000_000, balance: 500_000 },
      ],
      debit: 12_000_000,
      credit: 12_000_000,
      closing: 500_000,
    });
    expect(await owed(book, party)).toBe(500_000);
  });

  it('comes to the receivable accounts whatever happened [PAY-06 PAY-04]', async () => {
    const steps = ['opening', 'goods', 'return', 'pay', 'old', 'interest', 'account', 'wait'] as const;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 7 }), async (path) => {
        const { book, id, party } = await aContract();
        book.parameters = { 'overdue.interest_rate': 5 };
        let order = '';
        for (const step of path) {
          if (step === 'opening') await begins(book, party, 123_456);
          if (step === 'goods' && order === '') ({ order } = await deliver(book, id, 5));
          if (step === 'return' && order !== '') await bringBack(book, order, 1);
          if (step === 'pay') await book.run(finance, pay(id, 1_234_567));
          if (step === 'old') {
            await book.run(finance, settleReceivable({ party, method: 'transfer', amount: 77, tendered: 0, reason: '' }));
          }
          if (step === 'interest') {
            const proposed = await book.run(finance, proposeInterest(id));
            if (proposed.ok) value(await book.run(dgmFinance, signing(proposed.value.answer.interest)));
          }
          if (step === 'account') await onAccount(book, party);
          if (step === 'wait') book.pass(30);
        }
        const moved = await partyMovements(book, party);
        expect(moved.reduce((sum, { amount }) => sum + amount, 0)).toBe(await owed(book, party));
        const today = book.moment(finance).today;
        const drawn = value(await book.run(finance, drawStatement({ party, from: '2026-11-01', to: today }))).answer.statement;
        expect((await book.get(drawn))?.body).toMatchObject({ closing: await owed(book, party) });
      }),
      { numRuns: 25 },
    );
  });

  it('is sent and answered: agreed with a name, or another balance with words [PAY-06]', async () => {
    const { book, party, id } = await aContract();
    value(await book.run(finance, pay(id, 1_000_000)));
    expect(refusal(await book.run(finance, drawStatement({ party, from: '2026-11-02', to: '2026-11-01' }))).code).toBe('EndsBeforeStart');
    const paper = value(await book.run(seller, drawStatement({ party, from: '2026-11-01', to: '2026-11-02' }))).answer.statement;
    value(await book.run(seller, sendStatement(paper, '快递')));
    expect(refusal(await book.run(seller, disputeStatement(paper, { amount: 0, text: '' }))).code).toBe('TextMissing');
    value(await book.run(seller, disputeStatement(paper, { amount: 0, text: '未收到货' })));
    expect((await book.get(paper))?.status).toBe('differs');
    value(await book.run(finance, agreeStatement(paper, { name: '周会计', file: '' })));
    expect((await book.get(paper))?.status).toBe('agreed');
  });
});
