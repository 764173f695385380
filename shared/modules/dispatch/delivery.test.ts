import { describe, expect, it } from 'vitest';
import { ok, type Result } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import { aMemoryBook, aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { passGate } from '../gatepass/rules.ts';
import { gatepass } from '../gatepass/module.ts';
import { opening } from '../opening/module.ts';
import { order } from '../order/module.ts';
import { readOrder } from '../order/facts.ts';
import { takeOrder } from '../order/rules.ts';
import { bookDelivery, issueStock, recordSignedCopy, releaseDispatch, writeDispatch } from './rules.ts';

const seller = aPerson('小王', 'salesperson');
const manager = aPerson('经理', 'manager');
const keeper = aPerson('老赵', 'warehouse');
const guard = aPerson('保安', 'guard');
const finance = aPerson('财务', 'finance');
const both = aPerson('一人多岗', 'manager', 'warehouse', 'guard');

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const note = {
  type: 'delivery' as const,
  consignee: '远山贸易',
  phone: '',
  address: '杭州',
  carrier: '',
  vehicle: '浙A12345',
  driver: '',
  expected: '',
  notes: '',
};

/** A reviewed delivery order of 3 pots at 100.00 less 0.01. */
async function anOrderToDeliver(): Promise<{ book: MemoryBook; id: string }> {
  const book = aMemoryBook();
  const pot = { product: 'pot', code: 'pot', name: '砂锅', spec: '', unit: '只' };
  await book.run(manager, async (_read, moment) =>
    ok({
      records: [untyped(value(commitNew(opening, { type: 'stock', ...pot, location: 'shop', quantity: 5000 }, moment)))],
      answer: null,
    }),
  );
  const line = { ...pot, quantity: 3000, listPrice: 10_000, floor: 0, price: 10_000, amount: 0, gift: false };
  const body = {
    class: 'delivery' as const,
    channel: 'phone' as const,
    customerName: '远山贸易',
    phone: '13800001234',
    address: '',
    location: 'shop',
    lines: [line],
    discount: 1,
    deliverOn: '',
    creditDays: 0,
    notes: '',
  };
  const confirmed = { quantity: true, specification: true, price: true, delivery: true };
  const taken = value(await book.run(seller, takeOrder({ body, party: '', confirmed, shortage: { told: false, choice: '' } })));
  const id = taken.answer.order;
  expect(taken.saved[0]?.status).toBe('checked');
  expect(await book.run(seller, writeDispatch({ order: id, lines: [{ line: 0, quantity: 1 }], delivery: note }))).toMatchObject({
    refusal: { code: 'OrderNotReleased' },
  });
  const review = (facts: Record<string, boolean>) =>
    book.run(manager, async (read, moment) => {
      const record = await readOrder(read, id);
      if (!record) throw new Error('no order');
      const reviewed = act(order, record, 'reviewed', facts, moment, { 'G-22': facts });
      return reviewed.ok ? ok({ records: [untyped(reviewed.value)], answer: null }) : reviewed;
    });
  expect(await review({ legality: true, accuracy: true, completeness: false })).toMatchObject({ refusal: { code: 'Blocked' } });
  value(await review({ legality: true, accuracy: true, completeness: true }));
  return { book, id };
}

describe('goods that are delivered', () => {
  it('leave in two parts with note, release, stock-out slip, gate pass and signed copy, and the money adds up [ORD-04 DSP-01 DSP-03 DSP-04 STK-08 G-22 G-29 G-30 G-31 G-32]', async () => {
    const { book, id } = await anOrderToDeliver();
    let debt = 0;
    for (const quantity of [1000, 2000]) {
      const { answer } = value(await book.run(seller, writeDispatch({ order: id, lines: [{ line: 0, quantity }], delivery: note })));
      const counted = [{ line: 0, quantity }];
      expect(await book.run(keeper, issueStock(answer.dispatch, counted))).toMatchObject({ refusal: { code: 'StatusPassed' } });
      expect(await book.run(seller, releaseDispatch(answer.dispatch))).toMatchObject({ refusal: { code: 'PostMayNot' } });
      value(await book.run(manager, releaseDispatch(answer.dispatch)));
      const wrong = await book.run(keeper, issueStock(answer.dispatch, [{ line: 0, quantity: quantity + 1 }]));
      expect(wrong.ok ? null : wrong.refusal.outcomes?.[0]).toMatchObject({
        gate: 'G-30',
        values: { wanted: quantity, issued: quantity + 1 },
      });
      const out = value(await book.run(keeper, issueStock(answer.dispatch, counted)));
      debt += out.saved.find(({ kind }) => kind === 'stockout')?.amount ?? 0;
      expect(await book.run(seller, recordSignedCopy(answer.dispatch, { name: '李', day: '2026-11-02', file: '' }))).toMatchObject({
        refusal: { code: 'NotThroughTheGate' },
      });
      const pass = value(
        await book.run(keeper, async (_read, moment) => {
          const made = value(
            commitNew(
              gatepass,
              { dispatch: answer.dispatch, dispatchNo: '', consignee: '远山贸易', vehicle: '浙A12345', driver: '', packages: 1, goods: '' },
              moment,
            ),
          );
          return ok({ records: [untyped(made)], answer: made.id });
        }),
      );
      value(await book.run(guard, passGate(pass.answer, { time: '10:30', vehicle: '浙A12345' })));
      expect(await book.run(finance, bookDelivery(answer.dispatch))).toMatchObject({ refusal: { code: 'StatusPassed' } });
      value(await book.run(seller, recordSignedCopy(answer.dispatch, { name: '李敏', day: '2026-11-02', file: '' })));
      value(await book.run(finance, bookDelivery(answer.dispatch)));
    }
    expect(debt).toBe(29_999);
    expect(await book.balance(`receivable/-/${id}`)).toBe(29_999);
    expect(await book.balance('booked/2026-11')).toBe(29_999);
    expect(await book.balance('stock/shop/pot')).toBe(2000);
    expect(await book.balance('reserved/shop/pot')).toBe(0);
    expect(await book.run(seller, writeDispatch({ order: id, lines: [{ line: 0, quantity: 1 }], delivery: note }))).toMatchObject({
      refusal: { code: 'MoreThanOrdered' },
    });
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('one person may not sign the note and issue the goods, nor write and sign it [DSP-01]', async () => {
    const { book, id } = await anOrderToDeliver();
    const { answer } = value(await book.run(both, writeDispatch({ order: id, lines: [{ line: 0, quantity: 1000 }], delivery: note })));
    expect(await book.run(both, releaseDispatch(answer.dispatch))).toMatchObject({
      refusal: { code: 'MustBeAnother', values: { event: 'committed' } },
    });
    const second = value(await book.run(seller, writeDispatch({ order: id, lines: [{ line: 0, quantity: 1000 }], delivery: note })));
    value(await book.run(both, releaseDispatch(second.answer.dispatch)));
    expect(await book.run(both, issueStock(second.answer.dispatch, [{ line: 0, quantity: 1000 }]))).toMatchObject({
      refusal: { code: 'MustBeAnother', values: { event: 'released' } },
    });
  });
});
