import { describe, expect, it } from 'vitest';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { aCustomerBody, anOrder, cash, cashier, goods, keeper, made, manager, seller, value } from '#shared/modules/branch.fixture.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { mergeCustomers } from '#shared/modules/customer/rules.ts';
import { issueStock, releaseDispatch, writeDispatch } from '#shared/modules/dispatch/rules.ts';
import { receiveFinished } from '#shared/modules/inbound/rules.ts';
import { handGoods, takeOrder, voidOrder } from '#shared/modules/order/rules.ts';
import { reviewOrder } from '#shared/modules/order/steps.ts';
import { reverseReceipt } from '#shared/modules/receipt/rules.ts';
import { judgementOf } from '#shared/modules/verdict/judgement.ts';
import { correctReturned, settleVerdict } from '#shared/modules/verdict/rules.ts';
import { verdictId } from '#shared/modules/verdict/module.ts';
import type { TestCentre } from './judge.fixture.ts';
import { pot, sell, twoDesks } from './two-desks.fixture.ts';

const said = (centre: TestCentre, id: string) => judgementOf(centre.verdictOn(id) ?? { events: [] });

describe('two desks apart', () => {
  it('sell the last piece: whoever signed later gets it back with the numbers, whoever sent first [G-23]', async () => {
    const { centre, a, b } = await twoDesks();
    const [first, second] = [await sell(a), await sell(b)];
    await centre.send(b);
    await centre.judge();
    expect(centre.verdictOn(second)).toMatchObject({ status: 'confirmed', source: second, desk: 'JUDGE' });
    await centre.send(a);
    await centre.judge();
    expect(centre.verdictOn(first)?.status).toBe('confirmed');
    expect(centre.verdictOn(second)?.status).toBe('returned');
    expect(said(centre, second)).toMatchObject({
      reasons: [{ code: 'NotEnoughStock', values: { name: 'pot', there: 0, wanted: 1000 } }],
      gates: [{ gate: 'G-23', result: 'blocked', values: { short: 1000, lines: 1 } }],
    });
  });

  it('have just enough for both: nothing is returned [G-23]', async () => {
    const { centre, a, b } = await twoDesks(2000);
    const orders = [await sell(a), await sell(b)];
    await centre.send(a);
    await centre.send(b);
    await centre.judge();
    expect(orders.map((id) => centre.verdictOn(id)?.status)).toEqual(['confirmed', 'confirmed']);
  });

  it('issue the same goods for two dispatch notes: the later stock-out slip comes back [G-29 G-30]', async () => {
    const { centre, a, b } = await twoDesks();
    const issue = async (book: MemoryBook): Promise<string> => {
      const input = anOrder('delivery', pot(), { shortage: { told: true, choice: 'wait' } });
      const { order } = value(await book.run(seller, takeOrder(input))).answer;
      value(await book.run(manager, reviewOrder(order, { legality: true, accuracy: true, completeness: true })));
      const delivery = {
        type: 'delivery',
        consignee: '李敏',
        phone: '',
        address: '',
        carrier: '',
        vehicle: '',
        driver: '',
        expected: '',
        notes: '',
      } as const;
      const { dispatch } = value(await book.run(seller, writeDispatch({ order, lines: [{ line: 0, quantity: 1000 }], delivery }))).answer;
      value(await book.run(manager, releaseDispatch(dispatch)));
      return value(await book.run(keeper, issueStock(dispatch, [{ line: 0, quantity: 1000 }]))).answer.stockout;
    };
    const [first, second] = [await issue(a), await issue(b)];
    await centre.send(b);
    await centre.send(a);
    await centre.judge();
    expect(centre.verdictOn(first)).toBeNull();
    expect(centre.verdictOn(second)?.status).toBe('returned');
    expect(said(centre, second).reasons).toEqual([{ code: 'NotEnoughStock', values: { name: 'pot', there: 0, wanted: 1000 } }]);
    expect(centre.verdicts().filter(({ status }) => status === 'returned')).toHaveLength(1);
  });

  it('overspend one customer’s limit: the later order comes back, to the fen [CRM-05 G-07]', async () => {
    const { centre, a, b, party } = await twoDesks(9000);
    const first = await sell(a, anOrder('account', pot(6000), { party }));
    const within = await sell(b, anOrder('account', pot(4000), { party }));
    const over = await sell(b, anOrder('account', pot(1), { party }));
    await centre.send(a);
    await centre.send(b);
    await centre.judge();
    expect([first, within].map((id) => centre.verdictOn(id)?.status)).toEqual(['confirmed', 'confirmed']);
    expect(centre.verdictOn(over)?.status).toBe('returned');
    expect(said(centre, over).gates).toMatchObject([{ gate: 'G-07', values: { open: 10_000, sale: 1, limit: 10_000, over: 1 } }]);
  });

  it('open two files for one phone number: the later one asks, naming the earlier, until they are one [CRM-12]', async () => {
    const { centre, a, b, party } = await twoDesks();
    const second = value(await b.run(seller, made(customer, aCustomerBody({ name: '李小姐', phone: '+86 139-0000-2222' })))).answer;
    const third = value(await a.run(seller, made(customer, aCustomerBody({ name: '王五', phone: '13911112222' })))).answer;
    await centre.send(a);
    await centre.send(b);
    await centre.judge();
    expect(centre.verdictOn(second)?.status).toBe('open');
    expect(said(centre, second)).toMatchObject({
      reasons: [{ code: 'SamePhone', values: { phone: '13900002222', name: '李敏' } }],
      others: [party],
    });
    expect([party, third].map((id) => centre.verdictOn(id))).toEqual([null, null]);
    await centre.pull(b);
    value(await b.run(manager, mergeCustomers(party, second)));
    await centre.send(b);
    await centre.judge();
    expect(centre.verdictOn(second)?.status).toBe('confirmed');
  });

  it('take the plant’s slip in twice: the later entry asks [STK-02 G-28]', async () => {
    const { centre, a, b } = await twoDesks();
    const enter = async (book: MemoryBook, slipNo: string) =>
      value(
        await book.run(
          keeper,
          receiveFinished({
            location: 'shop',
            from: '一车间',
            slipNo,
            certificateNo: 'C1',
            certificate: '',
            lines: [{ ...goods('pot'), quantity: 1000, cost: 1 }],
            notes: '',
          }),
        ),
      ).answer.inbound;
    const [first, second, other] = [await enter(a, 'SH-7'), await enter(b, 'SH-7'), await enter(b, 'SH-8')];
    await centre.send(b);
    await centre.send(a);
    await centre.judge();
    expect([first, second, other].map((id) => centre.verdictOn(id)?.status)).toEqual(['confirmed', 'open', 'confirmed']);
    expect(said(centre, second)).toMatchObject({ reasons: [{ code: 'SameSlip', values: { slip: 'SH-7' } }], others: [first] });
  });

  it('hand over goods on an order the other had voided: it comes back', async () => {
    const { centre, a, b } = await twoDesks();
    const { order } = value(await a.run(seller, takeOrder(anOrder('collect', pot())))).answer;
    await centre.send(a);
    await centre.pull(b);
    value(await a.run(manager, voidOrder(order, '录错')));
    value(await b.run(seller, handGoods(order, [{ line: 0, quantity: 1000 }])));
    await centre.send(b);
    await centre.send(a);
    await centre.judge();
    expect((await a.get(order))?.status).toBe('voided');
    expect(centre.verdictOn(order)?.status).toBe('returned');
    expect(said(centre, order).reasons).toEqual([{ code: 'StepTooLate', values: { status: 'voided', step: 'handed' } }]);
  });
});

describe('money taken back at one desk', () => {
  it('while the other hands the goods over: the order comes back with what is missing [PAY-03 G-36]', async () => {
    const { centre, a, b } = await twoDesks();
    const { order } = value(await a.run(seller, takeOrder(anOrder('carry', pot())))).answer;
    const { receipt } = value(await a.run(cashier, cash(order, 5000))).answer;
    await centre.send(a);
    await centre.pull(b);
    value(await a.run(cashier, reverseReceipt(receipt, '假币')));
    value(await b.run(seller, handGoods(order, [{ line: 0, quantity: 1000 }])));
    await centre.send(b);
    await centre.judge();
    expect(centre.verdictOn(order)?.status).toBe('confirmed');
    await centre.send(a);
    await centre.judge();
    expect(centre.verdictOn(order)?.status).toBe('returned');
    expect(said(centre, order).gates).toMatchObject([{ gate: 'G-36', values: { due: 5000, received: 0, missing: 5000 } }]);
  });
});

describe('what was let through with a reason', () => {
  it('is open for the manager to look at, and stays settled when he lets it stand [G-02]', async () => {
    const { centre, a } = await twoDesks();
    const cheap = anOrder('collect', [{ product: 'pot', quantity: 1000, price: 4999, floor: 5000 }]);
    const id = await sell(a, { ...cheap, overrides: { 'G-02': { by: manager, reason: '展品' } } });
    await centre.send(a);
    await centre.judge();
    expect(centre.verdictOn(id)?.status).toBe('open');
    expect(said(centre, id).gates).toMatchObject([
      { gate: 'G-02', result: 'overridden', stamp: { overriddenBy: manager.id, reason: '展品' } },
    ]);
    expect(said(centre, id).reasons).toEqual([{ code: 'LetThrough', values: { gate: 'G-02', name: manager.id, reason: '展品' } }]);
    await centre.pull(a);
    value(await a.run(manager, settleVerdict(verdictId(id), '展品，已看过')));
    await centre.send(a);
    const settled = centre.verdictOn(id);
    expect(settled?.status).toBe('settled');
    await centre.judge();
    expect(centre.verdictOn(id)).toEqual(settled);
  });

  it('a returned paper put right at a desk is settled, and the judge has nothing to add [ORD-08]', async () => {
    const { centre, a, b } = await twoDesks();
    await sell(a);
    const { order } = value(await b.run(seller, takeOrder(anOrder('collect', pot())))).answer;
    await centre.send(a);
    await centre.send(b);
    await centre.judge();
    await centre.pull(b);
    value(await b.run(manager, correctReturned(verdictId(order), '另一台已售出')));
    await centre.send(b);
    const settled = centre.verdictOn(order);
    expect(settled).toMatchObject({ status: 'settled' });
    await centre.judge();
    expect(centre.verdictOn(order)).toEqual(settled);
  });
});
