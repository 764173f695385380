import { describe, expect, it } from 'vitest';
import type { Result } from '#shared/core/result.ts';
import type { Blocked } from '#shared/documents/act.ts';
import { all, manager, refusal, seller, value } from '../branch.fixture.ts';
import { decideOn } from '../decisions.ts';
import { cancelNotice, startProduction, writeNotice } from '../notice/rules.ts';
import { order } from '../order/module.ts';
import { correctOrder } from '../order/rules.ts';
import { returnOrder } from '../order/steps.ts';
import { chainOf } from './chain.ts';
import { aCompany, aForm, anEffective, dgmSales, planner, plant } from './contract.fixture.ts';
import { orderFromContract } from './delivery.ts';
import { readContract } from './facts.ts';
import { acknowledgeContract, disputeContract, handOverContract, resumeContract } from './life.ts';

const sign = { verb: 'sign', comment: '' } as const;

function held(result: Result<unknown, Blocked>): unknown[] {
  return result.ok ? [] : (result.refusal.outcomes ?? []).map(({ gate, values }) => [gate, values.missing]);
}

describe('production under a contract', () => {
  it('does not start on a contract in dispute, and goes on when it is settled [MFG-02 G-27]', async () => {
    const { book, party } = await aCompany();
    const id = await anEffective(book, party);
    const wanted = { lines: [{ line: 0, quantity: 5000 }], due: '2026-11-28', plant: '', notes: '' };
    const paper = value(await book.run(planner, writeNotice(id, wanted))).answer.notice;
    value(await book.run(dgmSales, decideOn(paper, sign)));
    value(await book.run(manager, disputeContract(id, '规格有异议')));
    expect(held(await book.run(plant, startProduction(paper)))).toEqual([['G-27', 'contract']]);
    value(await book.run(dgmSales, resumeContract(id, '双方确认原规格')));
    value(await book.run(plant, startProduction(paper)));
    value(await book.run(dgmSales, cancelNotice(paper, '客户减量')));
    // What was cancelled can be asked for again.
    value(await book.run(planner, writeNotice(id, { ...wanted, lines: [{ line: 0, quantity: 10_000 }] })));
  });
});

describe('delivering part of a contract', () => {
  it('keeps line values exact over several orders, and a returned order is open again [ORD-05 ORD-06 G-17 G-20]', async () => {
    const { book, party } = await aCompany({ cable: 20_000, toolbox: 5000 });
    const [cable] = aForm().lines;
    if (!cable) throw new Error('the form has lines');
    const form = aForm({ lines: [{ ...cable, price: 3_333_333, quantity: 3000 }], discount: 100, plan: [], needsService: false });
    const id = await anEffective(book, party, { ...form, plan: [{ kind: 'balance', due: '2027-01-31', amount: 9_999_899 }] });
    const delivery = { contract: id, location: 'shop', deliverOn: '2026-12-01', address: '', notes: '' };
    const part = (quantity: number) => orderFromContract({ ...delivery, lines: [{ line: 0, quantity }] });
    const orders: string[] = [];
    for (const quantity of [1000, 1000, 1000]) orders.push(value(await book.run(seller, part(quantity))).answer.order);
    const totals = await Promise.all(orders.map(async (one) => (await book.get(one))?.amount ?? 0));
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(9_999_899);
    expect(refusal(await book.run(seller, part(1))).code).toBe('MoreThanAgreed');
    value(await book.run(manager, returnOrder(orders[1] ?? '', '换车次')));
    // Put right from the contract, where its goods are open again; an order beside it would be no part of the contract any more.
    const returned = order.read((await book.get(orders[1] ?? '')) ?? expect.fail());
    const confirmed = { quantity: true, specification: true, price: true, delivery: true };
    const again = { body: returned.body, party: returned.party, confirmed, shortage: { told: true, choice: 'wait' as const } };
    expect(refusal(await book.run(seller, correctOrder(returned.id, again)))).toMatchObject({
      code: 'CorrectAtContract',
      values: { no: returned.body.contractNo },
    });
    value(await book.run(seller, part(1000)));
    expect(all(book, 'order').map(({ events }) => events[0]?.stamp?.map(({ gate }) => gate))).toContainEqual(['G-02', 'G-17', 'G-20']);

    value(await book.run(manager, disputeContract(id, '质量异议')));
    value(await book.run(manager, returnOrder(orders[2] ?? '', '先停')));
    expect(held(await book.run(seller, part(1000)))).toEqual([
      ['G-17', 'inForce'],
      ['G-20', 'template'],
    ]);
  });

  it('warns when work begins before the contract department acknowledged, and not afterwards [CON-10 G-106 G-18]', async () => {
    const { book, party } = await aCompany({ cable: 20_000, toolbox: 5000 });
    const id = await anEffective(book, party);
    value(await book.run(seller, handOverContract(id, { to: '合同科', note: '' })));
    value(await book.run(planner, acknowledgeContract(id)));
    book.pass(3);
    const lines = [{ line: 0, quantity: 1000 }];
    value(
      await book.run(seller, orderFromContract({ contract: id, location: 'shop', deliverOn: '2026-12-01', address: '', notes: '', lines })),
    );
    const begun = (await book.get(id))?.events.findLast(({ type }) => type === 'performing');
    expect(begun?.stamp?.map(({ gate, result }) => [gate, result])).toEqual([
      ['G-18', 'warned'],
      ['G-106', 'passed'],
    ]);
    const record = (await readContract(book, id)) ?? expect.fail();
    const { today, policy } = book.moment(seller);
    const steps = await chainOf(record, book, { today, offsetMinutes: 480, policy });
    expect(steps.find(({ step }) => step === 'archive')).toMatchObject({
      state: 'due',
      lateDays: 2,
      why: [{ gate: 'G-18', values: { days: 3, allowed: 1 } }],
    });
  });
});
