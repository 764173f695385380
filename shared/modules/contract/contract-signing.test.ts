import { describe, expect, it } from 'vitest';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { ok, type Result } from '#shared/core/result.ts';
import { editRecord, untyped, type Blocked } from '#shared/documents/act.ts';
import { application } from '../application/module.ts';
import { correctApplication, fillApplication, submitApplication, withdrawApplication } from '../application/rules.ts';
import { aCustomer, aShop, cashier, finance, manager, refusal, seller, value } from '../branch.fixture.ts';
import { decideOn } from '../decisions.ts';
import { sealing } from '../sealing/module.ts';
import {
  aCompany,
  aCountersigned,
  aForm,
  allClauses,
  anApproved,
  anEffective,
  colleague,
  gm,
  organisationSigned,
  planner,
} from './contract.fixture.ts';
import { archiveContract, acknowledgeContract, handOverContract, unarchivedContracts } from './life.ts';
import { contract, isInForce } from './module.ts';
import {
  cancelContract,
  checkClauses,
  countersign,
  drawUpContract,
  explainContract,
  putInForce,
  recordCustomerSignature,
  returnContract,
  sealContract,
} from './rules.ts';

const sign = { verb: 'sign', comment: '' } as const;
const sendBack = (comment: string) => ({ verb: 'sendBack', comment }) as const;

/** Gates that held it back, each with what it misses. */
function held(result: Result<unknown, Blocked>): unknown[] {
  return result.ok ? [] : (result.refusal.outcomes ?? []).map(({ gate, values }) => [gate, values.missing]);
}

async function statusOf(book: MemoryBook, id: string): Promise<string> {
  return (await book.get(id))?.status ?? '';
}

describe('the contract application', () => {
  it('is sent back twice, corrected twice, and is one form with one number and all that was said [CON-01 QPA-06 G-11]', async () => {
    const { book, party } = await aCompany();
    const id = value(await book.run(seller, fillApplication({ body: aForm(), party }))).answer.application;
    value(await book.run(seller, submitApplication(id, { comment: '请尽快' })));
    expect(refusal(await book.run(manager, decideOn(id, sendBack(' ')))).code).toBe('ReasonMissing');
    value(await book.run(manager, decideOn(id, sendBack('交货期太紧'))));
    expect(await statusOf(book, id)).toBe('returned');

    value(await book.run(seller, correctApplication(id, aForm({ deliverOn: '2026-12-20' }))));
    value(await book.run(seller, submitApplication(id)));
    value(await book.run(manager, decideOn(id, sign)));
    value(await book.run(gm, decideOn(id, sendBack('首期款提到三成'))));
    expect(await statusOf(book, id)).toBe('returned');

    value(await book.run(seller, correctApplication(id, aForm({ deliverOn: '2026-12-20', notes: '首期三成' }))));
    value(await book.run(seller, submitApplication(id)));
    // The manager's earlier signature was on another text: it counts no more.
    expect(refusal(await book.run(gm, decideOn(id, sign))).code).toBe('PostMayNot');
    value(await book.run(manager, decideOn(id, sign)));
    value(await book.run(gm, decideOn(id, sign)));

    const form = application.read((await book.get(id)) ?? expect.fail());
    expect(form).toMatchObject({ status: 'approved', no: 'SB-HZ01-A-2611-0001', body: { deliverOn: '2026-12-20', total: 30_000_000 } });
    expect(form.events.filter(({ type }) => type === 'sentBack').map(({ data }) => data.comment)).toEqual(['交货期太紧', '首期款提到三成']);
    expect(form.events.find(({ type }) => type === 'submitted')?.stamp?.map(({ gate }) => gate)).toEqual(['G-01', 'G-02', 'G-05', 'G-12']);
  });

  it('is not signed by whoever filled it in, whatever posts that person holds [CON-01 PLT-07]', async () => {
    const { book, party } = await aCompany();
    const both = { ...seller, roles: ['salesperson', 'manager', 'gm'] as const };
    const id = value(await book.run(both, fillApplication({ body: aForm(), party }))).answer.application;
    value(await book.run(both, submitApplication(id)));
    expect(refusal(await book.run(both, decideOn(id, sign)))).toMatchObject({ code: 'MustBeAnother' });
    expect(refusal(await book.run(seller, decideOn(id, sign)))).toMatchObject({ code: 'MustBeAnother' });
    expect(refusal(await book.run(colleague, decideOn(id, sign)))).toMatchObject({ code: 'PostMayNot', values: { posts: 'manager' } });
    value(await book.run(manager, decideOn(id, sign)));
    // Nor does one person sign for two posts of the chain.
    const managerToo = { ...manager, roles: ['manager', 'gm'] as const };
    expect(refusal(await book.run(managerToo, decideOn(id, sign)))).toMatchObject({ code: 'MustBeAnother' });
  });

  it('needs the policy in force, a complete customer file and prices at the floor [CON-01 G-01 G-02 G-05]', async () => {
    const { book, party } = await aCompany();
    const bare = await aCustomer(book, { type: 'organisation', name: '某某公司', phone: '', contact: '' });
    const nobody = value(await book.run(seller, fillApplication({ body: aForm(), party: bare }))).answer.application;
    expect(refusal(await book.run(seller, submitApplication(nobody)))).toMatchObject({
      gate: 'G-05',
      values: { missing: 'contact,phone,industry' },
    });
    const [cable, toolbox] = aForm().lines;
    if (!cable || !toolbox) throw new Error('the form has two lines');
    const cheap = aForm({ lines: [{ ...cable, price: 2_899_999 }], plan: [] });
    const below = value(await book.run(seller, fillApplication({ body: cheap, party }))).answer.application;
    expect(refusal(await book.run(seller, submitApplication(below)))).toMatchObject({ gate: 'G-02', values: { floor: 2_900_000 } });
    const atFloor = aForm({ lines: [{ ...cable, price: 2_900_000 }], plan: [] });
    value(await book.run(seller, correctApplication(below, atFloor)));
    value(await book.run(seller, submitApplication(below)));

    // Drawn before the branch had any policy.
    const lawless = await aShop({});
    const other = await aCustomer(lawless, { type: 'person', name: '王先生', phone: '13500001111' });
    const form = value(await lawless.run(seller, fillApplication({ body: aForm(), party: other }))).answer.application;
    expect(refusal(await lawless.run(seller, submitApplication(form)))).toMatchObject({ gate: 'G-01' });
  });

  it('refuses a plan that does not add up, and what is not its turn [CON-01 PAY-01]', async () => {
    const { book, party } = await aCompany();
    const plan = [{ kind: 'first' as const, due: '2026-11-20', amount: 29_999_999 }];
    expect(refusal(await book.run(seller, fillApplication({ body: aForm({ plan }), party })))).toEqual({
      code: 'PlanDiffers',
      values: { planned: 29_999_999, total: 30_000_000 },
    });
    expect(refusal(await book.run(cashier, fillApplication({ body: aForm(), party }))).code).toBe('PostMayNot');
    const id = await anApproved(book, party);
    expect(refusal(await book.run(seller, correctApplication(id, aForm()))).code).toBe('StatusPassed');
    expect(refusal(await book.run(seller, withdrawApplication(id, ''))).code).toBe('ReasonMissing');
    value(await book.run(seller, withdrawApplication(id, '客户取消项目')));
    expect(refusal(await book.run(seller, drawUpContract({ application: id, remarks: '', place: '杭州' }))).code).toBe('StatusPassed');
  });
});

describe('drawing up a contract', () => {
  it('rests on the application as it was approved: changed since, it is no longer [CON-02 G-11]', async () => {
    const { book, party } = await aCompany();
    const open = value(await book.run(seller, fillApplication({ body: aForm(), party }))).answer.application;
    const draw = (id: string) => drawUpContract({ application: id, remarks: '', place: '杭州' });
    expect(held(await book.run(seller, draw(open)))).toContainEqual(['G-11', 'managerSigned,gmApproved,unchanged']);
    value(await book.run(seller, submitApplication(open)));
    value(await book.run(manager, decideOn(open, sign)));
    expect(held(await book.run(seller, draw(open)))).toContainEqual(['G-11', 'gmApproved']);
    value(await book.run(gm, decideOn(open, sign)));
    // Somebody edits the approved form by another way than the rules.
    value(
      await book.run(seller, async (read, moment) => {
        const form = application.read((await read.get(open)) ?? expect.fail());
        return ok({ records: [untyped(value(editRecord(application, form, { ...form.body, notes: '加一条' }, moment)))], answer: null });
      }),
    );
    expect(held(await book.run(seller, draw(open)))).toContainEqual(['G-11', 'unchanged']);
    value(await book.run(seller, submitApplication(open)));
    value(await book.run(manager, decideOn(open, sign)));
    value(await book.run(gm, decideOn(open, sign)));
    value(await book.run(seller, draw(open)));
    expect(await statusOf(book, open)).toBe('used');
  });

  it('copies the terms, takes a number, and carries one living contract per application [CON-02 G-12]', async () => {
    const { book, party } = await aCompany();
    const dateless = value(await book.run(seller, fillApplication({ body: aForm({ deliverOn: '' }), party }))).answer.application;
    expect(refusal(await book.run(seller, submitApplication(dateless)))).toMatchObject({ gate: 'G-12', values: { missing: 'delivery' } });
    const id = await anApproved(book, party);
    expect(refusal(await book.run(seller, drawUpContract({ application: id, remarks: '', place: ' ' }))).code).toBe('PlaceMissing');
    const first = value(await book.run(seller, drawUpContract({ application: id, remarks: '春节前完工', place: '杭州' }))).answer.contract;
    const record = contract.read((await book.get(first)) ?? expect.fail());
    expect(record).toMatchObject({
      no: 'HT-HZ01-A-2611-0001',
      status: 'drafted',
      party,
      source: id,
      amount: 30_000_000,
      body: { applicationNo: 'SB-HZ01-A-2611-0002', template: 'service', remarks: '春节前完工', total: 30_000_000 },
    });
    expect(refusal(await book.run(seller, drawUpContract({ application: id, remarks: '', place: '杭州' })))).toEqual({
      code: 'ContractExists',
      values: { no: record.no },
    });
    value(await book.run(manager, cancelContract(first, '客户改用新主体')));
    value(await book.run(seller, drawUpContract({ application: id, remarks: '', place: '杭州' })));
  });
});

describe('signing a contract', () => {
  it('goes clauses, explanation, head of sales, finance, seal, customer, and only then binds [CON-03 CON-04 CON-05 G-13 G-14 G-15 G-16]', async () => {
    const { book, party } = await aCompany();
    const form = await anApproved(book, party);
    const id = value(await book.run(seller, drawUpContract({ application: form, remarks: '', place: '杭州' }))).answer.contract;
    const told = { name: '周工', day: '2026-11-02', file: '' };
    expect(refusal(await book.run(seller, explainContract(id, told)))).toMatchObject({ gate: 'G-13' });
    value(await book.run(seller, checkClauses(id, { ...allClauses, obligations: false })));
    expect(refusal(await book.run(seller, explainContract(id, told)))).toMatchObject({ gate: 'G-13', values: { missing: 'obligations' } });
    value(await book.run(seller, checkClauses(id, allClauses)));
    expect(refusal(await book.run(seller, explainContract(id, { ...told, name: ' ' })))).toMatchObject({
      gate: 'G-14',
      values: { missing: 'explainedTo' },
    });
    expect(refusal(await book.run(seller, explainContract(id, { ...told, day: '2026-11-03' }))).code).toBe('DayInFuture');
    value(await book.run(seller, explainContract(id, told)));

    expect(refusal(await book.run(finance, countersign(id))).code).toBe('PostMayNot');
    value(await book.run(manager, countersign(id)));
    expect(refusal(await book.run(seller, sealContract(id, { impressions: 4 }))).code).toBe('StatusPassed');
    const bothPosts = { ...manager, roles: ['manager', 'finance'] as const };
    expect(refusal(await book.run(bothPosts, countersign(id))).code).toBe('MustBeAnother');
    value(await book.run(finance, countersign(id)));

    expect(refusal(await book.run(manager, sealContract(id, { impressions: 4 })))).toMatchObject({ code: 'MustBeAnother' });
    expect(refusal(await book.run(colleague, sealContract(id, { impressions: 0 }))).code).toBe('ImpressionsMissing');
    const seal = value(await book.run(colleague, sealContract(id, { impressions: 4 }))).answer.sealing;
    expect(sealing.read((await book.get(seal)) ?? expect.fail())).toMatchObject({
      no: 'YZ-HZ01-A-2611-0001',
      owner: colleague.id,
      day: '2026-11-02',
      source: id,
      body: { impressions: 4, contractNo: 'HT-HZ01-A-2611-0001' },
    });

    expect(refusal(await book.run(seller, putInForce(id)))).toMatchObject({ gate: 'G-16', values: { missing: 'seal,signature' } });
    value(await book.run(seller, recordCustomerSignature(id, { ...organisationSigned, seal: false })));
    expect(refusal(await book.run(seller, putInForce(id)))).toMatchObject({ gate: 'G-16', values: { missing: 'seal' } });
    expect(await book.balance('contracts/2026-11-02')).toBe(0);
    value(await book.run(seller, recordCustomerSignature(id, organisationSigned)));
    value(await book.run(seller, putInForce(id)));
    expect(isInForce(await statusOf(book, id))).toBe(true);
    expect(await book.balance('contracted/2026-11-02')).toBe(30_000_000);
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('a private customer signs with the own hand alone [CON-05 G-16]', async () => {
    const { book } = await aCompany();
    const party = await aCustomer(book, { type: 'person', name: '王先生', phone: '13500001111' });
    const id = await aCountersigned(book, party, aForm({ customerType: 'person', customerName: '王先生' }));
    value(await book.run(seller, sealContract(id, { impressions: 2 })));
    value(await book.run(seller, recordCustomerSignature(id, { ...organisationSigned, seal: false })));
    value(await book.run(seller, putInForce(id)));
  });

  it('the day of the balance is agreed before it binds, unless nothing is left to pay [CON-09 G-19]', async () => {
    const { book, party } = await aCompany();
    const id = await aCountersigned(book, party, aForm({ plan: [{ kind: 'balance', due: '', amount: 30_000_000 }] }));
    value(await book.run(colleague, sealContract(id, { impressions: 4 })));
    value(await book.run(seller, recordCustomerSignature(id, organisationSigned)));
    expect(refusal(await book.run(seller, putInForce(id)))).toMatchObject({ gate: 'G-19', values: { open: 30_000_000 } });
  });

  it('a countersigner sends it back with a reason; drawn up again it goes the whole way [CON-04 S4.19]', async () => {
    const { book, party } = await aCompany();
    const form = await anApproved(book, party);
    const id = value(await book.run(seller, drawUpContract({ application: form, remarks: '', place: '杭州' }))).answer.contract;
    value(await book.run(seller, checkClauses(id, allClauses)));
    value(await book.run(seller, explainContract(id, { name: '周工', day: '2026-11-02', file: '' })));
    value(await book.run(manager, countersign(id)));
    expect(refusal(await book.run(finance, returnContract(id, ''))).code).toBe('ReasonMissing');
    value(await book.run(finance, returnContract(id, '违约条款不明')));
    expect(await statusOf(book, id)).toBe('returned');
    const again = value(await book.run(seller, drawUpContract({ application: form, remarks: '', place: '杭州' }))).answer.contract;
    expect(await statusOf(book, again)).toBe('drafted');
  });
});

describe('a contract in force', () => {
  it('is archived in time; the reminder becomes a late row the day after [CON-08 G-18]', async () => {
    const { book, party } = await aCompany();
    const id = await anEffective(book, party);
    const policy = { version: 1, parameters: {} };
    expect(await unarchivedContracts(book, '2026-11-03', policy)).toMatchObject([{ days: 1, late: false }]);
    expect(await unarchivedContracts(book, '2026-11-04', policy)).toMatchObject([{ days: 2, late: true }]);
    expect(refusal(await book.run(seller, archiveContract(id, { place: '', copies: 1, file: '' }))).code).toBe('PlaceMissing');
    value(await book.run(seller, archiveContract(id, { place: '档案柜 3-2', copies: 1, file: '' })));
    expect(await unarchivedContracts(book, '2026-11-04', policy)).toEqual([]);
  });

  it('is handed over to the contract department and acknowledged by somebody else [CON-10 G-106]', async () => {
    const { book, party } = await aCompany();
    const id = await anEffective(book, party);
    expect(refusal(await book.run(planner, acknowledgeContract(id))).code).toBe('NotHandedOver');
    value(await book.run(manager, handOverContract(id, { to: '合同科', note: '' })));
    expect(refusal(await book.run(manager, acknowledgeContract(id))).code).toBe('MustBeAnother');
    value(await book.run(planner, acknowledgeContract(id)));
    expect((await book.get(id))?.status).toBe('effective');
  });
});
