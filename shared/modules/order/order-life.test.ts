import { describe, expect, it } from 'vitest';
import { aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import {
  aCustomer,
  aProduct,
  aShop,
  all,
  anOrder,
  buyer,
  cash,
  cashier,
  keeper,
  manager,
  refusal,
  seller,
  value,
  made,
} from '../branch.fixture.ts';
import { opening } from '../opening/module.ts';
import { writePickup } from '../pickup/rules.ts';
import { refund, takeDeposit } from '../receipt/rules.ts';
import { openTroubles, substitutes } from './facts.ts';
import { order } from './module.ts';
import { cancelRest, closeOrder, correctOrder, handGoods, takeOrder, voidOrder, type OrderInput } from './rules.ts';
import { envelopeOrder, noteOrder, pickOrder, returnOrder, reviewOrder, signOrder, stampOrder } from './steps.ts';

const ticks = { legality: true, accuracy: true, completeness: true };
const pot = (quantity: number, price = 10_000) => ({ product: 'pot', quantity, price });

async function taken(book: MemoryBook, input: OrderInput): Promise<string> {
  return value(await book.run(seller, takeOrder(input))).answer.order;
}

async function order_(book: MemoryBook, id: string) {
  const row = await book.get(id);
  if (!row) throw new Error('no order');
  return order.read(row);
}

describe('an order for delivery', () => {
  it('waits for the manager’s three ticks, never the maker’s own [ORD-04 G-22]', async () => {
    const book = await aShop({ pot: 5000 });
    const both = aPerson('身兼两职', 'salesperson', 'manager');
    const id = value(await book.run(both, takeOrder(anOrder('delivery', [pot(1000)])))).answer.order;
    expect(refusal(await book.run(both, reviewOrder(id, ticks))).code).toBe('MustBeAnother');
    expect(refusal(await book.run(seller, reviewOrder(id, ticks))).code).toBe('PostMayNot');
    const unlawful = refusal(await book.run(manager, reviewOrder(id, { ...ticks, legality: false })));
    expect(unlawful).toMatchObject({ gate: 'G-22', values: { missing: 'legality' } });
    expect(await book.balance('reserved/shop/pot')).toBe(0);
    value(await book.run(manager, reviewOrder(id, ticks)));
    expect(await book.balance('reserved/shop/pot')).toBe(1000);
    expect((await order_(book, id)).events.at(-1)?.stamp?.[0]).toMatchObject({ gate: 'G-22', result: 'passed' });
  });

  it('comes back with a reason and is done again once, linked to the old one [ORD-04]', async () => {
    const book = await aShop({ pot: 5000 });
    const id = await taken(book, anOrder('delivery', [pot(1000)]));
    const better = anOrder('delivery', [pot(2000)]);
    expect(refusal(await book.run(seller, correctOrder(id, better))).code).toBe('NotReturned');
    expect(refusal(await book.run(manager, returnOrder(id, ' '))).code).toBe('ReasonMissing');
    value(await book.run(manager, returnOrder(id, '数量不对')));
    const again = value(await book.run(seller, correctOrder(id, better))).answer.order;
    expect(await order_(book, again)).toMatchObject({ source: id, status: 'checked' });
    expect(refusal(await book.run(seller, correctOrder(id, better)))).toMatchObject({ code: 'AlreadyCorrected' });
    expect(await book.balance('orders/2026-11-02')).toBe(1);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('on account it needs file and limit like a slip on account [PAY-04 G-05 G-07]', async () => {
    const book = await aShop({ pot: 5000 });
    const bare = anOrder('delivery', [pot(1000)]);
    const onAccount = { ...bare, body: { ...bare.body, creditDays: 30 } };
    expect(refusal(await book.run(seller, takeOrder(onAccount))).code).toBe('CreditNeedsFile');
    const party = await aCustomer(book, { creditLimit: 9999 });
    expect(refusal(await book.run(seller, takeOrder({ ...onAccount, party })))).toMatchObject({ gate: 'G-07', values: { over: 1 } });
  });
});

describe('taking an order', () => {
  it('needs lines, positive quantities, and a number to ring back when it did not come over the counter [ORD-01]', async () => {
    const book = await aShop({ pot: 5000 });
    expect(refusal(await book.run(seller, takeOrder(anOrder('carry', [])))).code).toBe('NoLines');
    expect(refusal(await book.run(seller, takeOrder(anOrder('carry', [pot(0)])))).code).toBe('QuantityNotPositive');
    const base = anOrder('collect', [pot(1000)]);
    for (const channel of ['phone', 'email', 'platform', 'field'] as const) {
      const input = { ...base, body: { ...base.body, channel } };
      expect(refusal(await book.run(seller, takeOrder(input))).code).toBe('PhoneMissing');
      value(
        await book.run(seller, takeOrder({ ...input, body: { ...input.body, phone: '13700000000', lines: base.body.lines.slice(0, 1) } })),
      );
    }
  });

  it('a discount may not carry a line below its floor; gifts cost nothing and have none [ORD-05 G-02]', async () => {
    const book = await aShop({ pot: 9000 });
    const line = { product: 'pot', quantity: 1000, price: 10_000, floor: 9000 };
    const deep = refusal(await book.run(seller, takeOrder(anOrder('carry', [line], {}, 1001))));
    expect(deep).toMatchObject({ gate: 'G-02', values: { lines: 1, price: 8999, floor: 9000, name: 'pot' } });
    value(await book.run(seller, takeOrder(anOrder('carry', [line], {}, 1000))));
    const gift = anOrder('carry', [line, line]);
    gift.body.lines[1] = { ...gift.body.lines[1], gift: true } as (typeof gift.body.lines)[number];
    const sold = value(await book.run(seller, takeOrder(gift)));
    expect(sold.saved[0]?.amount).toBe(10_000);
    expect(sold.saved[0]?.body.lines).toMatchObject([{ amount: 10_000 }, { price: 0, amount: 0 }]);
    expect(refusal(await book.run(seller, takeOrder(anOrder('carry', [line], {}, 10_001)))).code).toBe('TotalIsNegative');
  });

  it('what is given away altogether needs no money and no stamp [SHP-01 G-36]', async () => {
    const book = await aShop({ pot: 9000 });
    const id = await taken(book, anOrder('carry', [pot(1000, 0)]));
    value(await book.run(seller, handGoods(id, [{ line: 0, quantity: 1000 }])));
    value(await book.run(cashier, closeOrder(id)));
  });

  it('offers substitutes with their free stock, those with enough first [ORD-03]', async () => {
    const book = await aShop({});
    const scarce = await aProduct(book, { code: 'B', name: '大砂锅' });
    const plenty = await aProduct(book, { code: 'C', name: '小砂锅' });
    const wanted = await aProduct(book, { code: 'A', substitutes: [scarce, plenty, 'gone'] });
    for (const [product, quantity] of [
      [scarce, 500],
      [plenty, 3000],
    ] as const) {
      const stock = { type: 'stock' as const, product, code: '', name: product, spec: '', unit: '只', location: 'shop', quantity };
      value(await book.run(manager, made(opening, stock)));
    }
    const offers = await substitutes(book, { product: wanted, quantity: 1000 }, 'shop');
    expect(offers.map(({ body, free }) => [body.name, free])).toEqual([
      ['小砂锅', 3000],
      ['大砂锅', 500],
    ]);
    expect(await substitutes(book, { product: 'pot', quantity: 1000 }, 'shop')).toEqual([]);
  });
});

describe('goods whose order the supervisor signs', () => {
  it('customer signs, supervisor reviews, then a deposit within the range of the group [ORD-05 ORD-06 G-24 G-25]', async () => {
    const book = await aShop({});
    const car = await aProduct(book, { code: 'CAR', name: '轿车', group: 'imported', price: 30_000_000, floor: 0 });
    const line = { product: car, quantity: 1000, price: 30_000_000 };
    const id = await taken(book, anOrder('collect', [line], { shortage: { told: true, choice: 'wait' } }));
    expect((await order_(book, id)).status).toBe('checked');
    const deposit = (amount: number) => takeDeposit({ order: id, method: 'card', amount, tendered: 0, reason: '' });
    expect(refusal(await book.run(cashier, deposit(600_000))).code).toBe('OrderNotReleased');
    expect(refusal(await book.run(manager, reviewOrder(id, ticks))).code).toBe('CustomerMustSignFirst');
    expect(refusal(await book.run(seller, signOrder(id, { name: '', file: '' }))).code).toBe('NameMissing');
    value(await book.run(seller, signOrder(id, { name: '周先生', file: '' })));
    value(await book.run(manager, reviewOrder(id, ticks)));
    expect(refusal(await book.run(cashier, deposit(499_999)))).toMatchObject({ gate: 'G-25', values: { least: 500_000, most: 1_000_000 } });
    expect(refusal(await book.run(cashier, deposit(1_000_001)))).toMatchObject({ gate: 'G-25' });
    value(await book.run(cashier, deposit(1_000_000)));
    expect(all(book, 'receipt')).toMatchObject([{ body: { type: 'deposit', amount: 1_000_000 } }]);
  });

  it('a deposit on general goods needs no range and counts towards the price [ORD-05 PAY-02]', async () => {
    const book = await aShop({ pot: 1000 });
    const id = await taken(book, anOrder('collect', [pot(1000)]));
    value(await book.run(cashier, takeDeposit({ order: id, method: 'cash', amount: 1, tendered: 1, reason: '' })));
    expect(refusal(await book.run(cashier, cash(id, 10_000))).values).toMatchObject({ due: 9999 });
    value(await book.run(cashier, cash(id, 9999)));
    value(await book.run(seller, handGoods(id, [{ line: 0, quantity: 1000 }])));
    value(await book.run(cashier, closeOrder(id)));
  });

  it('the envelope is complete or the salesperson says why not [ORD-10 G-26]', async () => {
    const book = await aShop({ pot: 1000 });
    const id = await taken(book, anOrder('collect', [pot(1000)]));
    const set = { order: true, receipt: true, guide: true, envelope: true };
    expect(refusal(await book.run(seller, envelopeOrder(id, { ...set, guide: false }, '')))).toMatchObject({
      code: 'SetIncomplete',
      values: { missing: 'guide' },
    });
    value(await book.run(seller, envelopeOrder(id, { ...set, guide: false }, '资料说明用完')));
    expect((await order_(book, id)).events.at(-1)?.stamp).toMatchObject([{ gate: 'G-26', result: 'overridden', reason: '资料说明用完' }]);
    value(await book.run(seller, envelopeOrder(id, set, '')));
  });
});

describe('along the way', () => {
  it('goods are picked by the slip and counted; never more than is open [STK-03 G-33]', async () => {
    const book = await aShop({ pot: 5000 });
    const id = await taken(book, anOrder('collect', [pot(2000)]));
    expect(refusal(await book.run(keeper, pickOrder(id, [{ line: 0, quantity: 2001 }]))).code).toBe('MoreThanOrdered');
    value(await book.run(keeper, pickOrder(id, [{ line: 0, quantity: 2000 }])));
    expect((await order_(book, id)).events.at(-1)).toMatchObject({ type: 'picked', stamp: [{ gate: 'G-33', result: 'passed' }] });
    expect(refusal(await book.run(cashier, pickOrder(id, [{ line: 0, quantity: 1 }]))).code).toBe('PostMayNot');
  });

  it('troubles stay open until somebody says how they were solved, and an order does not close before [ORD-07 ORD-08]', async () => {
    const book = await aShop({ pot: 5000 });
    const id = await taken(book, anOrder('collect', [pot(1000)]));
    value(await book.run(seller, noteOrder(id, { topic: 'exception', text: '锅盖有裂纹' })));
    value(await book.run(seller, noteOrder(id, { topic: 'message', text: '已电话告知' })));
    expect(refusal(await book.run(seller, noteOrder(id, { topic: 'message', text: ' ' }))).code).toBe('TextMissing');
    const [trouble] = openTroubles(await order_(book, id));
    expect(trouble?.data.text).toBe('锅盖有裂纹');
    value(await book.run(cashier, cash(id, 10_000)));
    value(await book.run(seller, handGoods(id, [{ line: 0, quantity: 1000 }])));
    expect(refusal(await book.run(cashier, closeOrder(id)))).toMatchObject({ code: 'TroubleOpen', values: { text: '锅盖有裂纹' } });
    value(await book.run(seller, noteOrder(id, { topic: 'solution', text: '已换锅盖', solves: trouble?.id ?? '' })));
    expect(openTroubles(await order_(book, id))).toEqual([]);
    value(await book.run(cashier, closeOrder(id)));
  });

  it('goods never leave that are not there, also over several lines of one product [STK-01]', async () => {
    const book = await aShop({ pot: 1500 });
    const id = await taken(book, anOrder('shortage', [pot(1000), pot(1000)], { shortage: { told: true, choice: 'wait' } }));
    const both = [0, 1].map((line) => ({ line, quantity: 1000 }));
    expect(refusal(await book.run(seller, handGoods(id, both)))).toMatchObject({
      code: 'NotEnoughStock',
      values: { there: 1500, wanted: 2000 },
    });
    const twice = [0, 0].map((line) => ({ line, quantity: 600 }));
    expect(refusal(await book.run(seller, handGoods(id, twice)))).toMatchObject({ code: 'MoreThanOrdered', values: { quantity: 1200 } });
    expect(refusal(await book.run(seller, handGoods(id, [{ line: 0, quantity: -1 }]))).code).toBe('QuantityNotPositive');
    expect(refusal(await book.run(seller, handGoods(id, [{ line: 7, quantity: 1 }]))).code).toBe('MoreThanOrdered');
  });

  it('what will never come is cut off with the manager’s reason; the rest is paid, stamped and closed [ORD-08]', async () => {
    const book = await aShop({ pot: 1000 });
    const id = await taken(book, anOrder('shortage', [pot(3000, 3333)], { shortage: { told: true, choice: 'wait' } }, 1));
    value(await book.run(seller, handGoods(id, [{ line: 0, quantity: 1000 }])));
    value(await book.run(cashier, cash(id, 3332)));
    expect(refusal(await book.run(seller, cancelRest(id, '停产'))).code).toBe('PostMayNot');
    expect(refusal(await book.run(manager, cancelRest(id, ''))).code).toBe('ReasonMissing');
    value(await book.run(manager, cancelRest(id, '停产')));
    expect(refusal(await book.run(manager, cancelRest(id, '停产'))).code).toBe('NothingOpen');
    expect(await book.balances(`undelivered/${id}/`)).toEqual(new Map());
    expect(await book.balances('unbilled/')).toEqual(new Map());
    expect(await book.balance('reserved/shop/pot')).toBe(0);
    expect(await book.balance('ordered/2026-11-02')).toBe(3332);
    value(await book.run(cashier, stampOrder(id)));
    value(await book.run(cashier, closeOrder(id)));
    expect(await book.balance(`receivable/-/${id}`)).toBe(0);
  });
});

describe('taking an order back', () => {
  it('is possible while nothing happened on it, and counts no more [ORD-08]', async () => {
    const book = await aShop({ pot: 5000 });
    const id = await taken(book, anOrder('collect', [pot(1000)]));
    expect(refusal(await book.run(seller, voidOrder(id, '录错'))).code).toBe('PostMayNot');
    expect(refusal(await book.run(cashier, voidOrder(id, ''))).code).toBe('ReasonMissing');
    value(await book.run(cashier, voidOrder(id, '录错')));
    for (const account of ['orders/2026-11-02', 'ordered/2026-11-02', 'reserved/shop/pot']) expect(await book.balance(account)).toBe(0);
    expect((await order_(book, id)).no).toBe('XS-HZ01-A-2611-0001');
    const again = value(await book.run(seller, correctOrder(id, anOrder('collect', [pot(500)])))).answer.order;
    expect((await order_(book, again)).source).toBe(id);
    expect(refusal(await book.run(cashier, cash(id, 1))).code).toBe('OrderNotReleased');
  });

  it('otherwise it says what must be reversed first: money, pick-up slips, goods [ORD-08]', async () => {
    const book = await aShop({ pot: 5000 });
    const paid = await taken(book, anOrder('collect', [pot(1000)]));
    value(await book.run(cashier, cash(paid, 4000)));
    expect(refusal(await book.run(manager, voidOrder(paid, '错')))).toMatchObject({ code: 'MoneyReceived', values: { received: 4000 } });
    value(await book.run(cashier, refund({ order: paid, method: 'cash', amount: 4000, reason: '录错' })));
    value(await book.run(manager, voidOrder(paid, '错')));

    const given = await taken(book, anOrder('collect', [pot(1000)]));
    value(await book.run(seller, handGoods(given, [{ line: 0, quantity: 1 }])));
    expect(refusal(await book.run(manager, voidOrder(given, '错'))).code).toBe('GoodsHandedOver');

    const bought = await taken(book, anOrder('shortage', [pot(9000)], { shortage: { told: true, choice: 'purchase' } }));
    const slip = writePickup({
      order: bought,
      supplier: { id: '', name: '陶瓷厂' },
      lines: [{ line: 0, quantity: 1000, cost: 5 }],
      notes: '',
    });
    value(await book.run(buyer, slip));
    expect(refusal(await book.run(manager, voidOrder(bought, '错'))).code).toBe('PickupUnderWay');
    expect(book.kept()).toEqual(book.rebuilt());
  });
});
