import { describe, expect, it } from 'vitest';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { anOrder, cash, cashier, goods, keeper, manager, refusal, seller, value } from '../branch.fixture.ts';
import { issueStock, markPicked, releaseDispatch, writeDispatch } from '../dispatch/rules.ts';
import { reverseInbound, transferStock } from '../inbound/rules.ts';
import { namePieces, unnamedPieces, unnamePieces } from '../opening/rules.ts';
import { orderProgress } from '../order/progress.ts';
import { cancelRest, handGoods, takeOrder, voidOrder } from '../order/rules.ts';
import { order } from '../order/module.ts';
import { pickOrder, reviewOrder } from '../order/steps.ts';
import { moduleOf } from '../registry.ts';
import { approveReturn, askReturn, receiveReturn } from '../return/rules.ts';
import { freePieces, piecesOnHand } from './piece-rules.ts';
import { aPieceShop, receive, received, sale, sold } from './pieces.fixture.ts';

const keeper2 = aPerson('小钱', 'warehouse');
const VIN = '1M8GDM9AXKP042788';
const one = [{ line: 0, quantity: 1000 }];
const with1 = (...serials: string[]) => [{ line: 0, quantity: serials.length * 1000, serials }];

/** A released note of phones that go out by the gate. */
async function aNote(book: MemoryBook, quantity: number): Promise<{ order: string; note: string }> {
  const input = anOrder('delivery', [{ product: 'phone', quantity: quantity * 1000, price: 5000 }]);
  const id = value(await book.run(seller, takeOrder(input))).answer.order;
  value(await book.run(manager, reviewOrder(id, { legality: true, accuracy: true, completeness: true })));
  const delivery = { consignee: '李敏', phone: '', address: '', carrier: '', vehicle: '', driver: '', expected: '', notes: '' };
  const lines = [{ line: 0, quantity: quantity * 1000 }];
  const written = await book.run(seller, writeDispatch({ order: id, lines, delivery: { type: 'delivery', ...delivery } }));
  const note = value(written).answer.dispatch;
  value(await book.run(manager, releaseDispatch(note)));
  return { order: id, note };
}

function textsOf(book: MemoryBook, id: string): string[] {
  const record = book.records().find((row) => row.id === id);
  return record ? (moduleOf(record.kind)?.searchTexts(record) ?? []) : [];
}

describe('goods come in with the numbers of their pieces', () => {
  it.each([
    [1, ['A'], { code: 'SerialsDiffer', values: { line: 1, pieces: 2, named: 1 } }],
    [3, ['A', 'B', 'C'], { code: 'SerialsDiffer', values: { pieces: 2, named: 3 } }],
    [0, undefined, { code: 'SerialsDiffer', values: { pieces: 2, named: 0 } }],
  ])('quantity 2 with %i numbers is refused, naming both [STK-02]', async (_count, serials, expected) => {
    const book = await aPieceShop();
    expect(refusal(await book.run(keeper, receive('phone', serials, 2000)))).toMatchObject(expected);
  });

  it('quantity 2 with 2 numbers is in stock, each by its number, and found by it [STK-01 STK-02]', async () => {
    const book = await aPieceShop();
    const id = await received(book, 'phone', ['A', 'B/2']);
    expect(await piecesOnHand(book, 'phone', 'shop')).toEqual(['A', 'B/2']);
    expect(await book.balance('stock/shop/phone')).toBe(2000);
    expect(textsOf(book, id)).toContain('B/2');
  });

  it('not in fractions, not with a wrong number, not twice [STK-02]', async () => {
    const book = await aPieceShop();
    expect(refusal(await book.run(keeper, receive('phone', ['A'], 1500))).code).toBe('PiecesNotWhole');
    expect(refusal(await book.run(keeper, receive('phone', ['a"b']))).code).toBe('SerialWrong');
    expect(refusal(await book.run(keeper, receive('car', [VIN.slice(1)]))).code).toBe('VinWrong');
    expect(refusal(await book.run(keeper, receive('phone', ['A', 'A'])))).toMatchObject({ code: 'SerialRepeated' });
    await received(book, 'car', [VIN]);
    expect(refusal(await book.run(keeper, receive('car', [VIN], undefined, 'store')))).toMatchObject({
      code: 'SerialHere',
      values: { serial: VIN, place: 'shop' },
    });
  });

  it('goods without numbers come in as before', async () => {
    const book = await aPieceShop();
    value(await book.run(keeper, receive('pot', undefined, 500)));
    expect(await book.balance('stock/shop/pot')).toBe(500);
  });

  it('taken back only while every piece is here [STK-02]', async () => {
    const book = await aPieceShop();
    const id = await received(book, 'phone', ['A', 'B']);
    const more = await received(book, 'phone', ['C']);
    const slip = await sold(book, 'collect', 1);
    value(await book.run(seller, handGoods(slip, with1('A'))));
    expect(refusal(await book.run(keeper2, reverseInbound(id, '错')))).toMatchObject({
      code: 'SerialWithCustomer',
      values: { serial: 'A' },
    });
    value(await book.run(keeper2, reverseInbound(more, '错')));
    expect(await piecesOnHand(book, 'phone', 'shop')).toEqual(['B']);
    expect(book.kept()).toEqual(book.rebuilt());
  });
});

describe('pieces that lay here before', () => {
  it('are given numbers, no more than there are, and taken back [STK-01]', async () => {
    const book = await aPieceShop({ phone: 2000 });
    expect(await unnamedPieces(book, 'phone', 'shop')).toBe(2);
    expect(refusal(await book.run(keeper, namePieces('phone', 'shop', ['A', 'B', 'C'])))).toMatchObject({
      code: 'NothingToName',
      values: { unnamed: 2, named: 3 },
    });
    const { opening } = value(await book.run(keeper, namePieces('phone', 'shop', ['A', 'B']))).answer;
    expect([await unnamedPieces(book, 'phone', 'shop'), await book.balance('stock/shop/phone')]).toEqual([0, 2000]);
    value(await book.run(keeper, unnamePieces(opening)));
    expect(await piecesOnHand(book, 'phone', 'shop')).toEqual([]);
  });
});

describe('a counter sale of goods to carry away', () => {
  it.each([
    [1, ['A']],
    [3, ['A', 'B', 'C']],
    [0, undefined],
  ])('of 2 with %i numbers is refused [SHP-01]', async (_count, named) => {
    const book = await aPieceShop();
    await received(book, 'phone', ['A', 'B', 'C']);
    expect(refusal(await book.run(seller, sale('carry', 2, named)))).toMatchObject({
      code: 'SerialsDiffer',
      values: { line: 1, pieces: 2 },
    });
  });

  it('keeps the chosen piece until it is handed over, and nobody sells it again [SHP-01 PAY-03]', async () => {
    const book = await aPieceShop();
    await received(book, 'phone', ['A', 'B']);
    const id = await sold(book, 'carry', 1, ['A']);
    expect(await freePieces(book, 'phone', 'shop')).toEqual(['B']);
    const { no } = (await book.get(id)) ?? { no: '' };
    expect(refusal(await book.run(seller, sale('carry', 1, ['A'])))).toMatchObject({ code: 'SerialKept', values: { serial: 'A', no } });
    value(await book.run(cashier, cash(id, 5000)));
    expect(refusal(await book.run(seller, handGoods(id, with1('B')))).code).toBe('SerialNotOnSlip');
    value(await book.run(seller, handGoods(id, one)));
    expect(await piecesOnHand(book, 'phone', 'shop')).toEqual(['B']);
    expect(refusal(await book.run(seller, sale('carry', 1, ['A'])))).toMatchObject({ code: 'SerialWithCustomer', values: { no } });
    expect(textsOf(book, id)).toContain('A');
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('voided gives its piece free [ORD-08]', async () => {
    const book = await aPieceShop();
    await received(book, 'phone', ['A']);
    const id = await sold(book, 'carry', 1, ['A']);
    value(await book.run(manager, voidOrder(id, '客户不要了')));
    expect(await freePieces(book, 'phone', 'shop')).toEqual(['A']);
    await sold(book, 'carry', 1, ['A']);
  });

  it('not of a piece that is elsewhere or unknown [SHP-01]', async () => {
    const book = await aPieceShop();
    await received(book, 'phone', ['B']);
    await received(book, 'phone', ['A'], 'store');
    expect(refusal(await book.run(seller, sale('carry', 1, ['A'])))).toMatchObject({ code: 'SerialElsewhere', values: { place: 'store' } });
    expect(refusal(await book.run(seller, sale('carry', 1, ['Z'])))).toMatchObject({ code: 'SerialUnknown' });
  });
});

describe('goods fetched later', () => {
  it('are chosen when they are put ready or handed over; the rest goes back on the shelf [STK-03]', async () => {
    const book = await aPieceShop();
    await received(book, 'phone', ['A', 'B', 'C']);
    const id = await sold(book, 'collect', 2);
    value(await book.run(keeper, pickOrder(id, with1('A', 'B'))));
    expect(await freePieces(book, 'phone', 'shop')).toEqual(['C']);
    value(await book.run(seller, handGoods(id, with1('A'))));
    expect(refusal(await book.run(seller, handGoods(id, with1('A'))))).toMatchObject({ code: 'SerialWithCustomer' });
    value(await book.run(manager, cancelRest(id, '不要了')));
    expect(await freePieces(book, 'phone', 'shop')).toEqual(['B', 'C']);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('are taken from place to place by their numbers, but not what is kept [STK-01]', async () => {
    const book = await aPieceShop();
    await received(book, 'phone', ['A', 'B']);
    const id = await sold(book, 'collect', 1);
    value(await book.run(keeper, pickOrder(id, with1('A'))));
    const move = (...serials: string[]) =>
      transferStock({
        fromLocation: 'shop',
        location: 'store',
        lines: [{ ...goods('phone'), quantity: 1000, cost: 0, serials }],
        notes: '',
      });
    expect(refusal(await book.run(keeper, move())).code).toBe('SerialsDiffer');
    expect(refusal(await book.run(keeper, move('A'))).code).toBe('SerialKept');
    value(await book.run(keeper, move('B')));
    expect([await piecesOnHand(book, 'phone', 'shop'), await piecesOnHand(book, 'phone', 'store')]).toEqual([['A'], ['B']]);
  });
});

describe('a dispatch note', () => {
  it.each([
    [1, ['A']],
    [3, ['A', 'B', 'C']],
    [0, undefined],
  ])('of 2 does not go out with %i numbers [STK-08 G-30]', async (_count, serials) => {
    const book = await aPieceShop();
    await received(book, 'phone', ['A', 'B', 'C']);
    const { note } = await aNote(book, 2);
    const counted = [{ line: 0, quantity: 2000, ...(serials ? { serials } : {}) }];
    expect(refusal(await book.run(keeper, issueStock(note, counted)))).toMatchObject({
      code: 'SerialsDiffer',
      values: { line: 1, pieces: 2 },
    });
  });

  it('goes out with the pieces the picker put ready, and they stand on the stock-out slip [STK-03 STK-08]', async () => {
    const book = await aPieceShop();
    await received(book, 'phone', ['A', 'B', 'C']);
    const { order: id, note } = await aNote(book, 2);
    value(await book.run(keeper, markPicked(note, with1('C', 'A'))));
    expect(await freePieces(book, 'phone', 'shop')).toEqual(['B']);
    expect(refusal(await book.run(seller, sale('carry', 1, ['A']))).code).toBe('SerialKept');
    const { stockout } = value(await book.run(keeper, issueStock(note, [{ line: 0, quantity: 2000 }]))).answer;
    expect(await book.get(stockout)).toMatchObject({ body: { lines: [{ serials: ['C', 'A'] }] } });
    expect(await piecesOnHand(book, 'phone', 'shop')).toEqual(['B']);
    for (const paper of [stockout, note, id]) expect(textsOf(book, paper)).toContain('C');
    expect(book.kept()).toEqual(book.rebuilt());
  });
});

describe('a return', () => {
  it('brings the piece back to be sold again, and only pieces of this order [ORD-09]', async () => {
    const book = await aPieceShop();
    await received(book, 'phone', ['A', 'B', 'C']);
    const { order: id, note } = await aNote(book, 2);
    value(await book.run(keeper, issueStock(note, with1('A', 'B'))));
    const back = (serials?: string[]) => ({
      order: id,
      lines: [{ line: 0, quantity: 1000, ...(serials ? { serials } : {}) }],
      reason: '坏',
      condition: 'good' as const,
    });
    expect(refusal(await book.run(seller, askReturn(back())))).toMatchObject({ code: 'SerialsDiffer', values: { pieces: 1, named: 0 } });
    expect(refusal(await book.run(seller, askReturn(back(['C'])))).code).toBe('SerialNotHanded');
    const slip = value(await book.run(seller, askReturn(back(['A'])))).answer.return;
    expect(refusal(await book.run(seller, askReturn(back(['A'])))).code).toBe('SerialNotHanded');
    value(await book.run(manager, approveReturn(slip)));
    expect(refusal(await book.run(seller, sale('carry', 1, ['A']))).code).toBe('SerialWithCustomer');
    value(await book.run(keeper, receiveReturn(slip)));
    expect(await piecesOnHand(book, 'phone', 'shop')).toEqual(['A', 'C']);
    const found = await book.get(id);
    expect(found && (await orderProgress(book, order.read(found)))[0]?.serials).toEqual(['B']);
    await sold(book, 'carry', 1, ['A']);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('of a broken piece keeps it off the shelf, but it is known where it is [ORD-09]', async () => {
    const book = await aPieceShop();
    await received(book, 'phone', ['A']);
    const id = await sold(book, 'collect', 1);
    value(await book.run(seller, handGoods(id, with1('A'))));
    const slip = value(await book.run(seller, askReturn({ order: id, lines: one, reason: '坏', condition: 'damaged' }))).answer.return;
    value(await book.run(manager, approveReturn(slip)));
    value(await book.run(keeper, receiveReturn(slip)));
    expect(await piecesOnHand(book, 'phone', 'shop')).toEqual([]);
    expect(refusal(await book.run(seller, sale('collect', 1, ['A'])))).toMatchObject({
      code: 'SerialElsewhere',
      values: { place: 'shop' },
    });
    expect(refusal(await book.run(keeper, receive('phone', ['A']))).code).toBe('SerialHere');
  });
});
