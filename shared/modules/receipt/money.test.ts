import { describe, expect, it } from 'vitest';
import { ok } from '#shared/core/result.ts';
import { act, untyped } from '#shared/documents/act.ts';
import { readAs } from '#shared/documents/step.ts';
import { aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { aCustomer, aShop, all, anOrder, cash, cashier, finance, made, manager, refusal, seller, value } from '../branch.fixture.ts';
import { bundlesOf, offerHandover, receiveHandover, refuseHandover } from '../handover/rules.ts';
import { opening } from '../opening/module.ts';
import { handGoods, takeOrder, voidOrder } from '../order/rules.ts';
import { markPrinted } from '../printing.ts';
import { heldMoney } from './drawer.ts';
import { receipt } from './module.ts';
import { refund, reverseReceipt, settleReceivable, takeMoney } from './rules.ts';

const other = aPerson('收银乙', 'cashier');

async function aSale(price = 10_000): Promise<{ book: MemoryBook; id: string }> {
  const book = await aShop({ pot: 9000 });
  const sold = value(await book.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 1000, price }]))));
  return { book, id: sold.answer.order };
}

const held = (book: MemoryBook, who = cashier) => book.balances(`held/${who.id}/`);
/** Offers everything as booked. */
async function handAll(book: MemoryBook, who = cashier): Promise<string> {
  const bundles = await bundlesOf(book, who.id);
  const counted = bundles.map(({ day, method, booked }) => ({ day, method, counted: booked }));
  return value(await book.run(who, offerHandover({ counted, note: '' }))).answer.handover;
}

describe('a wrong receipt', () => {
  it('is taken back by a red one; in the drawer, the debt and the takings it nets to nothing and neither is handed over [PAY-02]', async () => {
    const { book, id } = await aSale();
    value(await book.run(seller, handGoods(id, [{ line: 0, quantity: 1000 }])));
    const wrong = value(await book.run(cashier, cash(id, 10_000))).answer.receipt;
    expect(refusal(await book.run(cashier, reverseReceipt(wrong, ' '))).code).toBe('ReasonMissing');
    const red = value(await book.run(cashier, reverseReceipt(wrong, '收错方式'))).answer.receipt;
    expect(await book.get(red)).toMatchObject({ status: 'offset', amount: -10_000, no: 'SK-HZ01-A-2611-0002', body: { reverses: wrong } });
    expect((await book.get(wrong))?.status).toBe('reversed');
    expect([...(await held(book))]).toEqual([]);
    expect(await book.balance('takings/2026-11-02/cash')).toBe(0);
    expect(await book.balance(`receivable/-/${id}`)).toBe(10_000);
    expect(await bundlesOf(book, cashier.id)).toEqual([]);
    expect(refusal(await book.run(cashier, reverseReceipt(wrong, '再来')))).toMatchObject({ code: 'StatusPassed' });
    expect(refusal(await book.run(cashier, reverseReceipt(red, '再来'))).code).toBe('IsRed');
    value(await book.run(cashier, takeMoney({ order: id, method: 'wechat', amount: 10_000, tendered: 0, reason: '' })));
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('of yesterday, still in the drawer, leaves yesterday’s bundle, so nothing is held over night any more [PAY-02 G-38]', async () => {
    const { book, id } = await aSale();
    const wrong = value(await book.run(cashier, cash(id, 10_000))).answer.receipt;
    book.pass(1);
    expect(refusal(await book.run(cashier, cash(id, 1))).code).toBe('MoreThanDue');
    value(await book.run(cashier, reverseReceipt(wrong, '客户改主意')));
    value(await book.run(cashier, cash(id, 10_000)));
    expect(await heldMoney(book, cashier.id)).toEqual([{ day: '2026-11-03', method: 'cash', amount: 10_000 }]);
  });

  it('once finance has the money, only finance gives it back, from the safe; not while the handover is open [PAY-02]', async () => {
    const { book, id } = await aSale();
    const wrong = value(await book.run(cashier, cash(id, 10_000))).answer.receipt;
    const slip = await handAll(book);
    expect(refusal(await book.run(finance, reverseReceipt(wrong, '错'))).code).toBe('HandoverPending');
    value(await book.run(finance, receiveHandover(slip)));
    expect(refusal(await book.run(cashier, reverseReceipt(wrong, '错'))).code).toBe('WithFinance');
    value(await book.run(finance, reverseReceipt(wrong, '错')));
    expect(await book.balance('safe/cash')).toBe(0);
    expect([...(await held(book))]).toEqual([]);
    expect(await book.balance(`received/${id}`)).toBe(0);
    expect(await bundlesOf(book, finance.id)).toEqual([]);
  });
});

describe('money given back', () => {
  it('is not given back twice: not by a refund and a red receipt, and a voided order gets none booked on it [PAY-02]', async () => {
    const { book, id } = await aSale();
    const paid = value(await book.run(cashier, cash(id, 6000))).answer.receipt;
    const back = value(await book.run(cashier, refund({ order: id, method: 'cash', amount: 5999, reason: '不要了' }))).answer.receipt;
    expect(refusal(await book.run(cashier, reverseReceipt(paid, '错')))).toMatchObject({
      code: 'AlreadyGivenBack',
      values: { received: 1, amount: 6000 },
    });
    value(await book.run(cashier, refund({ order: id, method: 'cash', amount: 1, reason: '不要了' })));
    value(await book.run(cashier, voidOrder(id, '不要了')));
    expect(refusal(await book.run(cashier, reverseReceipt(back, '错'))).code).toBe('OrderIsVoided');
    expect(await book.balance(`received/${id}`)).toBe(0);
  });

  it('by mistake is taken back by a red receipt of the refund [PAY-02]', async () => {
    const { book, id } = await aSale();
    value(await book.run(cashier, cash(id, 6000)));
    const back = value(await book.run(cashier, refund({ order: id, method: 'cash', amount: 6000, reason: '不要了' }))).answer.receipt;
    value(await book.run(cashier, reverseReceipt(back, '客户又要了')));
    expect(await book.balance(`received/${id}`)).toBe(6000);
    expect(await heldMoney(book, cashier.id)).toEqual([{ day: '2026-11-02', method: 'cash', amount: 6000 }]);
  });
});

describe('money back', () => {
  it('never more than the customer has too much with us, and with a reason [PAY-02]', async () => {
    const { book, id } = await aSale();
    value(await book.run(cashier, cash(id, 6000)));
    const back = (amount: number, reason = '不要了') => refund({ order: id, method: 'cash', amount, reason });
    expect(refusal(await book.run(cashier, back(6001)))).toMatchObject({ code: 'MoreThanCredit', values: { credit: 6000 } });
    expect(refusal(await book.run(cashier, back(0))).code).toBe('AmountNotPositive');
    expect(refusal(await book.run(cashier, back(1, ''))).code).toBe('ReasonMissing');
    expect(refusal(await book.run(seller, back(1))).code).toBe('PostMayNot');
    value(await book.run(cashier, back(2000)));
    value(await book.run(seller, handGoods(id, [{ line: 0, quantity: 1000 }])));
    expect(refusal(await book.run(cashier, back(1)))).toMatchObject({ code: 'MoreThanCredit', values: { credit: 0 } });
    expect(await book.balance(`receivable/-/${id}`)).toBe(6000);
    expect(await book.balance('takings/2026-11-02/cash')).toBe(4000);
  });

  it('by finance it comes out of the safe and needs no handover', async () => {
    const { book, id } = await aSale();
    value(await book.run(cashier, cash(id, 6000)));
    const { answer } = value(await book.run(finance, refund({ order: id, method: 'cash', amount: 6000, reason: '取消' })));
    expect(await book.get(answer.receipt)).toMatchObject({ status: 'handed', body: { heldBy: '', heldOn: '' } });
    expect(await book.balance('safe/cash')).toBe(-6000);
    expect(await bundlesOf(book, finance.id)).toEqual([]);
  });
});

describe('taking money', () => {
  it('refuses amounts that are none, cash that does not suffice, and orders that do not count [PAY-03]', async () => {
    const { book, id } = await aSale();
    for (const amount of [0, -5, 0.5]) expect(refusal(await book.run(cashier, cash(id, amount))).code).toBe('AmountNotPositive');
    expect(refusal(await book.run(cashier, cash(id, 100, 99)))).toMatchObject({
      code: 'TenderedTooLittle',
      values: { tendered: 99, amount: 100 },
    });
    expect(refusal(await book.run(cashier, cash('nothing', 1))).code).toBe('NotFound');
    expect(all(book, 'receipt')).toEqual([]);
  });

  it('an old debt and orders on account are settled by one receipt, longest due first [PAY-02 PAY-04]', async () => {
    const book = await aShop({ pot: 9000 });
    const party = await aCustomer(book, { creditLimit: 50_000 });
    const old = { type: 'receivable' as const, customerName: '李敏', amount: 5000, due: '2026-09-30', reference: '旧帐 12' };
    const moment = book.moment(manager);
    expect(moment.today).toBe('2026-11-02');
    const debt = value(
      await book.run(manager, async (read, at) => {
        const decided = value(await made(opening, old)(read, at));
        return { ok: true, value: { ...decided, records: decided.records.map((record) => ({ ...record, party })) } };
      }),
    ).answer;
    const blocked = anOrder('account', [{ product: 'pot', quantity: 1000, price: 3000 }], { party });
    expect(refusal(await book.run(seller, takeOrder(blocked)))).toMatchObject({ gate: 'G-07', values: { overdueDays: 33 } });
    const sold = value(
      await book.run(seller, takeOrder({ ...blocked, overrides: { 'G-07': { by: manager, reason: '老客户，本周付清' } } })),
    ).answer.order;
    value(await book.run(seller, handGoods(sold, [{ line: 0, quantity: 1000 }])));
    const pay = (amount: number, sources?: string[]) =>
      settleReceivable({ party, method: 'cash', amount, tendered: 10_000, reason: '还款', ...(sources ? { sources } : {}) });
    expect(refusal(await book.run(cashier, pay(8001)))).toMatchObject({ code: 'MoreThanDue', values: { due: 8000 } });
    expect(refusal(await book.run(cashier, pay(5001, [debt])))).toMatchObject({ code: 'MoreThanDue', values: { due: 5000 } });
    const { answer } = value(await book.run(cashier, pay(7000)));
    expect(answer.change).toBe(3000);
    expect((await book.get(answer.receipt))?.body.parts).toMatchObject([
      { source: debt, amount: 5000 },
      { source: sold, amount: 2000 },
    ]);
    expect(await book.balances(`receivable/${party}/`)).toEqual(new Map([[`receivable/${party}/${sold}`, 1000]]));
    value(await book.run(cashier, reverseReceipt(answer.receipt, '支票退回')));
    expect(await book.balance(`receivable/${party}/${debt}`)).toBe(5000);
    value(await book.run(cashier, pay(1000, [sold])));
    expect(await book.balance(`receivable/${party}/${sold}`)).toBe(2000);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('a receipt says how often it was printed [PAY-02]', async () => {
    const { book, id } = await aSale();
    const paper = value(await book.run(cashier, cash(id, 10_000))).answer.receipt;
    const print = (paperId: string) => markPrinted(paper, { paper: paperId, copies: 3, printer: 'LQ-630' });
    expect(value(await book.run(cashier, print('receipt'))).answer).toEqual({ printing: 1 });
    expect(value(await book.run(cashier, print('receipt'))).answer).toEqual({ printing: 2 });
    expect(value(await book.run(cashier, print('refund'))).answer).toEqual({ printing: 1 });
    expect((await book.get(paper))?.status).toBe('taken');
    const party = await aCustomer(book);
    expect(refusal(await book.run(cashier, markPrinted(party, { paper: 'x', copies: 1, printer: '' }))).code).toBe('NotPrintable');
  });
});

describe('the day’s money', () => {
  it('goes to finance by method, counted; a difference is explained and stays with the cashier [PAY-02 SHP-03 G-38]', async () => {
    const { book, id } = await aSale();
    value(await book.run(cashier, cash(id, 6000)));
    value(await book.run(cashier, takeMoney({ order: id, method: 'wechat', amount: 4000, tendered: 0, reason: '' })));
    const offer = (cashCounted: number, note = '') =>
      offerHandover({
        counted: [
          { day: '2026-11-02', method: 'cash', counted: cashCounted },
          { day: '2026-11-02', method: 'wechat', counted: 4000 },
        ],
        note,
      });
    expect(refusal(await book.run(other, offer(6000))).code).toBe('NothingToHandOver');
    expect(refusal(await book.run(cashier, offerHandover({ counted: [], note: '' }))).code).toBe('CountMissing');
    expect(refusal(await book.run(cashier, offer(5990)))).toMatchObject({ code: 'DifferenceNeedsNote', values: { difference: 10 } });
    const slip = value(await book.run(cashier, offer(5990, '找错一角'))).answer.handover;
    expect(refusal(await book.run(cashier, offer(6000))).code).toBe('NothingToHandOver');
    expect(refusal(await book.run(cashier, receiveHandover(slip))).code).toBe('PostMayNot');
    value(await book.run(finance, receiveHandover(slip)));
    expect([...(await held(book))]).toEqual([]);
    expect([...(await book.balances('offered/'))]).toEqual([]);
    expect([await book.balance('safe/cash'), await book.balance('safe/wechat')]).toEqual([5990, 4000]);
    expect(await book.balance(`cash-difference/${cashier.id}`)).toBe(-10);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('offered money no longer stops its cashier; refused money does again and can be offered anew [G-38]', async () => {
    const { book, id } = await aSale();
    value(await book.run(cashier, cash(id, 6000)));
    const slip = await handAll(book);
    book.pass(1);
    value(await book.run(cashier, cash(id, 1000)));
    expect(refusal(await book.run(finance, refuseHandover(slip, ' '))).code).toBe('ReasonMissing');
    value(await book.run(finance, refuseHandover(slip, '少一张')));
    const stopped = refusal(await book.run(cashier, cash(id, 1000)));
    expect(stopped).toMatchObject({ gate: 'G-38', values: { held: 6000, since: '2026-11-02' } });
    value(await book.run(finance, receiveHandover(await handAll(book))));
    value(await book.run(cashier, cash(id, 1000)));
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('a receipt that another desk reversed meanwhile stays reversed when its handover is refused', async () => {
    const { book, id } = await aSale();
    const paper = value(await book.run(cashier, cash(id, 1000))).answer.receipt;
    const slip = await handAll(book);
    value(
      await book.run(finance, async (read, moment) => {
        const row = await readAs(read, receipt, paper);
        if (!row) throw new Error('no receipt');
        return ok({ records: [untyped(value(act(receipt, row, 'reversed', {}, moment)))], answer: null });
      }),
    );
    value(await book.run(finance, refuseHandover(slip, '重点')));
    expect((await book.get(paper))?.status).toBe('reversed');
  });

  it('nobody receives the money he offered himself [PAY-02]', async () => {
    const { book, id } = await aSale();
    const both = aPerson('出纳', 'cashier', 'finance');
    value(await book.run(both, cash(id, 1000)));
    const slip = await handAll(book, both);
    expect(refusal(await book.run(both, receiveHandover(slip))).code).toBe('MustBeAnother');
    expect(refusal(await book.run(both, refuseHandover(slip, '自己'))).code).toBe('MustBeAnother');
    value(await book.run(finance, receiveHandover(slip)));
  });
});
