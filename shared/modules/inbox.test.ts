import { describe, expect, it } from 'vitest';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { mergeRecords } from '#shared/documents/merge.ts';
import { ok } from '#shared/core/result.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import { finance, made, manager, refusal, seller, value } from './branch.fixture.ts';
import { aCompany, anEffective, planner } from './contract/contract.fixture.ts';
import { acknowledgeContract, handOverContract } from './contract/life.ts';
import { decideOn, decideOnMany, recallOne } from './decisions.ts';
import { endDelegation, lendSignature, type DelegationInput } from './delegation/rules.ts';
import { waitingFor, waitingOf } from './inbox.ts';
import { anOffer, anOffice, deputy, type Office } from './quotation/quotation.fixture.ts';
import { draftQuotation, submitQuotation } from './quotation/rules.ts';
import { seal } from './registry.ts';
import { actorOf, staff } from './staff/module.ts';
import { changeRoles } from './staff/rules.ts';

const today = '2026-11-02';
const limits = { 'discount.large_bp': 500 };
const sign = (id: string, comment = '') => decideOn(id, { verb: 'sign', comment });

async function submitted(office: Office, price: number, by = seller): Promise<string> {
  const id = value(await office.book.run(by, draftQuotation(anOffer(office, price)))).answer.quotation;
  value(await office.book.run(by, submitQuotation(id)));
  return id;
}

async function person(book: MemoryBook, name: string, ...roles: Role[]): Promise<Actor> {
  const body = { name, code: name, roles, phone: '', pinHash: '' };
  return actorOf(value(await book.run(manager, made(staff, body))).answer, body);
}

async function inbox(book: MemoryBook, actor: Actor, day = today) {
  const { items } = await waitingFor(book, { actor, today: day, offsetMinutes: 480, parameters: {} });
  return items;
}

async function statusOf(book: MemoryBook, id: string) {
  return (await book.get(id))?.status;
}

describe('the inbox', () => {
  it('holds what waits for a person, stage by stage, oldest first, with what is needed to decide [QPA-06]', async () => {
    const office = await anOffice({}, limits);
    const { book } = office;
    const large = await submitted(office, 9000);
    const small = await submitted(office, 9600);
    expect((await inbox(book, manager)).map(({ record, steps }) => [record.id, ...steps])).toEqual([
      [large, 'endorsed'],
      [small, 'approved'],
    ]);
    expect(await inbox(book, deputy)).toEqual([]);
    value(await book.run(manager, sign(large, '量大')));
    const [item] = await inbox(book, deputy);
    expect(item).toMatchObject({ steps: ['approved'], post: 'dgmSales', days: 0, isLate: false });
    expect(item?.approval).toMatchObject({ value: 1000, submittedBy: seller.id, signatures: [{ comment: '量大' }], policy: 1 });
    expect(await inbox(book, seller)).toEqual([]);
  });

  it('says what is late from the day on that the policy names [QPA-06]', async () => {
    const office = await anOffice({}, limits);
    await submitted(office, 9600);
    expect((await inbox(office.book, manager, '2026-11-04'))[0]).toMatchObject({ days: 2, isLate: false });
    expect((await inbox(office.book, manager, '2026-11-05'))[0]).toMatchObject({ days: 3, isLate: true });
  });

  it('shows whoever asked whom the paper waits for [QPA-06]', async () => {
    const office = await anOffice({}, limits);
    const { book } = office;
    const id = await submitted(office, 9000);
    const asking = { actor: seller, today, offsetMinutes: 480, parameters: {} };
    expect((await waitingOf(book, asking)).map(({ record, still }) => [record.id, still])).toEqual([[id, [['manager'], ['dgmSales']]]]);
    value(await book.run(manager, sign(id)));
    expect((await waitingOf(book, asking))[0]?.still).toEqual([['dgmSales']]);
    value(await book.run(deputy, sign(id)));
    expect(await waitingOf(book, asking)).toEqual([]);
  });

  it('is decided many at once; what cannot be is named and stays [QPA-06]', async () => {
    const office = await anOffice({}, limits);
    const { book } = office;
    const mine = await submitted(office, 9600, manager);
    const others = [await submitted(office, 9600), await submitted(office, 9700)];
    const { answer } = value(await book.run(manager, decideOnMany([mine, ...others, 'none'], { verb: 'sign', comment: '' })));
    expect(answer.decided).toEqual(others);
    expect(answer.refused.map(({ id, refusal: why }) => [id, why.code])).toEqual([
      [mine, 'MustBeAnother'],
      ['none', 'NotFound'],
    ]);
    expect(await statusOf(book, mine)).toBe('submitted');
  });
});

describe('a mark that answers another one', () => {
  it('waits for the contract department from the handover on until it has acknowledged [CON-10 G-106]', async () => {
    const { book, party } = await aCompany();
    const id = await anEffective(book, party);
    expect(await inbox(book, planner)).toEqual([]);
    book.pass(3);
    value(await book.run(seller, handOverContract(id, { to: '合同部', note: '' })));
    expect(await inbox(book, planner, '2026-11-05')).toMatchObject([{ record: { id }, steps: ['acknowledged'], days: 0 }]);
    value(await book.run(planner, acknowledgeContract(id)));
    expect(await inbox(book, planner, '2026-11-05')).toEqual([]);
  });
});

describe('separation of duties', () => {
  it('nobody signs his own paper, twice on one, or out of turn; only who submitted takes it back [QPA-06 PLT-07]', async () => {
    const office = await anOffice({}, limits);
    const { book } = office;
    const both: Actor = { ...manager, id: 'both', roles: ['manager', 'dgmSales'] };
    const id = await submitted(office, 9000);
    expect(refusal(await book.run(deputy, sign(id)))).toMatchObject({ code: 'PostMayNot', values: { posts: 'manager' } });
    value(await book.run(both, sign(id)));
    expect(refusal(await book.run(both, sign(id)))).toMatchObject({ code: 'MustBeAnother', values: { event: 'endorsed' } });
    expect(refusal(await book.run(finance, recallOne(id, ''))).code).toBe('OnlySubmitter');
    value(await book.run(seller, recallOne(id, '改价')));
    expect(await statusOf(book, id)).toBe('returned');
    expect(refusal(await book.run(deputy, sign(id))).code).toBe('NotWaiting');
    value(await book.run(seller, submitQuotation(id, '再审')));
    expect(approvalOf({ events: (await book.get(id))?.events ?? [] })).toMatchObject({ signatures: [], waiting: ['manager'] });
  });

  it('two desks that sign the same stage apart make one signature [QPA-06]', async () => {
    const office = await anOffice({}, limits);
    const { book } = office;
    const id = await submitted(office, 9000);
    const before = await book.get(id);
    if (!before) throw new Error('no paper');
    const second: Actor = { ...manager, id: 'second' };
    const here = value(await book.run(manager, sign(id))).saved[0];
    value(await book.run(manager, async () => ok({ records: [before], answer: null })));
    const there = value(await book.run(second, sign(id))).saved[0];
    if (!here || !there) throw new Error('not saved');
    const united = seal(mergeRecords(here, there));
    expect(united.status).toBe('submitted');
    expect(approvalOf(united)).toMatchObject({ waiting: ['dgmSales'], signatures: [{ post: 'manager', by: manager.id }] });
  });
});

describe('a lent signature', () => {
  const days = { from: today, until: '2026-11-04' };
  const lending = (to: string, rest: Partial<DelegationInput> = {}): DelegationInput => ({
    to,
    roles: ['dgmSales'],
    matters: [],
    ...days,
    reason: '出差',
    ...rest,
  });

  async function anAbsence(rest: Partial<DelegationInput> = {}) {
    const office = await anOffice({}, limits);
    const { book } = office;
    const lender = await person(book, '钱副总', 'dgmSales');
    const standIn = await person(book, '孙代理', 'finance');
    const lent = value(await book.run(lender, lendSignature(lending(standIn.id, rest)))).answer.delegation;
    const id = await submitted(office, 9000);
    value(await book.run(manager, sign(id)));
    return { ...office, lender, standIn, lent, id };
  }

  it('lets the deputy sign under the own name, in the place of the absent one [QPA-06]', async () => {
    const { book, lender, standIn, lent, id } = await anAbsence();
    expect((await inbox(book, standIn))[0]).toMatchObject({ post: 'dgmSales', onBehalfOf: lender.id, record: { id } });
    value(await book.run(standIn, sign(id)));
    const last = (await book.get(id))?.events.at(-1);
    expect(last).toMatchObject({ type: 'approved', by: standIn.id, data: { post: 'dgmSales', onBehalfOf: lender.id, delegation: lent } });
    expect(await statusOf(book, id)).toBe('approved');
  });

  it('holds from its first to its last day, and ends when it is ended or the lender’s post does [QPA-06]', async () => {
    const { book, standIn, lender, lent, id } = await anAbsence();
    book.pass(2);
    expect(await inbox(book, standIn, '2026-11-04')).toHaveLength(1);
    book.pass(1);
    expect(await inbox(book, standIn, '2026-11-05')).toEqual([]);
    expect(refusal(await book.run(standIn, sign(id))).code).toBe('PostMayNot');
    expect(refusal(await book.run(manager, endDelegation(lent))).code).toBe('NotYours');
    value(await book.run(lender, endDelegation(lent)));

    const other = await anAbsence();
    value(await other.book.run(manager, changeRoles(other.lender.id, ['technician'])));
    expect(await inbox(other.book, other.standIn)).toEqual([]);
  });

  it('counts for its matters alone [QPA-06]', async () => {
    const { book, standIn, id } = await anAbsence({ matters: ['commission'] });
    expect(await inbox(book, standIn)).toEqual([]);
    expect(refusal(await book.run(standIn, sign(id))).code).toBe('PostMayNot');
  });

  it('gets nobody his own paper signed, and is not lent on [QPA-06 PLT-07]', async () => {
    const office = await anOffice({}, limits);
    const { book } = office;
    const boss = await person(book, '李主管', 'manager');
    const standIn = await person(book, '孙代理', 'finance');
    value(await book.run(boss, lendSignature(lending(standIn.id, { roles: ['manager'] }))));
    const id = await submitted(office, 9600, boss);
    expect(refusal(await book.run(standIn, sign(id))).code).toBe('MustBeAnother');
    expect(refusal(await book.run(standIn, lendSignature(lending(boss.id, { roles: ['manager'] })))).code).toBe('PostMayNot');
    expect(refusal(await book.run(boss, lendSignature(lending(boss.id, { roles: ['manager'] })))).code).toBe('SamePerson');
    const past = { roles: ['manager' as const], from: '2026-11-01' };
    expect(refusal(await book.run(boss, lendSignature(lending(standIn.id, past)))).code).toBe('DayIsPast');
    const crossed = { roles: ['manager' as const], from: '2026-11-04', until: '2026-11-03' };
    expect(refusal(await book.run(boss, lendSignature(lending(standIn.id, crossed)))).code).toBe('EndsBeforeStart');
  });
});
