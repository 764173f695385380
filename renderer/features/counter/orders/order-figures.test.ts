import { describe, expect, it } from 'vitest';
import { cancelDispatch, issueStock, releaseDispatch, writeDispatch } from '#shared/modules/dispatch/rules.ts';
import { aShop, anOrder, keeper, manager, seller, value } from '#shared/modules/branch.fixture.ts';
import { receiveBought } from '#shared/modules/inbound/rules.ts';
import { readOrder } from '#shared/modules/order/facts.ts';
import { cancelRest, takeOrder } from '#shared/modules/order/rules.ts';
import { reviewOrder } from '#shared/modules/order/steps.ts';
import { orderProgress } from '#shared/modules/order/progress.ts';
import { photographPickup, recordPickup, writePickup } from '#shared/modules/pickup/rules.ts';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { figuresOf, readSurroundings, waitsOf } from './order-waits.ts';

const delivery = {
  type: 'delivery' as const,
  consignee: '李敏',
  phone: '',
  address: '杭州',
  carrier: '',
  vehicle: '',
  driver: '',
  expected: '',
  notes: '',
};

/** The same figures, read for this order alone and out of the whole board's reading. */
async function figures(book: MemoryBook, id: string) {
  const record = await readOrder(book, id);
  if (!record) throw new Error('no order');
  const alone = await figuresOf(book, record, await readSurroundings(book, id));
  expect(await figuresOf(book, record, await readSurroundings(book))).toEqual(alone);
  const open = (await orderProgress(book, record)).reduce((sum, line) => sum + line.open.quantity, 0);
  if (record.status === 'released' && record.body.class === 'delivery') expect(alone.unnoted).toBe(open);
  return { ...alone, waiting: waitsOf(record, alone) };
}

describe('the figures behind the board', () => {
  it('a delivery’s goods are open, on a note, or out; a cancelled note and a cancelled rest count no more [ORD-07 DSP-01]', async () => {
    const book = await aShop({ kettle: 10_000 });
    const take = async () =>
      value(await book.run(seller, takeOrder(anOrder('delivery', [{ product: 'kettle', quantity: 5_000, price: 1_000 }])))).answer.order;
    const id = await take();
    await take();
    expect((await figures(book, id)).waiting).toEqual(['review']);
    value(await book.run(manager, reviewOrder(id, { legality: true, accuracy: true, completeness: true })));
    expect(await figures(book, id)).toMatchObject({ undelivered: 5_000, unnoted: 5_000, waiting: ['dispatch', 'money'] });

    const write = async (quantity: number) =>
      value(await book.run(seller, writeDispatch({ order: id, lines: [{ line: 0, quantity }], delivery }))).answer.dispatch;
    const first = await write(2_000);
    expect(await figures(book, id)).toMatchObject({ unnoted: 3_000, waiting: ['dispatch', 'delivery', 'money'] });
    value(await book.run(manager, releaseDispatch(first)));
    value(await book.run(keeper, issueStock(first, [{ line: 0, quantity: 2_000 }])));
    expect(await figures(book, id)).toMatchObject({ undelivered: 3_000, unnoted: 3_000 });
    const second = await write(1_000);
    value(await book.run(manager, cancelDispatch(second, '车坏了')));
    expect(await figures(book, id)).toMatchObject({ unnoted: 3_000 });
    value(await book.run(manager, cancelRest(id, '客户不要了')));
    expect(await figures(book, id)).toMatchObject({ undelivered: 0, unnoted: 0, waiting: ['money'] });
  });

  it('an agreed purchase holds the goods up until they are in [ORD-07 SHP-05]', async () => {
    const book = await aShop({ kettle: 1_000 });
    const input = anOrder('shortage', [{ product: 'kettle', quantity: 3_000, price: 1_000 }], {
      shortage: { told: true, choice: 'purchase' },
    });
    const id = value(await book.run(seller, takeOrder(input))).answer.order;
    expect((await figures(book, id)).waiting[0]).toBe('purchase');
    const lines = [{ line: 0, quantity: 2_000, cost: 500 }];
    const slip = value(await book.run(seller, writePickup({ order: id, supplier: { id: '', name: '批发' }, lines, notes: '' }))).answer
      .pickup;
    expect((await figures(book, id)).waiting[0]).toBe('purchase');
    value(await book.run(seller, photographPickup(slip, 'a'.repeat(64))));
    value(await book.run(manager, recordPickup(slip, '')));
    const counted = [{ line: 0, quantity: 2_000 }];
    value(
      await book.run(keeper, receiveBought(slip, { location: 'shop', slipNo: '', pickupCopy: true, slipCopy: true, counted, notes: '' })),
    );
    expect((await figures(book, id)).waiting).toEqual(['goods', 'money']);
  });
});
