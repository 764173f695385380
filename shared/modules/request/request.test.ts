import { describe, expect, it } from 'vitest';
import { aShop, anOrder, buyer, keeper, manager, refusal, seller, value } from '../branch.fixture.ts';
import { planner } from '../contract/contract.fixture.ts';
import { takeOrder } from '../order/rules.ts';
import { reviewOrder } from '../order/steps.ts';
import { aContract } from '../recovery/recovery.fixture.ts';
import { request } from './module.ts';
import {
  askForGoods,
  declineRequest,
  finishRequest,
  lackingLines,
  openOf,
  putOffRequest,
  receiveRequest,
  takeRequest,
  withdrawRequest,
} from './rules.ts';

const ask = (lines: { line: number; quantity: number }[], type: 'purchase' | 'production' = 'purchase') => ({
  type,
  lines,
  location: 'shop',
  needBy: '2026-11-20',
  notes: '',
});
const arrival = { location: 'shop', slipNo: 'SH-1', certificateNo: 'HG-1', certificate: '', notes: '' };

/** Five pots ordered on account of which three are there. */
async function aShortOrder() {
  const book = await aShop({ pot: 3000 });
  const agreed = { shortage: { told: true, choice: 'wait' as const } };
  const { order } = value(
    await book.run(seller, takeOrder(anOrder('delivery', [{ product: 'pot', quantity: 5000, price: 6000 }], agreed))),
  ).answer;
  value(await book.run(manager, reviewOrder(order, { legality: true, accuracy: true, completeness: true })));
  const lacking = async () => lackingLines(book, (await book.get(order)) ?? expect.fail(), 'shop');
  return { book, order, lacking };
}

describe('what an order lacks', () => {
  it('is asked of purchasing, is on its way, comes in and is lacking no more [STK-09]', async () => {
    const { book, order, lacking } = await aShortOrder();
    expect((await lacking()).map(({ line, quantity }) => [line, quantity])).toEqual([[0, 2000]]);
    const { request: id } = value(await book.run(seller, askForGoods(order, ask([{ line: 0, quantity: 2000 }])))).answer;
    expect(await lacking()).toEqual([]);
    expect(await book.balance('coming/pot')).toBe(2000);
    expect((await book.get(id))?.source).toBe(order);
    value(await book.run(buyer, takeRequest(id, { from: '永康五金', expected: '2026-11-10' })));
    value(await book.run(keeper, receiveRequest(id, { ...arrival, lines: [{ line: 0, quantity: 1500 }] })));
    expect([await book.balance('coming/pot'), await book.balance('stock/shop/pot')]).toEqual([500, 4500]);
    expect(openOf(request.read((await book.get(id)) ?? expect.fail())).map(({ quantity }) => quantity)).toEqual([500]);
    const last = { ...arrival, slipNo: 'SH-2', lines: [{ line: 0, quantity: 500 }] };
    value(await book.run(keeper, receiveRequest(id, last)));
    expect([(await book.get(id))?.status, await book.balance('coming/pot'), await lacking()]).toEqual(['finished', 0, []]);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('no more is asked for than lacks, and no more comes than was asked for [STK-09]', async () => {
    const { book, order } = await aShortOrder();
    expect(refusal(await book.run(seller, askForGoods(order, ask([{ line: 0, quantity: 2001 }]))))).toMatchObject({
      code: 'NothingLacking',
    });
    const { request: id } = value(await book.run(seller, askForGoods(order, ask([{ line: 0, quantity: 1000 }])))).answer;
    expect(refusal(await book.run(seller, askForGoods(order, ask([{ line: 0, quantity: 1001 }])))).code).toBe('NothingLacking');
    expect(refusal(await book.run(keeper, receiveRequest(id, { ...arrival, lines: [{ line: 0, quantity: 1000 }] }))).code).toBe(
      'StatusPassed',
    );
    value(await book.run(buyer, takeRequest(id, { from: '', expected: '' })));
    expect(refusal(await book.run(keeper, receiveRequest(id, { ...arrival, lines: [{ line: 0, quantity: 1001 }] }))).code).toBe(
      'MoreThanRequested',
    );
    const bare = { ...arrival, certificateNo: '', lines: [{ line: 0, quantity: 1000 }] };
    expect(refusal(await book.run(keeper, receiveRequest(id, bare))).gate).toBe('G-28');
  });

  it('purchasing takes purchases, the planner productions; declined or withdrawn it lacks again [STK-09]', async () => {
    const { book, order, lacking } = await aShortOrder();
    const { request: made } = value(await book.run(seller, askForGoods(order, ask([{ line: 0, quantity: 2000 }], 'production')))).answer;
    expect(refusal(await book.run(buyer, takeRequest(made, { from: '', expected: '' }))).code).toBe('PostMayNot');
    value(await book.run(planner, takeRequest(made, { from: '一车间', expected: '2026-11-12' })));
    expect(refusal(await book.run(planner, putOffRequest(made, { expected: '2026-11-14', reason: '' }))).code).toBe('ReasonMissing');
    value(await book.run(planner, putOffRequest(made, { expected: '2026-11-14', reason: '模具检修' })));
    value(await book.run(planner, declineRequest(made, '停产')));
    expect([await book.balance('coming/pot'), (await lacking()).length]).toEqual([0, 1]);
    const { request: again } = value(await book.run(seller, askForGoods(order, ask([{ line: 0, quantity: 2000 }])))).answer;
    value(await book.run(seller, withdrawRequest(again, '客户改型号')));
    expect((await lacking()).length).toBe(1);
  });

  it('takes no day that is past, and nothing that is not there or not taken [STK-09]', async () => {
    const { book, order } = await aShortOrder();
    const lines = [{ line: 0, quantity: 2000 }];
    const { today } = book.moment(seller);
    expect(refusal(await book.run(seller, askForGoods(order, { ...ask(lines), needBy: '2026-11-01' }))).code).toBe('DayIsPast');
    const { request: id } = value(await book.run(seller, askForGoods(order, { ...ask(lines), needBy: today }))).answer;
    expect(refusal(await book.run(buyer, takeRequest(id, { from: '', expected: '2026-11-01' }))).code).toBe('DayIsPast');
    expect(refusal(await book.run(buyer, takeRequest('nothing', { from: '', expected: today }))).code).toBe('NotFound');
    value(await book.run(buyer, takeRequest(id, { from: '', expected: today })));
    expect(refusal(await book.run(buyer, putOffRequest(id, { expected: '2026-11-01', reason: '船期' }))).code).toBe('DayIsPast');
    expect(refusal(await book.run(keeper, receiveRequest('nothing', { ...arrival, lines }))).code).toBe('NotFound');
    value(await book.run(keeper, receiveRequest(id, { ...arrival, lines })));
    expect(refusal(await book.run(keeper, receiveRequest(id, { ...arrival, lines })))).toMatchObject({
      code: 'StatusPassed',
      values: { status: 'finished' },
    });
  });

  it('a rest that will not come is not on its way [STK-09]', async () => {
    const { book, order } = await aShortOrder();
    const { request: id } = value(await book.run(manager, askForGoods(order, ask([{ line: 0, quantity: 2000 }])))).answer;
    value(await book.run(buyer, takeRequest(id, { from: '', expected: '' })));
    value(await book.run(buyer, finishRequest(id, '厂家停产，余数不再补')));
    expect(await book.balance('coming/pot')).toBe(0);
  });
});

describe('what a contract lacks', () => {
  it('is what neither stock nor notices nor requests cover [STK-09 MFG-02]', async () => {
    const { book, id } = await aContract();
    const paper = (await book.get(id)) ?? expect.fail();
    const before = await lackingLines(book, paper, 'nowhere');
    expect(before.length).toBeGreaterThan(0);
    const first = before[0] ?? expect.fail();
    value(await book.run(planner, askForGoods(id, { ...ask([{ line: first.line, quantity: 1000 }], 'production'), location: 'nowhere' })));
    const after = await lackingLines(book, paper, 'nowhere');
    expect(after.find(({ line }) => line === first.line)?.quantity ?? 0).toBe(first.quantity - 1000);
    expect(refusal(await book.run(seller, askForGoods('nothing', ask([{ line: 0, quantity: 1 }])))).code).toBe('NotFound');
  });
});
