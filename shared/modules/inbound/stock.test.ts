import { describe, expect, it } from 'vitest';
import { aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { aShop, all, anOrder, buyer, cash, cashier, finance, goods, keeper, manager, refusal, seller, value } from '../branch.fixture.ts';
import { closeFloat, drawFloat, openFloat, settleFloat } from '../float/rules.ts';
import { closeLocation, saveLocation } from '../location/rules.ts';
import { handGoods, takeOrder } from '../order/rules.ts';
import { cancelPickup, photographPickup, recordPickup, writePickup } from '../pickup/rules.ts';
import { approveReturn, askReturn, receiveReturn, refuseReturn, withdrawReturn } from '../return/rules.ts';
import { receiveBought, receiveFinished, reverseInbound, transferStock } from './rules.ts';

const PHOTO = 'a'.repeat(64);
const keeper2 = aPerson('小钱', 'warehouse');
const lines = (quantity: number) => [{ line: 0, quantity }];

/** An order of 5 pots of which 2 are there, and the pick-up slip for the other 3 at 40.00. */
async function aShortage(): Promise<{ book: MemoryBook; order: string; slip: string }> {
  const book = await aShop({ pot: 2000 });
  const input = anOrder('shortage', [{ product: 'pot', quantity: 5000, price: 10_000 }], { shortage: { told: true, choice: 'purchase' } });
  const order = value(await book.run(seller, takeOrder(input))).answer.order;
  const wanted = { order, supplier: { id: '', name: '陶瓷厂' }, lines: [{ line: 0, quantity: 3000, cost: 4000 }], notes: '' };
  const slip = value(await book.run(seller, writePickup(wanted))).answer.pickup;
  return { book, order, slip };
}

const settle = (spent: number, voucherNo = 'A1') => ({ spent, person: '采购', voucherNo, voucher: '', note: '' });
const draw = { amount: 12_000, person: '采购', note: '' };

describe('missing goods bought in for one sale', () => {
  it('slip with number and customer, photo, purchasing’s record, money from the float, stock entry, hand-over [STK-04 STK-05 STK-06 SHP-03 SHP-05 G-34 G-35]', async () => {
    const { book, order, slip } = await aShortage();
    expect(await book.get(slip)).toMatchObject({ amount: 12_000, body: { orderNo: 'XS-HZ01-A-2611-0001', customerName: '散客' } });
    value(await book.run(finance, openFloat({ amount: 15_000, person: '收银', note: '' })));
    expect(refusal(await book.run(cashier, drawFloat(slip, draw))).code).toBe('StatusPassed');
    expect(refusal(await book.run(seller, photographPickup(slip, ''))).code).toBe('PhotoMissing');
    value(await book.run(seller, photographPickup(slip, PHOTO)));
    expect(refusal(await book.run(seller, recordPickup(slip, ''))).code).toBe('PostMayNot');
    value(await book.run(buyer, recordPickup(slip, 'CG-77')));
    expect(refusal(await book.run(cashier, drawFloat(slip, { ...draw, amount: 12_001 })))).toMatchObject({ code: 'MoreThanCost' });
    value(await book.run(cashier, drawFloat(slip, draw)));
    expect(refusal(await book.run(cashier, drawFloat(slip, draw))).code).toBe('AlreadyDrawn');
    expect([await book.balance('float'), await book.balance(`float-out/${slip}`)]).toEqual([3000, 12_000]);

    const input = { location: 'shop', slipNo: '8', pickupCopy: true, slipCopy: false, counted: lines(3000), notes: '' };
    const oneSlip = refusal(await book.run(keeper, receiveBought(slip, input)));
    expect(oneSlip).toMatchObject({ gate: 'G-35', values: { missing: 'slipCopy' } });
    expect(refusal(await book.run(keeper, receiveBought(slip, { ...input, slipCopy: true, counted: lines(3001) }))).code).toBe(
      'MoreThanBought',
    );
    value(await book.run(keeper, receiveBought(slip, { ...input, slipCopy: true })));
    expect((await book.get(slip))?.status).toBe('closed');
    expect(await book.balance('stock/shop/pot')).toBe(5000);
    expect((await book.get(order))?.events.at(-1)?.type).toBe('arrived');

    expect(refusal(await book.run(cashier, settleFloat(slip, settle(12_001)))).code).toBe('SpentMoreThanDrawn');
    expect(refusal(await book.run(cashier, settleFloat(slip, settle(11_500, '')))).code).toBe('VoucherMissing');
    expect(value(await book.run(cashier, settleFloat(slip, settle(11_500)))).answer.back).toBe(500);
    expect([await book.balance('float'), await book.balance(`float-out/${slip}`)]).toEqual([3500, 0]);
    expect(refusal(await book.run(cashier, settleFloat(slip, settle(0)))).code).toBe('NothingDrawn');
    value(await book.run(seller, handGoods(order, lines(5000))));
    expect(await book.balances('held/')).toEqual(new Map());
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('the float never goes below zero, is filled and emptied by finance, and a settlement may bring nothing back [STK-05 SHP-03]', async () => {
    const { book, slip } = await aShortage();
    expect(refusal(await book.run(cashier, openFloat({ amount: 1, person: '', note: '' }))).code).toBe('PostMayNot');
    value(await book.run(finance, openFloat({ amount: 11_999, person: '', note: '' })));
    value(await book.run(buyer, photographPickup(slip, PHOTO)));
    value(await book.run(buyer, recordPickup(slip, '')));
    expect(refusal(await book.run(cashier, drawFloat(slip, draw)))).toMatchObject({ code: 'FloatTooSmall', values: { float: 11_999 } });
    expect(refusal(await book.run(finance, closeFloat({ amount: 12_000, person: '', note: '' }))).code).toBe('FloatTooSmall');
    value(await book.run(cashier, drawFloat(slip, { ...draw, amount: 11_999 })));
    value(await book.run(cashier, settleFloat(slip, settle(11_999))));
    expect([await book.balance('float'), await book.balance(`float-out/${slip}`)]).toEqual([0, 0]);
    expect(all(book, 'float').map(({ amount }) => amount)).toEqual([11_999, -11_999, 0]);
  });

  it('not bought after all, the slip is cancelled once all money is back [STK-04 STK-05]', async () => {
    const { book, slip } = await aShortage();
    value(await book.run(finance, openFloat({ amount: 12_000, person: '', note: '' })));
    value(await book.run(buyer, photographPickup(slip, PHOTO)));
    value(await book.run(buyer, recordPickup(slip, '')));
    value(await book.run(cashier, drawFloat(slip, draw)));
    expect(refusal(await book.run(buyer, cancelPickup(slip, '厂家无货')))).toMatchObject({
      code: 'MoneyStillOut',
      values: { out: 12_000 },
    });
    value(await book.run(cashier, settleFloat(slip, settle(0, ''))));
    value(await book.run(buyer, cancelPickup(slip, '厂家无货')));
    expect(await book.balance('float')).toBe(12_000);
  });

  it('needs a released order, its own lines and a supplier [STK-04]', async () => {
    const { book, order } = await aShortage();
    const input = { order, supplier: { id: '', name: '厂' }, lines: [{ line: 0, quantity: 1000, cost: 1 }], notes: '' };
    const attempt = async (rest: object) => refusal(await book.run(seller, writePickup({ ...input, ...rest }))).code;
    expect(await attempt({ supplier: { id: '', name: ' ' } })).toBe('SupplierMissing');
    expect(await attempt({ lines: [] })).toBe('NoLines');
    expect(await attempt({ lines: [{ line: 0, quantity: 5001, cost: 1 }] })).toBe('MoreThanOrdered');
    expect(await attempt({ lines: [{ line: 1, quantity: 1, cost: 1 }] })).toBe('MoreThanOrdered');
    expect(await attempt({ lines: [{ line: 0, quantity: 0, cost: 1 }] })).toBe('QuantityNotPositive');
    const waiting = value(
      await book.run(
        seller,
        takeOrder(anOrder('delivery', [{ product: 'pan', quantity: 1, price: 1 }], { shortage: { told: true, choice: 'purchase' } })),
      ),
    ).answer.order;
    expect(await attempt({ order: waiting })).toBe('OrderNotReleased');
  });
});

describe('stock', () => {
  const finished = {
    location: 'shop',
    from: '一分厂',
    slipNo: '88',
    certificateNo: 'HG-1',
    certificate: '',
    notes: '',
    lines: [{ ...goods('pot'), quantity: 1500, cost: 0 }],
  };

  it('finished goods come in with slip and certificate together [STK-02 G-28]', async () => {
    const book = await aShop({});
    expect(refusal(await book.run(keeper, receiveFinished({ ...finished, slipNo: ' ' })))).toMatchObject({ gate: 'G-28' });
    expect(refusal(await book.run(keeper, receiveFinished({ ...finished, certificateNo: '' })))).toMatchObject({ gate: 'G-28' });
    expect(refusal(await book.run(keeper, receiveFinished({ ...finished, lines: [] }))).code).toBe('NoLines');
    value(await book.run(keeper, receiveFinished({ ...finished, certificateNo: '', certificate: PHOTO })));
    value(await book.run(keeper, receiveFinished(finished)));
    expect(await book.balance('stock/shop/pot')).toBe(3000);
  });

  it('an entry is taken back by somebody else, and only while its goods are there [STK-02 STK-06]', async () => {
    const book = await aShop({});
    const entry = value(await book.run(keeper, receiveFinished(finished))).answer.inbound;
    expect(refusal(await book.run(keeper, reverseInbound(entry, '错'))).code).toBe('MustBeAnother');
    const sold = value(await book.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 1, price: 1 }])))).answer.order;
    value(await book.run(seller, handGoods(sold, lines(1))));
    expect(refusal(await book.run(keeper2, reverseInbound(entry, '错')))).toMatchObject({
      code: 'GoodsAlreadyGone',
      values: { there: 1499 },
    });
    value(await book.run(keeper, receiveFinished({ ...finished, lines: [{ ...goods('pot'), quantity: 1, cost: 0 }] })));
    expect(refusal(await book.run(keeper2, reverseInbound(entry, ''))).code).toBe('ReasonMissing');
    value(await book.run(keeper2, reverseInbound(entry, '录错')));
    expect(await book.balance('stock/shop/pot')).toBe(0);
  });

  it('bought goods taken back open their slip again without paying twice [STK-06]', async () => {
    const { book, slip } = await aShortage();
    value(await book.run(buyer, photographPickup(slip, PHOTO)));
    value(await book.run(buyer, recordPickup(slip, '')));
    const input = { location: 'shop', slipNo: '', pickupCopy: true, slipCopy: true, counted: lines(2000), notes: '少一只' };
    const entry = value(await book.run(keeper, receiveBought(slip, input))).answer.inbound;
    value(await book.run(keeper2, reverseInbound(entry, '点错')));
    expect((await book.get(slip))?.status).toBe('recorded');
    value(await book.run(keeper, receiveBought(slip, { ...input, counted: lines(3000) })));
    expect(await book.balance('stock/shop/pot')).toBe(5000);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('moves between places without a piece more or less, never what is promised to a customer [STK-01]', async () => {
    const book = await aShop({});
    const place = async (name: string) =>
      value(await book.run(manager, saveLocation('', { name, code: name, type: 'shop', address: '', phone: '' }))).answer.location;
    const [shop, main] = [await place('门店'), await place('总仓')];
    value(await book.run(keeper, receiveFinished({ ...finished, location: shop, lines: [{ ...goods('pot'), quantity: 5000, cost: 0 }] })));
    const sale = anOrder('collect', [{ product: 'pot', quantity: 2000, price: 1 }]);
    value(await book.run(seller, takeOrder({ ...sale, body: { ...sale.body, location: shop } })));
    const move = (quantity: number) =>
      transferStock({ fromLocation: shop, location: main, lines: [{ ...goods('pot'), quantity, cost: 0 }], notes: '' });
    expect(refusal(await book.run(keeper, move(3001)))).toMatchObject({ code: 'NotEnoughFree', values: { free: 3000, wanted: 3001 } });
    const moved = value(await book.run(keeper, move(3000)));
    expect([await book.balance(`stock/${shop}/pot`), await book.balance(`stock/${main}/pot`)]).toEqual([2000, 3000]);
    expect(refusal(await book.run(keeper, transferStock({ fromLocation: shop, location: shop, lines: [], notes: '' }))).code).toBe(
      'SamePlace',
    );
    expect(refusal(await book.run(keeper, transferStock({ fromLocation: 'x', location: shop, lines: [], notes: '' }))).code).toBe(
      'NotFound',
    );
    expect(refusal(await book.run(manager, closeLocation(main)))).toMatchObject({ code: 'StockLeft', values: { count: 1 } });
    value(await book.run(keeper2, reverseInbound(moved.answer.inbound, '不调了')));
    expect(await book.balance(`stock/${shop}/pot`)).toBe(5000);
    value(await book.run(manager, closeLocation(main)));
    expect(refusal(await book.run(manager, closeLocation(shop))).code).toBe('StockLeft');
    expect(book.kept()).toEqual(book.rebuilt());
  });
});

describe('goods that come back', () => {
  /** 3 pots for 100.00 in all, paid and handed over. */
  async function aSoldSale(): Promise<{ book: MemoryBook; order: string }> {
    const book = await aShop({ pot: 5000 });
    const order = value(await book.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 3000, price: 3334 }], {}, 2))))
      .answer.order;
    value(await book.run(cashier, cash(order, 10_000)));
    value(await book.run(seller, handGoods(order, lines(3000))));
    return { book, order };
  }
  const ask = (order: string, quantity: number, condition: 'good' | 'damaged' = 'good') =>
    askReturn({ order, lines: lines(quantity), reason: '不合适', condition });

  it('never more than was handed over less what is back already; parts add up to what was paid [ORD-09]', async () => {
    const { book, order } = await aSoldSale();
    let back = 0;
    for (const quantity of [1000, 1500]) {
      const slip = value(await book.run(seller, ask(order, quantity))).answer.return;
      expect(refusal(await book.run(cashier, receiveReturn(slip))).code).toBe('StatusPassed');
      value(await book.run(manager, approveReturn(slip)));
      const { answer } = value(await book.run(cashier, receiveReturn(slip, { method: 'cash' })));
      back += answer.refunded;
    }
    expect(refusal(await book.run(seller, ask(order, 501)))).toMatchObject({
      code: 'MoreThanHanded',
      values: { handed: 500, quantity: 501 },
    });
    const rest = value(await book.run(seller, ask(order, 500))).answer.return;
    value(await book.run(manager, approveReturn(rest)));
    back += value(await book.run(cashier, receiveReturn(rest, { method: 'cash' }))).answer.refunded;
    expect(back).toBe(10_000);
    expect(await book.balance('stock/shop/pot')).toBe(5000);
    for (const account of [
      `receivable/-/${order}`,
      `received/${order}`,
      'sales/2026-11-02',
      'takings/2026-11-02/cash',
      'sold/2026-11/pot',
    ]) {
      expect([account, await book.balance(account)]).toEqual([account, 0]);
    }
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('needs somebody else’s approval; refused or withdrawn, the goods may be asked back again [ORD-09]', async () => {
    const { book, order } = await aSoldSale();
    const first = value(await book.run(manager, ask(order, 3000))).answer.return;
    expect(refusal(await book.run(manager, approveReturn(first))).code).toBe('MustBeAnother');
    expect(refusal(await book.run(seller, ask(order, 1))).code).toBe('MoreThanHanded');
    value(await book.run(manager, refuseReturn(first, '超过七天')));
    const second = value(await book.run(seller, ask(order, 3000))).answer.return;
    value(await book.run(manager, approveReturn(second)));
    value(await book.run(seller, withdrawReturn(second, '客户不退了')));
    value(await book.run(seller, ask(order, 3000)));
    expect(await book.balance('stock/shop/pot')).toBe(2000);
    expect(refusal(await book.run(seller, askReturn({ order, lines: lines(1), reason: ' ', condition: 'good' }))).code).toBe(
      'ReasonMissing',
    );
  });

  it('damaged goods do not go back on sale; unpaid goods lower the debt and give no money back [ORD-09 STK-01]', async () => {
    const book = await aShop({ pot: 5000 });
    const order = value(await book.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 2000, price: 5000 }])))).answer
      .order;
    value(await book.run(seller, handGoods(order, lines(2000))));
    value(await book.run(cashier, cash(order, 5000)));
    const slip = value(await book.run(seller, ask(order, 1000, 'damaged'))).answer.return;
    value(await book.run(manager, approveReturn(slip)));
    expect(refusal(await book.run(cashier, receiveReturn(slip, { method: 'cash' }))).code).toBe('NothingToRefund');
    value(await book.run(keeper, receiveReturn(slip)));
    expect([await book.balance('stock/shop/pot'), await book.balance('stock-damaged/shop/pot')]).toEqual([3000, 1000]);
    expect(await book.balance(`receivable/-/${order}`)).toBe(0);
    expect(refusal(await book.run(cashier, cash(order, 1))).values).toMatchObject({ due: 0 });
  });

  it('an exchange is a return and a new order that names it [ORD-09]', async () => {
    const { book, order } = await aSoldSale();
    const slip = value(await book.run(seller, ask(order, 1000))).answer.return;
    const other = anOrder('collect', [{ product: 'pot', quantity: 1000, price: 4000 }], { source: slip });
    const again = value(await book.run(seller, takeOrder(other))).answer.order;
    expect((await book.all({ kind: 'order', source: slip })).rows.map(({ id }) => id)).toEqual([again]);
  });
});
