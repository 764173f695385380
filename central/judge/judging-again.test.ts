import { describe, expect, it } from 'vitest';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { all, anOrder, cash, cashier, seller, value } from '#shared/modules/branch.fixture.ts';
import { reviewCustomer } from '#shared/modules/customer/rules.ts';
import { takeOrder } from '#shared/modules/order/rules.ts';
import { judgementOf } from '#shared/modules/verdict/judgement.ts';
import { BRANCH, type TestCentre } from './judge.fixture.ts';
import { pot, sell, twoDesks } from './two-desks.fixture.ts';

const said = (centre: TestCentre, id: string) => judgementOf(centre.verdictOn(id) ?? { events: [] });

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
