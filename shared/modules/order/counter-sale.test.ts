import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { aCustomer, anOrder, aShop, cash as money, cashier, manager, seller, value } from '../branch.fixture.ts';
import type { OrderClass } from './module.ts';
import { closeOrder, handGoods, takeOrder } from './rules.ts';
import { signOrder } from './steps.ts';

describe('class A: the customer chooses and carries away', () => {
  it('pays first, gets change, is stamped, takes the goods, and the slip closes [SHP-01 PAY-02 PAY-03 G-36]', async () => {
    const book = await aShop({ kettle: 5000 });
    const sold = value(await book.run(seller, takeOrder(anOrder('carry', [{ product: 'kettle', quantity: 2000, price: 12_950 }]))));
    const id = sold.answer.order;
    expect(sold.saved[0]?.no).toBe('XS-HZ01-A-2611-0001');
    expect(sold.saved[0]).toMatchObject({ status: 'released', amount: 25_900 });

    const early = await book.run(seller, handGoods(id, [{ line: 0, quantity: 2000 }]));
    expect(early.ok ? null : early.refusal.outcomes?.[0]).toMatchObject({
      gate: 'G-36',
      values: { due: 25_900, received: 0, missing: 25_900 },
    });

    const paid = value(await book.run(cashier, money(id, 25_900, 30_000)));
    expect(paid.answer.change).toBe(4100);
    expect(paid.saved[0]?.no).toBe('SK-HZ01-A-2611-0001');
    value(await book.run(seller, handGoods(id, [{ line: 0, quantity: 2000 }])));
    value(await book.run(cashier, closeOrder(id)));
    expect((await book.get(id))?.status).toBe('closed');
    expect(await book.balance('stock/shop/kettle')).toBe(3000);
    expect(await book.balance('reserved/shop/kettle')).toBe(0);
    expect(await book.balance(`receivable/-/${id}`)).toBe(0);
    expect(await book.balance('sales/2026-11-02')).toBe(25_900);
    expect(await book.balance(`held/${cashier.id}/2026-11-02/cash`)).toBe(25_900);
  });

  it('may not be closed before the goods are handed over, and not sold to more than was ordered', async () => {
    const book = await aShop({ kettle: 5000 });
    const { answer } = value(await book.run(seller, takeOrder(anOrder('carry', [{ product: 'kettle', quantity: 1000, price: 100 }]))));
    value(await book.run(cashier, money(answer.order, 100)));
    expect(await book.run(cashier, closeOrder(answer.order))).toMatchObject({ ok: false, refusal: { code: 'GoodsStillOwed' } });
    expect(await book.run(seller, handGoods(answer.order, [{ line: 0, quantity: 1001 }]))).toMatchObject({
      ok: false,
      refusal: { code: 'MoreThanOrdered' },
    });
    expect(await book.run(cashier, money(answer.order, 1))).toMatchObject({ ok: false, refusal: { code: 'MoreThanDue' } });
  });
});

describe('class B: the customer collects', () => {
  it('gets the goods first and pays then; an unpaid slip does not close [SHP-01 G-36]', async () => {
    const book = await aShop({ pot: 1000 });
    const { answer } = value(await book.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 1000, price: 5000 }]))));
    value(await book.run(seller, handGoods(answer.order, [{ line: 0, quantity: 1000 }])));
    expect(await book.balance(`receivable/-/${answer.order}`)).toBe(5000);
    expect(await book.run(cashier, closeOrder(answer.order))).toMatchObject({ ok: false, refusal: { code: 'Blocked' } });
    value(await book.run(cashier, money(answer.order, 5000)));
    value(await book.run(cashier, closeOrder(answer.order)));
  });

  it('is told of missing goods before anything is promised [ORD-03 G-23 SHP-05]', async () => {
    const book = await aShop({ pot: 1000 });
    const short = anOrder('shortage', [{ product: 'pot', quantity: 3000, price: 5000 }]);
    const refused = await book.run(seller, takeOrder(short));
    expect(refused.ok ? null : refused.refusal.outcomes?.[0]).toMatchObject({ gate: 'G-23', values: { short: 2000, lines: 1 } });
    value(await book.run(seller, takeOrder({ ...short, shortage: { told: true, choice: 'purchase' } })));
    expect(book.records().filter((record) => record.kind === 'order')).toHaveLength(1);
  });

  it('goods promised to one customer are not free for the next [STK-01]', async () => {
    const book = await aShop({ pot: 1000 });
    value(await book.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 1000, price: 5000 }]))));
    expect(await book.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 1, price: 5000 }])))).toMatchObject({
      ok: false,
    });
  });

  it('confirms quantity, specification, price and delivery, or the order goes nowhere [ORD-02 G-21]', async () => {
    const book = await aShop({ pot: 1000 });
    const unsaid = anOrder('collect', [{ product: 'pot', quantity: 1000, price: 5000 }], {
      confirmed: { quantity: true, specification: true, price: true, delivery: false },
    });
    const refused = await book.run(seller, takeOrder(unsaid));
    expect(refused.ok ? null : refused.refusal.outcomes?.[0]?.values).toMatchObject({ missing: 'delivery' });
  });

  it('does not get a price below the floor without the manager [G-02]', async () => {
    const book = await aShop({ pot: 1000 });
    const cheap = anOrder('collect', [{ product: 'pot', quantity: 1000, price: 4999, floor: 5000 }]);
    expect(await book.run(seller, takeOrder(cheap))).toMatchObject({ ok: false, refusal: { code: 'Blocked' } });
    const let_ = value(await book.run(seller, takeOrder({ ...cheap, overrides: { 'G-02': { by: manager, reason: '展品' } } })));
    expect(let_.saved[0]?.events[0]?.stamp?.[0]).toMatchObject({
      gate: 'G-02',
      result: 'overridden',
      overriddenBy: manager.id,
      reason: '展品',
    });
  });
});

describe('on account', () => {
  it('needs a complete file, stays within the limit to the fen, and closes on the signature [PAY-04 CRM-05 G-05 G-07 G-37]', async () => {
    const book = await aShop({ pot: 9000 });
    const party = await aCustomer(book, { creditLimit: 10_000 });
    const sale = (price: number) => takeOrder(anOrder('account', [{ product: 'pot', quantity: 1000, price }], { party }));
    const { answer } = value(await book.run(seller, sale(6000)));
    value(await book.run(seller, handGoods(answer.order, [{ line: 0, quantity: 1000 }])));
    const over = await book.run(seller, sale(4001));
    expect(over.ok ? null : over.refusal.outcomes?.[0]).toMatchObject({
      gate: 'G-07',
      values: { open: 6000, sale: 4001, limit: 10_000, over: 1 },
    });
    value(await book.run(seller, sale(4000)));

    expect(await book.run(manager, closeOrder(answer.order))).toMatchObject({ ok: false, refusal: { code: 'Blocked' } });
    value(await book.run(seller, signOrder(answer.order, { name: '李敏', file: '' })));
    value(await book.run(manager, closeOrder(answer.order)));
    expect(await book.balance(`receivable/${party}/${answer.order}`)).toBe(6000);

    book.pass(31);
    const late = await book.run(seller, sale(1));
    expect(late.ok ? null : late.refusal.outcomes?.[0]?.values).toMatchObject({ overdueDays: 1 });
    const stranger = await book.run(seller, takeOrder(anOrder('account', [{ product: 'pot', quantity: 1000, price: 1 }])));
    expect(stranger).toMatchObject({ ok: false, refusal: { code: 'CreditNeedsFile' } });
    const bare = await aCustomer(book, { address: '' });
    expect(
      await book.run(seller, takeOrder(anOrder('account', [{ product: 'pot', quantity: 1000, price: 1 }], { party: bare }))),
    ).toMatchObject({ ok: false });
  });
});

describe('yesterday’s money', () => {
  it('held over night stops the next collection by the same person [PAY-02 G-38]', async () => {
    const book = await aShop({ pot: 9000 });
    const first = value(await book.run(seller, takeOrder(anOrder('carry', [{ product: 'pot', quantity: 1000, price: 500 }]))));
    const second = value(await book.run(seller, takeOrder(anOrder('carry', [{ product: 'pot', quantity: 1000, price: 500 }]))));
    value(await book.run(cashier, money(first.answer.order, 500)));
    book.pass(1);
    const stopped = await book.run(cashier, money(second.answer.order, 500));
    expect(stopped.ok ? null : stopped.refusal.outcomes?.[0]?.values).toEqual({ held: 500, since: '2026-11-02' });
    value(await book.run(aPerson('另一人', 'cashier'), money(second.answer.order, 500)));
  });

  it('a salesperson may not take money at all', async () => {
    const book = await aShop({ pot: 9000 });
    const sold = value(await book.run(seller, takeOrder(anOrder('carry', [{ product: 'pot', quantity: 1000, price: 500 }]))));
    expect(await book.run(seller, money(sold.answer.order, 500))).toMatchObject({ ok: false, refusal: { code: 'PostMayNot' } });
  });
});

describe('whatever happens at the counter', () => {
  it('balances kept as it goes equal balances summed anew; part deliveries add up to the total; numbers never repeat [STK-01 PAY-03]', async () => {
    const step = fc.record({
      kind: fc.constantFrom<OrderClass>('carry', 'collect', 'shortage'),
      quantity: fc.integer({ min: 1, max: 4000 }),
      price: fc.integer({ min: 0, max: 99_999 }),
      discount: fc.integer({ min: 0, max: 50 }),
      parts: fc.array(fc.integer({ min: 1, max: 2000 }), { maxLength: 4 }),
      pays: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const book = await aShop({ pot: 20_000 });
        for (const { kind, quantity, price, discount, parts, pays } of steps) {
          const input = anOrder(
            kind,
            [
              { product: 'pot', quantity, price },
              { product: 'pot', quantity: 333, price: 101 },
            ],
            { shortage: { told: true, choice: 'wait' } },
            discount,
          );
          const sold = await book.run(seller, takeOrder(input));
          if (!sold.ok) continue;
          const id = sold.value.answer.order;
          const { amount: total } = (await book.get(id)) ?? { amount: 0 };
          if (pays && total > 0) value(await book.run(cashier, money(id, total)));
          for (const part of parts) await book.run(seller, handGoods(id, [{ line: 0, quantity: part }]));
          const rest = await Promise.all([0, 1].map(async (line) => ({ line, quantity: await book.balance(`undelivered/${id}/${line}`) })));
          const all = await book.run(
            seller,
            handGoods(
              id,
              rest.filter(({ quantity }) => quantity > 0),
            ),
          );
          if (all.ok) expect((await book.balance(`receivable/-/${id}`)) + (pays ? total : 0)).toBe(total);
        }
        expect(book.kept()).toEqual(book.rebuilt());
        const numbers = book.records().flatMap((record) => (record.no ? [record.no] : []));
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 60 },
    );
  });
});
