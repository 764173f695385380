import { describe, expect, it } from 'vitest';
import { aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import {
  aCustomer,
  aShop,
  all,
  anOrder,
  cash,
  cashier,
  finance,
  guard,
  keeper,
  manager,
  refusal,
  seller,
  value,
} from '../branch.fixture.ts';
import { closeGatepass, issueGatepass, passGate, stopGatepass } from '../gatepass/rules.ts';
import { dueDay } from '../order/module.ts';
import { readOrder } from '../order/facts.ts';
import { closeOrder, takeOrder } from '../order/rules.ts';
import { noteOrder, reviewOrder } from '../order/steps.ts';
import { askReturn, approveReturn, receiveReturn } from '../return/rules.ts';
import {
  bookDelivery,
  cancelDispatch,
  delayDispatch,
  handCollection,
  issueStock,
  markPicked,
  recordSignedCopy,
  releaseDispatch,
  returnDispatch,
  slipAges,
  unsignedSlips,
  writeDispatch,
  type DispatchInput,
} from './rules.ts';

const delivery: DispatchInput['delivery'] = {
  type: 'delivery',
  consignee: '远山贸易',
  phone: '',
  address: '杭州',
  carrier: '顺达',
  vehicle: '浙A·12345',
  driver: '',
  expected: '2026-11-03',
  notes: '',
};
const pass = { vehicle: '浙A12345', driver: '', packages: 1, goods: '' };
const lines = (quantity: number) => [{ line: 0, quantity }];

/** A reviewed delivery order of 3 pots at 100.00 less 0.01. */
async function anOrderToDeliver(
  rest: { party?: string; creditDays?: number; book?: MemoryBook } = {},
): Promise<{ book: MemoryBook; id: string }> {
  const book = rest.book ?? (await aShop({ pot: 5000 }));
  const input = anOrder('delivery', [{ product: 'pot', quantity: 3000, price: 10_000 }], { party: rest.party ?? '' }, 1);
  const body = { ...input.body, creditDays: rest.creditDays ?? 0 };
  const id = value(await book.run(seller, takeOrder({ ...input, body }))).answer.order;
  value(await book.run(manager, reviewOrder(id, { legality: true, accuracy: true, completeness: true })));
  return { book, id };
}

async function noted(book: MemoryBook, order: string, quantity: number, type: 'delivery' | 'collection' = 'delivery'): Promise<string> {
  return value(await book.run(seller, writeDispatch({ order, lines: lines(quantity), delivery: { ...delivery, type } }))).answer.dispatch;
}

async function released(book: MemoryBook, order: string, quantity: number, type: 'delivery' | 'collection' = 'delivery'): Promise<string> {
  const note = await noted(book, order, quantity, type);
  value(await book.run(manager, releaseDispatch(note)));
  return note;
}

async function gone(book: MemoryBook, order: string, quantity: number): Promise<string> {
  const note = await released(book, order, quantity);
  value(await book.run(keeper, issueStock(note, lines(quantity))));
  return note;
}

describe('a dispatch note', () => {
  it('cancelled gives its goods and their value back; whatever the order of parts, they add up to the total [DSP-01 STK-08]', async () => {
    const { book, id } = await anOrderToDeliver();
    const first = await noted(book, id, 1000);
    await gone(book, id, 2000);
    expect(refusal(await book.run(seller, cancelDispatch(first, ' '))).code).toBe('ReasonMissing');
    value(await book.run(seller, cancelDispatch(first, '改日送')));
    await gone(book, id, 1000);
    expect(await book.balance(`receivable/-/${id}`)).toBe(29_999);
    expect(await book.balances('unbilled/')).toEqual(new Map());
    expect(await book.balance('reserved/shop/pot')).toBe(0);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('returned by the manager goes back to its writer; out of the store it cannot be cancelled any more [DSP-01 G-29]', async () => {
    const { book, id } = await anOrderToDeliver();
    const bad = await noted(book, id, 3000);
    expect(refusal(await book.run(seller, returnDispatch(bad, '地址不全'))).code).toBe('PostMayNot');
    value(await book.run(manager, returnDispatch(bad, '地址不全')));
    const note = await gone(book, id, 3000);
    expect(refusal(await book.run(manager, cancelDispatch(note, '错'))).code).toBe('StatusPassed');
    expect(refusal(await book.run(seller, writeDispatch({ order: id, lines: lines(1), delivery }))).code).toBe('MoreThanOrdered');
    expect(refusal(await book.run(seller, writeDispatch({ order: id, lines: lines(0), delivery }))).code).toBe('QuantityNotPositive');
  });

  it('is picked and issued by exactly what stands on it; stock must be there [STK-03 STK-08 G-30 G-33]', async () => {
    const { book, id } = await anOrderToDeliver();
    const note = await released(book, id, 3000);
    expect(refusal(await book.run(keeper, markPicked(note, lines(2000)))).code).toBe('LinesDiffer');
    value(await book.run(keeper, markPicked(note, lines(3000))));
    const sold = anOrder('collect', [{ product: 'pot', quantity: 2000, price: 1 }]);
    value(await book.run(seller, takeOrder(sold)));
    value(await book.run(keeper, issueStock(note, lines(3000))));
    const later = await aShop({ pot: 1000 });
    const short = anOrder('delivery', [{ product: 'pot', quantity: 3000, price: 1 }], { shortage: { told: true, choice: 'wait' } });
    const wait = value(await later.run(seller, takeOrder(short))).answer.order;
    value(await later.run(manager, reviewOrder(wait, { legality: true, accuracy: true, completeness: true })));
    const early = await released(later, wait, 3000);
    expect(refusal(await later.run(keeper, issueStock(early, lines(3000))))).toMatchObject({
      code: 'NotEnoughStock',
      values: { there: 1000, wanted: 3000 },
    });
  });

  it('two lines of one product leave only when there is enough for both [STK-01 STK-08]', async () => {
    const book = await aShop({ pot: 1500 });
    const line = { product: 'pot', quantity: 1000, price: 1 };
    const input = anOrder('delivery', [line, line], { shortage: { told: true, choice: 'wait' } });
    const id = value(await book.run(seller, takeOrder(input))).answer.order;
    value(await book.run(manager, reviewOrder(id, { legality: true, accuracy: true, completeness: true })));
    const both = [0, 1].map((index) => ({ line: index, quantity: 1000 }));
    const note = value(await book.run(seller, writeDispatch({ order: id, lines: both, delivery }))).answer.dispatch;
    value(await book.run(manager, releaseDispatch(note)));
    expect(refusal(await book.run(keeper, issueStock(note, both)))).toMatchObject({
      code: 'NotEnoughStock',
      values: { there: 1500, wanted: 2000 },
    });
  });

  it('on account is judged again when it is written: nothing overdue, within the limit [PAY-04 G-07]', async () => {
    const book = await aShop({ pot: 9000 });
    const party = await aCustomer(book, { creditLimit: 59_998 });
    const first = await anOrderToDeliver({ book, party, creditDays: 10 });
    const second = await anOrderToDeliver({ book, party, creditDays: 10 });
    book.pass(5);
    await gone(book, first.id, 1000);
    book.pass(11);
    const late = refusal(await book.run(seller, writeDispatch({ order: second.id, lines: lines(1000), delivery })));
    expect(late).toMatchObject({ gate: 'G-07', values: { overdueDays: 1, over: 0, open: 59_998 } });
    const override = { 'G-07': { by: finance, reason: '已电汇' } };
    value(await book.run(seller, writeDispatch({ order: second.id, lines: lines(1000), delivery, overrides: override })));
  });

  it('the days to pay run from the day the first goods left [PAY-04]', async () => {
    const book = await aShop({ pot: 9000 });
    const party = await aCustomer(book, { creditLimit: 99_999 });
    const { id } = await anOrderToDeliver({ book, party, creditDays: 10 });
    book.pass(20);
    await gone(book, id, 1000);
    const sale = await readOrder(book, id);
    expect(sale && dueDay(sale)).toBe('2026-12-02');
  });

  it('late, it says why and what is proposed, on the note and in the order’s log [DSP-05 DSP-07 ORD-07]', async () => {
    const { book, id } = await anOrderToDeliver();
    const note = await noted(book, id, 3000);
    expect(refusal(await book.run(seller, delayDispatch(note, { reason: '', solution: '', expected: '' }))).code).toBe('ReasonMissing');
    value(await book.run(seller, delayDispatch(note, { reason: '车坏了', solution: '换车', expected: '2026-11-05' })));
    expect((await book.get(note))?.events.at(-1)).toMatchObject({ type: 'delayed', data: { expected: '2026-11-05' } });
    expect((await readOrder(book, id))?.events.at(-1)).toMatchObject({
      type: 'noted',
      data: { topic: 'delay', text: '车坏了 · 换车 · 2026-11-05' },
    });
  });
});

describe('the gate', () => {
  it('lets goods through once, with a registered pass and the vehicle that stands on it [DSP-03 G-31]', async () => {
    const { book, id } = await anOrderToDeliver();
    const note = await released(book, id, 3000);
    expect(refusal(await book.run(keeper, issueGatepass(note, pass))).code).toBe('NotOutYet');
    value(await book.run(keeper, issueStock(note, lines(3000))));
    expect(refusal(await book.run(keeper, issueGatepass(note, { ...pass, vehicle: ' ' }))).code).toBe('VehicleMissing');
    const first = value(await book.run(keeper, issueGatepass(note, pass))).answer.gatepass;
    expect(refusal(await book.run(keeper, issueGatepass(note, pass))).code).toBe('PassExists');
    expect(refusal(await book.run(guard, stopGatepass(first, ''))).code).toBe('ReasonMissing');
    value(await book.run(guard, stopGatepass(first, '少一箱')));
    expect(refusal(await book.run(guard, passGate(first, { time: '10:00', vehicle: '浙A12345' }))).code).toBe('StatusPassed');
    const second = value(await book.run(keeper, issueGatepass(note, pass))).answer.gatepass;
    expect(refusal(await book.run(guard, passGate(second, { time: '10:30', vehicle: '浙B00001' }))).code).toBe('VehicleDiffers');
    value(await book.run(guard, passGate(second, { time: '10:30', vehicle: '浙a·12345' })));
    expect(await book.get(note)).toMatchObject({ status: 'passed' });
    value(await book.run(guard, closeGatepass(second)));
    const both = aPerson('仓管兼门卫', 'warehouse', 'guard');
    const other = await anOrderToDeliver();
    const out = await gone(other.book, other.id, 3000);
    const own = value(await other.book.run(both, issueGatepass(out, pass))).answer.gatepass;
    expect(refusal(await other.book.run(both, passGate(own, { time: '11:00', vehicle: '浙A12345' }))).code).toBe('MustBeAnother');
  });
});

describe('the signed copy', () => {
  it('finance sees what is still out, oldest first, late after the days of the policy [DSP-04 G-32]', async () => {
    const { book, id } = await anOrderToDeliver();
    const first = await gone(book, id, 1000);
    book.pass(3);
    const second = await gone(book, id, 2000);
    const slips = (today: string, parameters = {}) => unsignedSlips(book, today, parameters);
    expect((await slips('2026-11-05')).map(({ record, age, late }) => [record.id, age, late])).toEqual([
      [first, 3, false],
      [second, 0, false],
    ]);
    expect((await slips('2026-11-06')).map(({ late }) => late)).toEqual([true, false]);
    expect((await slips('2026-11-06', { 'dispatch.signed_copy_days': 4 })).map(({ late }) => late)).toEqual([false, false]);
    const ages = slipAges(await slips('2026-12-10'), {});
    expect(ages.map(({ from, to, count, amount }) => [from, to, count, amount])).toEqual([
      [0, 3, 0, 0],
      [4, 30, 0, 0],
      [31, 60, 2, 29_999],
      [61, 90, 0, 0],
      [91, null, 0, 0],
    ]);
    const issued = value(await book.run(keeper, issueGatepass(first, pass))).answer.gatepass;
    value(await book.run(guard, passGate(issued, { time: '09:00', vehicle: '浙A12345' })));
    const copy = { name: '李敏', day: '2026-11-05', file: '' };
    expect(refusal(await book.run(seller, recordSignedCopy(first, { ...copy, day: '2026-11-06' }))).code).toBe('DayInFuture');
    expect(refusal(await book.run(seller, recordSignedCopy(first, { ...copy, name: ' ' }))).code).toBe('NameMissing');
    value(await book.run(seller, recordSignedCopy(first, copy)));
    expect((await slips('2026-11-06')).map(({ record }) => record.id)).toEqual([second]);
    value(await book.run(finance, bookDelivery(first)));
    expect(await book.balance('booked/2026-11')).toBe(9999);
  });
});

describe('goods the customer comes for', () => {
  it('are issued and signed for in one go, need no gate pass, and the order closes at the counter once paid [DSP-06 ORD-08]', async () => {
    const { book, id } = await anOrderToDeliver();
    const note = await released(book, id, 3000, 'collection');
    expect(refusal(await book.run(keeper, handCollection(note, lines(3000), { name: '', file: '' }))).code).toBe('NameMissing');
    value(await book.run(keeper, handCollection(note, lines(3000), { name: '李敏', file: '' })));
    expect(await book.get(note)).toMatchObject({ status: 'signed' });
    expect(refusal(await book.run(keeper, issueGatepass(note, pass))).code).toBe('NotForTheGate');
    expect(refusal(await book.run(cashier, closeOrder(id)))).toMatchObject({ gate: 'G-36', values: { missing: 29_999 } });
    value(await book.run(cashier, cash(id, 29_999)));
    value(await book.run(cashier, closeOrder(id)));
    const away = await anOrderToDeliver();
    const driven = await released(away.book, away.id, 3000);
    expect(refusal(await away.book.run(keeper, handCollection(driven, lines(3000), { name: '李', file: '' }))).code).toBe(
      'NotForCollection',
    );
  });
});

describe('a delivered order', () => {
  it('closes only delivered, booked, paid and free of trouble and open returns [ORD-08 DSP-04]', async () => {
    const { book, id } = await anOrderToDeliver();
    const close = () => book.run(cashier, closeOrder(id));
    expect(refusal(await close()).code).toBe('GoodsStillOwed');
    const note = await gone(book, id, 3000);
    expect(refusal(await close()).code).toBe('DispatchUnderWay');
    const issued = value(await book.run(keeper, issueGatepass(note, pass))).answer.gatepass;
    value(await book.run(guard, passGate(issued, { time: '09:00', vehicle: '浙A12345' })));
    value(await book.run(seller, recordSignedCopy(note, { name: '李敏', day: '2026-11-02', file: '' })));
    expect(refusal(await close()).code).toBe('DispatchUnderWay');
    value(await book.run(finance, bookDelivery(note)));
    expect(refusal(await close())).toMatchObject({ gate: 'G-36' });
    const back = value(await book.run(seller, askReturn({ order: id, lines: lines(1000), reason: '破损', condition: 'damaged' }))).answer
      .return;
    value(await book.run(seller, noteOrder(id, { topic: 'exception', text: '一只破损' })));
    expect(refusal(await close()).code).toBe('TroubleOpen');
    const trouble = (await readOrder(book, id))?.events.at(-1)?.id ?? '';
    value(await book.run(seller, noteOrder(id, { topic: 'solution', text: '退一只', solves: trouble })));
    expect(refusal(await close()).code).toBe('ReturnUnderWay');
    value(await book.run(manager, approveReturn(back)));
    value(await book.run(keeper, receiveReturn(back)));
    value(await book.run(cashier, cash(id, 20_000)));
    value(await close());
    expect(await book.balance(`receivable/-/${id}`)).toBe(0);
    expect(await book.balance('stock-damaged/shop/pot')).toBe(1000);
    expect(all(book, 'order')[0]?.status).toBe('closed');
    expect(book.kept()).toEqual(book.rebuilt());
  });
});
