import { describe, expect, it } from 'vitest';
import { aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import {
  all,
  aCustomer,
  aCustomerBody,
  anOrder,
  cash,
  cashier,
  goods,
  keeper,
  made,
  manager,
  seller,
  value,
} from '#shared/modules/branch.fixture.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { mergeCustomers, reviewCustomer } from '#shared/modules/customer/rules.ts';
import { issueStock, releaseDispatch, writeDispatch } from '#shared/modules/dispatch/rules.ts';
import { receiveFinished } from '#shared/modules/inbound/rules.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { handGoods, takeOrder, voidOrder } from '#shared/modules/order/rules.ts';
import { reviewOrder } from '#shared/modules/order/steps.ts';
import { reverseReceipt } from '#shared/modules/receipt/rules.ts';
import { judgementOf } from '#shared/modules/verdict/judgement.ts';
import { correctReturned, settleVerdict } from '#shared/modules/verdict/rules.ts';
import { verdictId } from '#shared/modules/verdict/module.ts';
import { aTestCentre, BRANCH, type TestCentre } from './judge.fixture.ts';

/** Two desks with the same book: one pot, one customer with a limit of 100 yuan; the second desk's clock is an hour later. */
async function twoDesks(stock = 1000): Promise<{ centre: TestCentre; a: MemoryBook; b: MemoryBook; party: string }> {
  const centre = await aTestCentre();
  const first = centre.desk('C', -10);
  value(await first.run(manager, made(opening, { type: 'stock', ...goods('pot'), location: 'shop', quantity: stock })));
  const party = await aCustomer(first, { creditLimit: 10_000 });
  await centre.send(first);
  const [a, b] = [centre.desk('A'), centre.desk('B', 1)];
  await centre.pull(a);
  await centre.pull(b);
  return { centre, a, b, party };
}

const pot = (price = 5000) => [{ product: 'pot', quantity: 1000, price }];

async function sell(book: MemoryBook, input = anOrder('collect', pot())): Promise<string> {
  const { order } = value(await book.run(seller, takeOrder(input))).answer;
  value(await book.run(seller, handGoods(order, [{ line: 0, quantity: 1000 }])));
  return order;
}

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

describe('judging again', () => {
  it('writes nothing when nothing changed, and one more judgement when something did', async () => {
    const { centre, a, b } = await twoDesks();
    await sell(a);
    await centre.send(a);
    await centre.judge();
    const before = centre.verdicts();
    expect(before.length).toBeGreaterThan(0);
    await centre.judge();
    await centre.judge({ instance: 'two' });
    expect(centre.verdicts()).toEqual(before);
    const second = await sell(b);
    await centre.send(b);
    await centre.judge();
    expect(centre.verdicts().filter(({ source }) => source !== second)).toEqual(before);
    expect(centre.verdictOn(second)?.events).toHaveLength(2);
  });

  it('papers nobody had to judge get no verdict', async () => {
    const { centre, a, party } = await twoDesks();
    value(await a.run(seller, reviewCustomer(party)));
    await centre.send(a);
    await centre.judge();
    expect(centre.verdicts()).toEqual([]);
  });

  it('what it does not know is left alone, and stops nothing', async () => {
    const { centre, a } = await twoDesks();
    const id = await sell(a);
    await centre.send(a);
    const [paper] = all(a, 'order');
    const strange = { ...paper, id: undefined, _id: '01M6CWACM191D30C9D8ZZZZZZZ', kind: 'lease' };
    const newer = { ...paper, id: undefined, _id: '01M6CWACM191D30C9D8YYYYYYY', v: 7 };
    const odd = { _id: '01M6CWACM191D30C9D8XXXXXXX', text: 'no document' };
    const path = `/bd-branch-${BRANCH.toLowerCase()}/_bulk_docs`;
    await centre.transport({ method: 'POST', path, body: { docs: [strange, newer, odd] }, timeout: 1000 });
    await centre.judge();
    expect(centre.verdictOn(id)?.status).toBe('confirmed');
    expect(centre.verdicts()).toHaveLength(1);
    expect(centre.log.filter((line) => /left alone|set aside/.test(line))).toHaveLength(3);
  });

  it('money is judged where it was taken: yesterday’s money of the same cashier [PAY-02 G-38]', async () => {
    const { centre, a, b } = await twoDesks(9000);
    const money = aPerson('轮班', 'cashier');
    const first = value(await a.run(seller, takeOrder(anOrder('carry', pot())))).answer.order;
    value(await a.run(money, cash(first, 5000)));
    b.pass(1);
    const second = value(await b.run(seller, takeOrder(anOrder('carry', pot())))).answer.order;
    const { receipt } = value(await b.run(money, cash(second, 5000))).answer;
    const { receipt: other } = value(
      await b.run(cashier, cash(value(await b.run(seller, takeOrder(anOrder('carry', pot())))).answer.order, 5000)),
    ).answer;
    await centre.send(b);
    await centre.send(a);
    await centre.judge();
    expect(centre.verdictOn(receipt)?.status).toBe('returned');
    expect(said(centre, receipt).gates).toMatchObject([{ gate: 'G-38', values: { held: 5000, since: '2026-11-02' } }]);
    expect(centre.verdictOn(other)?.status).toBe('confirmed');
  });
});
