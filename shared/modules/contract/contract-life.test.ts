import { describe, expect, it } from 'vitest';
import type { Result } from '#shared/core/result.ts';
import type { Blocked } from '#shared/documents/act.ts';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { reportAcceptance, signAcceptance, withdrawAcceptance } from '../acceptance/rules.ts';
import { application } from '../application/module.ts';
import { applicationFacts, fillApplication, submitApplication } from '../application/rules.ts';
import { anOrder, finance, keeper, made, manager, refusal, seller, value } from '../branch.fixture.ts';
import { performanceOf } from '../customer/performance.ts';
import { decideOn } from '../decisions.ts';
import { lendSignature } from '../delegation/rules.ts';
import { issueStock, markPicked, releaseDispatch, writeDispatch } from '../dispatch/rules.ts';
import { cancelRest, takeOrder } from '../order/rules.ts';
import { reviewOrder } from '../order/steps.ts';
import { moneyOf } from '../recovery/contract-money.ts';
import { refundContractMoney, takeContractMoney } from '../receipt/for-contract.ts';
import { approveReturn, askReturn, receiveReturn } from '../return/rules.ts';
import { staff } from '../staff/module.ts';
import { cancelWorkOrder, finishWork, returnWorkOrder, scheduleWork, signWorkOrder, writeWorkOrder } from '../workorder/rules.ts';
import { aCompany, aCountersigned, aForm, anEffective, colleague, crewman, dgmSales, gm } from './contract.fixture.ts';
import { contractProgress, orderFromContract } from './delivery.ts';
import { balanceDayOf, readContract } from './facts.ts';
import { closeContract, disputeContract, noteContract, putOffBalance, resumeContract } from './life.ts';
import { finishPerformance, goodsOwed } from './performance.ts';
import { cancelContract, drawUpContract } from './rules.ts';

const ticks = { legality: true, accuracy: true, completeness: true };
const sign = { verb: 'sign', comment: '' } as const;

function held(result: Result<unknown, Blocked>): unknown[] {
  return result.ok ? [] : (result.refusal.outcomes ?? []).map(({ gate, values }) => [gate, values.missing]);
}

/** 300,000 yuan from stock, without on-site work. */
const fromStock = () => {
  const [cable] = aForm().lines;
  if (!cable) throw new Error('the form has lines');
  return aForm({ lines: [cable], needsService: false });
};

async function ordered(book: MemoryBook, id: string, quantity: number): Promise<string> {
  const input = { contract: id, location: 'shop', deliverOn: '2026-12-01', address: '', notes: '', lines: [{ line: 0, quantity }] };
  const sale = value(await book.run(seller, orderFromContract(input))).answer.order;
  value(await book.run(manager, reviewOrder(sale, ticks)));
  return sale;
}

function noteFor(order: string, quantity: number) {
  const delivery = {
    type: 'collection' as const,
    consignee: '恒通',
    phone: '1',
    address: '',
    carrier: '',
    vehicle: '',
    driver: '',
    expected: '',
    notes: '',
  };
  return writeDispatch({ order, lines: [{ line: 0, quantity }], delivery });
}

async function shipped(book: MemoryBook, order: string, quantity: number): Promise<void> {
  const note = value(await book.run(seller, noteFor(order, quantity))).answer.dispatch;
  value(await book.run(manager, releaseDispatch(note)));
  value(await book.run(keeper, markPicked(note, [{ line: 0, quantity }])));
  value(await book.run(keeper, issueStock(note, [{ line: 0, quantity }])));
}

const pay = (id: string, amount: number) =>
  takeContractMoney({ contract: id, type: 'payment', method: 'transfer', amount, tendered: 0, reason: '' });

describe('goods under a contract', () => {
  it('no dispatch note while it is in dispute; the ones before and after go out [ORD-06 G-17]', async () => {
    const { book, party } = await aCompany({ cable: 20_000 });
    const id = await anEffective(book, party, fromStock());
    const sale = await ordered(book, id, 10_000);
    await shipped(book, sale, 4000);
    value(await book.run(manager, disputeContract(id, '外护套有划痕')));
    expect(held(await book.run(seller, noteFor(sale, 6000)))).toEqual([['G-17', 'inForce']]);
    value(await book.run(dgmSales, resumeContract(id, '补偿一盘')));
    await shipped(book, sale, 6000);
    expect(await book.balance(`receivable/${party}/${id}`)).toBe(30_000_000);
  });

  it('returned and never delivered goods lower what the contract comes to, and it closes on the rest [ORD-09 PAY-07]', async () => {
    const { book, party } = await aCompany({ cable: 20_000 });
    const id = await anEffective(book, party, fromStock());
    const sale = await ordered(book, id, 10_000);
    await shipped(book, sale, 8000);
    const record = (await readContract(book, id)) ?? expect.fail();
    expect(await goodsOwed(book, record)).toBe(2000);
    expect(refusal(await book.run(seller, finishPerformance(id)))).toEqual({ code: 'GoodsStillOwed', values: { open: 2000 } });
    value(await book.run(manager, cancelRest(sale, '客户减量')));
    const slip = value(
      await book.run(seller, askReturn({ order: sale, lines: [{ line: 0, quantity: 1000 }], reason: '多余', condition: 'good' })),
    ).answer.return;
    value(await book.run(manager, approveReturn(slip)));
    value(await book.run(keeper, receiveReturn(slip)));
    expect(await moneyOf(book, record)).toMatchObject({ due: 21_000_000, received: 0, open: 21_000_000 });
    expect(await book.balance(`receivable/${party}/${id}`)).toBe(21_000_000);
    value(await book.run(seller, finishPerformance(id)));
    value(await book.run(finance, pay(id, 21_000_000)));
    value(await book.run(finance, closeContract(id)));
    expect(await book.balance(`receivable/${party}/${id}`)).toBe(0);
    expect((await book.get(id))?.status).toBe('closed');
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('a channel the policy asks a contract for takes no order without one [ORD-06 G-17 PLT-01]', async () => {
    const { book, party } = await aCompany({ cable: 20_000 });
    const sale = anOrder('delivery', [{ product: 'cable', quantity: 1000, price: 100 }], { party });
    const field = { ...sale, body: { ...sale.body, channel: 'field' as const } };
    value(await book.run(seller, takeOrder(field)));
    book.parameters = { 'sale.contract_required_field': true };
    expect(held(await book.run(seller, takeOrder(field)))).toEqual([
      ['G-17', 'inForce'],
      ['G-20', 'contractNo,template'],
    ]);
    value(await book.run(seller, takeOrder(sale)));
  });

  it('prices below a floor that were approved with the application are not asked about again [ORD-05 G-02]', async () => {
    const { book, party } = await aCompany({ cable: 20_000 });
    const [cable] = aForm().lines;
    if (!cable) throw new Error('the form has lines');
    const form = aForm({
      lines: [{ ...cable, price: 2_800_000 }],
      plan: [{ kind: 'balance', due: '2027-01-31', amount: 28_000_000 }],
      needsService: false,
    });
    const filled = value(await book.run(seller, fillApplication({ body: form, party }))).answer.application;
    const reason = { by: manager, reason: '战略客户' };
    value(await book.run(seller, submitApplication(filled, { overrides: { 'G-02': reason } })));
    const id = await aContractFrom(book, filled);
    const progress = await contractProgress(book, (await readContract(book, id)) ?? expect.fail());
    expect(progress).toMatchObject([
      { agreed: { quantity: 10_000, value: 28_000_000 }, ordered: { quantity: 0 }, open: { quantity: 10_000 } },
    ]);
  });
});

async function aContractFrom(book: MemoryBook, filled: string): Promise<string> {
  value(await book.run(manager, decideOn(filled, sign)));
  value(await book.run(gm, decideOn(filled, sign)));
  return value(await book.run(seller, drawUpContract({ application: filled, remarks: '', place: '杭州' }))).answer.contract;
}

describe('money and the end of a contract', () => {
  it('one with money on it is not cancelled before it went back [CON-04 PAY-02]', async () => {
    const { book, party } = await aCompany();
    const id = await aCountersigned(book, party);
    value(await book.run(finance, pay(id, 1_000_000)));
    expect(refusal(await book.run(manager, cancelContract(id, '客户放弃')))).toEqual({
      code: 'MoneyReceived',
      values: { received: 1_000_000 },
    });
    value(await book.run(finance, refundContractMoney({ contract: id, method: 'transfer', amount: 1_000_000, reason: '客户放弃' })));
    expect(refusal(await book.run(seller, cancelContract(id, '客户放弃'))).code).toBe('PostMayNot');
    value(await book.run(manager, cancelContract(id, '客户放弃')));
  });

  it('the manager sets another day for the balance, with a reason and never in the past [CON-09 G-95]', async () => {
    const { book, party } = await aCompany();
    const id = await anEffective(book, party);
    expect(refusal(await book.run(manager, putOffBalance(id, '2027-02-28', ' '))).code).toBe('ReasonMissing');
    expect(refusal(await book.run(manager, putOffBalance(id, '2026-11-01', '客户资金紧张'))).code).toBe('DayIsPast');
    expect(refusal(await book.run(seller, putOffBalance(id, '2027-02-28', '客户资金紧张'))).code).toBe('PostMayNot');
    value(await book.run(manager, putOffBalance(id, '2027-02-28', '客户资金紧张')));
    expect(balanceDayOf((await readContract(book, id)) ?? expect.fail())).toBe('2027-02-28');
    expect(refusal(await book.run(seller, noteContract(id, ''))).code).toBe('TextMissing');
    value(await book.run(seller, noteContract(id, '客户同意分两次付清')));
  });

  it('performance counts value, money, what is overdue and disputes of a customer’s contracts [CRM-08]', async () => {
    const { book, party } = await aCompany({ cable: 20_000 });
    const first = await anEffective(book, party, fromStock());
    await anEffective(book, party, fromStock());
    await aCountersigned(book, party, fromStock());
    value(await book.run(manager, disputeContract(first, '规格')));
    value(await book.run(gm, resumeContract(first, '已确认')));
    value(await book.run(finance, pay(first, 9_000_000)));
    expect(await performanceOf(book, party, '2026-11-20')).toMatchObject({
      value: 60_000_000,
      received: 9_000_000,
      overdue: 0,
      disputes: 1,
    });
    const late = await performanceOf(book, party, '2026-11-23');
    expect(late).toMatchObject({ overdue: 9_000_000, longestOverdue: 3, closed: 0 });
    expect(late.contracts.map(({ overdueDays, days }) => [overdueDays, days])).toEqual(
      expect.arrayContaining([
        [0, null],
        [3, null],
      ]),
    );
  });
});

describe('a signature lent', () => {
  it('approves an application in the general manager’s place, and the contract may be drawn up on it [QPA-06 G-11]', async () => {
    const { book, party } = await aCompany();
    const person = { name: '销售副总', code: 'D1', roles: ['dgmSales' as const], phone: '', pinHash: '' };
    const deputy = { ...dgmSales, id: value(await book.run(manager, made(staff, person))).answer };
    const lent = { to: deputy.id, roles: ['gm' as const], matters: [], from: '2026-11-02', until: '2026-11-05', reason: '出差' };
    value(await book.run(gm, lendSignature(lent)));
    const id = value(await book.run(seller, fillApplication({ body: aForm(), party }))).answer.application;
    value(await book.run(seller, submitApplication(id)));
    value(await book.run(manager, decideOn(id, sign)));
    value(await book.run(deputy, decideOn(id, sign)));
    expect(applicationFacts(application.read((await book.get(id)) ?? expect.fail()))).toEqual({
      managerSigned: true,
      gmApproved: true,
      unchanged: true,
    });
  });
});

describe('on-site work', () => {
  const work = { job: 'repair', site: '车间', contact: '', phone: '', work: '更换接头', wantedOn: '', notes: '' } as const;

  it('is returned by the manager, written anew, cancelled with a reason [AFS-05 G-41]', async () => {
    const { book, party } = await aCompany();
    const id = await anEffective(book, party);
    expect(refusal(await book.run(seller, writeWorkOrder(id, { ...work, work: ' ' }))).code).toBe('TextMissing');
    const nowhere = await anEffective(book, party, aForm({ deliverTo: '', address: '' }));
    expect(refusal(await book.run(seller, writeWorkOrder(nowhere, { ...work, site: '' }))).code).toBe('SiteMissing');
    const first = value(await book.run(seller, writeWorkOrder(id, work))).answer.workorder;
    expect(refusal(await book.run(manager, returnWorkOrder(first, ''))).code).toBe('ReasonMissing');
    value(await book.run(manager, returnWorkOrder(first, '写明位置')));
    expect(refusal(await book.run(manager, signWorkOrder(first))).code).toBe('StatusPassed');
    const second = value(await book.run(seller, writeWorkOrder(id, work))).answer.workorder;
    value(await book.run(manager, signWorkOrder(second)));
    expect(refusal(await book.run(colleague, cancelWorkOrder(second, '客户自理'))).code).toBe('PostMayNot');
    value(await book.run(manager, cancelWorkOrder(second, '客户自理')));
  });

  it('a report written wrongly is withdrawn before the customer signs, and another takes its place [AFS-06]', async () => {
    const { book, party } = await aCompany();
    const id = await anEffective(book, party);
    const job = value(await book.run(seller, writeWorkOrder(id, work))).answer.workorder;
    value(await book.run(manager, signWorkOrder(job)));
    value(await book.run(finance, pay(id, 9_000_000)));
    value(await book.run(seller, scheduleWork(job, { day: '2026-11-03', crew: [crewman.id] })));
    value(await book.run(crewman, finishWork(job, '')));
    const report = () => reportAcceptance(job, { items: [], findings: '', outcome: 'passed', photo: '' });
    const wrong = value(await book.run(crewman, report())).answer.acceptance;
    expect(refusal(await book.run(crewman, withdrawAcceptance(wrong, ''))).code).toBe('ReasonMissing');
    value(await book.run(crewman, withdrawAcceptance(wrong, '项目漏填')));
    const right = value(await book.run(crewman, report())).answer.acceptance;
    expect(refusal(await book.run(crewman, signAcceptance(right, { name: '', file: '', day: '2026-11-02' }))).code).toBe('NameMissing');
    expect(refusal(await book.run(crewman, signAcceptance(right, { name: '周工', file: '', day: '2026-11-03' }))).code).toBe('DayInFuture');
    value(await book.run(crewman, signAcceptance(right, { name: '周工', file: '', day: '2026-11-02' })));
    expect((await book.get(job))?.status).toBe('accepted');
  });
});
