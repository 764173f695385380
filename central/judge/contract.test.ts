import { describe, expect, it } from 'vitest';
import { aCustomer, all, cashier, finance, manager, seller, value } from '#shared/modules/branch.fixture.ts';
import { aForm, anApproved, anEffective, crewman, planner } from '#shared/modules/contract/contract.fixture.ts';
import { disputeContract } from '#shared/modules/contract/life.ts';
import { cancelContract, drawUpContract } from '#shared/modules/contract/rules.ts';
import { issuePolicy } from '#shared/modules/policy/rules.ts';
import { writeNotice } from '#shared/modules/notice/rules.ts';
import { takeContractMoney } from '#shared/modules/receipt/for-contract.ts';
import { reverseReceipt } from '#shared/modules/receipt/rules.ts';
import { judgementOf } from '#shared/modules/verdict/judgement.ts';
import { scheduleWork, signWorkOrder, writeWorkOrder } from '#shared/modules/workorder/rules.ts';
import { aTestCentre } from './judge.fixture.ts';

/** A contract in force that desks A and B both know; what they do next they do apart, B first. */
async function aContractKnownToTwo() {
  const centre = await aTestCentre();
  const first = centre.desk('C');
  value(await first.run(manager, issuePolicy({}, '')));
  const party = await aCustomer(first, { type: 'organisation', name: '恒通电力', contact: '周工', industry: '电力' });
  const id = await anEffective(first, party, aForm({ customerName: '恒通电力' }));
  const money = { contract: id, type: 'payment', method: 'transfer', amount: 9_000_000, tendered: 0, reason: '' } as const;
  const receipt = value(await first.run(cashier, takeContractMoney(money))).answer.receipt;
  const work = { job: 'splicing', site: '', contact: '', phone: '', work: '接头', wantedOn: '', notes: '' } as const;
  const job = value(await first.run(seller, writeWorkOrder(id, work))).answer.workorder;
  value(await first.run(manager, signWorkOrder(job)));
  await centre.send(first);
  const [a, b] = [centre.desk('A', 4), centre.desk('B', 2)];
  await centre.pull(a);
  await centre.pull(b);
  return { centre, a, b, id, receipt, job };
}

const wanted = { lines: [{ line: 0, quantity: 10_000 }], due: '2026-12-01', plant: '', notes: '' };
const plan = { day: '2026-12-05', crew: [crewman.id] };

describe('papers under a contract, made while a desk was apart', () => {
  it('stand where nothing else happened: signing, notice, work order, schedule [G-11 G-15 G-16 G-17 G-40 G-41]', async () => {
    const { centre, a, id, job } = await aContractKnownToTwo();
    value(await a.run(planner, writeNotice(id, wanted)));
    value(await a.run(seller, scheduleWork(job, plan)));
    await centre.send(a);
    await centre.judge();
    for (const kind of ['application', 'notice', 'workorder'])
      for (const paper of all(a, kind)) expect([kind, centre.verdictOn(paper.id)?.status]).toEqual([kind, 'confirmed']);
    // The contract itself: only the reminder that the contract department has not acknowledged it.
    expect(judgementOf(centre.verdictOn(id) ?? { events: [] }).gates.map(({ gate, result }) => [gate, result])).toEqual([
      ['G-106', 'warned'],
    ]);
  });

  it('a notice on a contract that went into dispute elsewhere comes back [G-17]', async () => {
    const { centre, a, b, id } = await aContractKnownToTwo();
    value(await b.run(manager, disputeContract(id, '规格有异议')));
    const notice = value(await a.run(planner, writeNotice(id, wanted))).answer.notice;
    await centre.send(b);
    await centre.send(a);
    await centre.judge();
    expect(centre.verdictOn(notice)?.status).toBe('returned');
    expect(judgementOf(centre.verdictOn(notice) ?? { events: [] }).gates).toMatchObject([{ gate: 'G-17', values: { missing: 'inForce' } }]);
  });

  it('work scheduled on a first instalment that was taken back elsewhere comes back with the numbers [G-40]', async () => {
    const { centre, a, b, receipt, job } = await aContractKnownToTwo();
    value(await b.run(finance, reverseReceipt(receipt, '重复入账')));
    value(await a.run(seller, scheduleWork(job, plan)));
    await centre.send(b);
    await centre.send(a);
    await centre.judge();
    expect(judgementOf(centre.verdictOn(job) ?? { events: [] }).gates).toMatchObject([
      { gate: 'G-40', result: 'blocked', values: { due: 9_000_000, received: 0, missing: 9_000_000 } },
    ]);
  });

  it('two contracts drawn up from one application at two desks: the later one waits for a decision [CON-02]', async () => {
    const centre = await aTestCentre();
    const first = centre.desk('C');
    value(await first.run(manager, issuePolicy({}, '')));
    const party = await aCustomer(first, { type: 'organisation', name: '恒通电力', contact: '周工', industry: '电力' });
    const application = await anApproved(first, party);
    await centre.send(first);
    const [a, b] = [centre.desk('A', 4), centre.desk('B', 2)];
    const drawn: string[] = [];
    for (const desk of [a, b]) {
      await centre.pull(desk);
      drawn.push(value(await desk.run(seller, drawUpContract({ application, remarks: '', place: '杭州' }))).answer.contract);
    }
    await centre.send(a);
    await centre.send(b);
    await centre.judge();
    const [later = '', earlier = ''] = drawn;
    expect(judgementOf(centre.verdictOn(later) ?? { events: [] })).toMatchObject({
      reasons: [{ code: 'ContractExists' }],
      others: [earlier],
    });
    expect(centre.verdictOn(earlier)?.status).toBe('confirmed');
    // One of them given up settles it.
    await centre.pull(a);
    value(await a.run(manager, cancelContract(later, '另一台已草拟')));
    await centre.send(a);
    await centre.judge();
    expect(centre.verdictOn(later)?.status).toBe('confirmed');
  });
});
