import { describe, expect, it } from 'vitest';
import { ok } from '#shared/core/result.ts';
import { commitNew, sealRecord, untyped } from '#shared/documents/act.ts';
import { aMemoryBook, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { upgradeRecord } from '#shared/documents/upgrade-record.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { aProductBody, finance, manager, refusal, seller, value } from '../branch.fixture.ts';
import { waitingFor } from '../inbox.ts';
import { anOffice, aPolicyInput, chief, deputy, someMinutes } from '../quotation/quotation.fixture.ts';
import { policy, policyAtOnce } from './module.ts';
import { policyPrice } from './pricing.ts';
import {
  decidePolicy,
  draftPolicy,
  issueDraft,
  issuePolicy,
  newestPolicy,
  policyFacts,
  policyInForce,
  policyOn,
  withdrawPolicy,
  type PolicyInput,
} from './rules.ts';

const today = '2026-11-02';

async function drafted(book: MemoryBook, rest: Partial<PolicyInput> = {}): Promise<string> {
  return value(await book.run(manager, draftPolicy(aPolicyInput(rest)))).answer.policy;
}

async function issued(book: MemoryBook, rest: Partial<PolicyInput> = {}): Promise<string> {
  const id = await drafted(book, rest);
  value(await book.run(deputy, decidePolicy(id, { ...someMinutes, day: book.moment(chief).today })));
  value(await book.run(chief, issueDraft(id)));
  return id;
}

describe('a sales policy', () => {
  it('is drafted, decided by the meeting with minutes, issued by the general manager, followed by the next [QPA-01 PLT-02]', async () => {
    const { book } = await anOffice(null);
    const id = await drafted(book, { parameters: { 'receivable.age_days_1': 20, 'receivable.age_days_2': 60 } });
    expect(await policyInForce(book, today)).toEqual({ version: 0, parameters: {} });
    expect(refusal(await book.run(chief, issueDraft(id))).code).toBe('StatusPassed');
    expect(refusal(await book.run(deputy, decidePolicy(id, { ...someMinutes, minutes: ' ' }))).code).toBe('TextMissing');
    expect(refusal(await book.run(deputy, decidePolicy(id, { ...someMinutes, present: [] }))).code).toBe('NobodyPresent');
    expect(refusal(await book.run(deputy, decidePolicy(id, { ...someMinutes, day: '2026-11-03' }))).code).toBe('DayInFuture');
    value(await book.run(deputy, decidePolicy(id, someMinutes)));
    expect(refusal(await book.run(deputy, issueDraft(id)))).toMatchObject({ code: 'PostMayNot', values: { posts: 'gm' } });
    expect(value(await book.run(chief, issueDraft(id))).answer.version).toBe(1);
    expect(await policyInForce(book, today)).toEqual({ version: 1, parameters: { 'receivable.age_days_1': 20 } });
    expect(await policyFacts(book, today)).toEqual({ version: 1, decided: true, issued: true });
    await issued(book, { parameters: {} });
    expect((await book.get(id))?.status).toBe('superseded');
    expect(await policyInForce(book, today)).toEqual({ version: 2, parameters: {} });
  });

  it('holds from its first day: the day before, the one before it holds [QPA-01]', async () => {
    const { book } = await anOffice(null);
    await issued(book);
    await issued(book, { validFrom: '2026-12-01', parameters: { 'receivable.age_days_1': 20 } });
    expect((await policyInForce(book, '2026-11-30')).version).toBe(1);
    expect((await policyInForce(book, '2026-12-01')).version).toBe(2);
    expect(refusal(await book.run(manager, draftPolicy(aPolicyInput({ validFrom: '2026-11-01' })))).code).toBe('DayIsPast');
    const late = await drafted(book, { validFrom: '2026-11-03' });
    value(await book.run(deputy, decidePolicy(late, someMinutes)));
    book.pass(3);
    expect(refusal(await book.run(chief, issueDraft(late))).code).toBe('DayIsPast');
  });

  it('waits in the inbox of the general manager and of nobody who drafted it [QPA-06]', async () => {
    const { book } = await anOffice(null);
    const id = await drafted(book);
    value(await book.run(deputy, decidePolicy(id, someMinutes)));
    const asking = { today, offsetMinutes: 480, parameters: {} };
    const inbox = async (actor: typeof chief) => (await waitingFor(book, { ...asking, actor })).items.map(({ record }) => record.id);
    expect(await inbox(chief)).toEqual([id]);
    expect(await inbox(manager)).toEqual([]);
    expect(await inbox(seller)).toEqual([]);
  });

  it('is not issued over a newer one, nor by whoever drafted it; a draft can be withdrawn [QPA-01]', async () => {
    const { book } = await anOffice(null);
    const old = await drafted(book);
    value(await book.run(deputy, decidePolicy(old, someMinutes)));
    await issued(book);
    expect(refusal(await book.run(chief, issueDraft(old)))).toMatchObject({ code: 'PolicyOvertaken', values: { version: 1, last: 2 } });
    expect(refusal(await book.run(manager, withdrawPolicy(old, ' '))).code).toBe('ReasonMissing');
    value(await book.run(manager, withdrawPolicy(old, '重拟')));
    const own = value(await book.run(chief, draftPolicy(aPolicyInput()))).answer.policy;
    value(await book.run(deputy, decidePolicy(own, someMinutes)));
    expect(refusal(await book.run(chief, issueDraft(own))).code).toBe('MustBeAnother');
    expect(refusal(await book.run(seller, draftPolicy(aPolicyInput()))).code).toBe('PostMayNot');
  });

  it('takes only parameters, matrices and price lists that make sense [PLT-01 QPA-07]', async () => {
    const { book } = await anOffice(null);
    const attempt = async (rest: Partial<PolicyInput>) => refusal(await book.run(manager, draftPolicy(aPolicyInput(rest)))).code;
    const row = { product: 'P', name: '锅', price: 100, floor: 90 };
    expect(await attempt({ parameters: { 'approval.quotation': 'manager:500' } })).toBe('ParameterNotAllowed');
    expect(await attempt({ parameters: { 'policy.issuer': 'boss' } })).toBe('ParameterNotAllowed');
    expect(await attempt({ parameters: { 'reception.duty_from': 'gm' } })).toBe('ParameterNotAllowed');
    expect(await attempt({ parameters: { 'no.such': 1 } })).toBe('UnknownParameter');
    expect(await attempt({ prices: [{ ...row, floor: 101 }] })).toBe('FloorAbovePrice');
    expect(await attempt({ prices: [row, row] })).toBe('SameProduct');
    await drafted(book, {
      prices: [{ ...row, floor: 100 }],
      parameters: { 'policy.issuer': 'gm,dgmSales', 'approval.notice': 'dgmSales>gm' },
    });
  });

  it('is changed at once only where there is no general manager [QPA-01]', async () => {
    const small = aMemoryBook();
    value(await small.run(manager, issuePolicy({ 'receivable.age_days_1': 20 }, '')));
    expect(await policyFacts(small, today)).toEqual({ version: 1, decided: true, issued: true });
    const { book } = await anOffice(null);
    expect(refusal(await book.run(manager, issuePolicy({ 'receivable.age_days_1': 20 }, '')))).toMatchObject({
      code: 'MeetingDecides',
      values: { posts: 'gm' },
    });
    value(await book.run(chief, issuePolicy({ 'receivable.age_days_1': 20 }, '')));
    expect(refusal(await small.run(finance, issuePolicy({ 'policy.required': 1 as never }, ''))).code).toBe('ParameterNotAllowed');
  });
});

describe('a policy of an earlier version of the program', () => {
  function ofVersionOne(version: number): AnyRecord {
    const book = aMemoryBook('HZ01-B');
    const record = untyped(value(commitNew(policy, policyAtOnce(version, { 'receivable.age_days_1': 20 }, '旧'), book.moment(manager))));
    const { version: number, parameters, note } = policy.read(record).body;
    return { ...record, v: 1, status: 'issued', body: { version: number, parameters, note } };
  }

  it('is in force as it was, read as it is and read anew [QPA-01 PLT-02]', () => {
    const old = ofVersionOne(3);
    expect(newestPolicy([old], today)).toEqual({ version: 3, parameters: { 'receivable.age_days_1': 20 } });
    const read = upgradeRecord(old, policy);
    expect(read).toMatchObject({ v: 2, status: 'issued' });
    expect(policy.schema.parse(read.body)).toMatchObject({ validFrom: '', prices: [], atOnce: true });
    expect(policyOn([read], today)?.body.version).toBe(3);
    expect(sealRecord(policy, old).status).toBe('issued');
  });

  it('is left as it is when the next is issued: a frozen body never comes back in another shape [QPA-01]', async () => {
    const { book } = await anOffice(null);
    const old = upgradeRecord(ofVersionOne(3), policy);
    value(await book.run(manager, async () => ok({ records: [old], answer: null })));
    const id = await drafted(book);
    value(await book.run(deputy, decidePolicy(id, someMinutes)));
    const saved = value(await book.run(chief, issueDraft(id))).saved.map((record) => record.id);
    expect(saved).toEqual([id]);
    expect((await policyInForce(book, today)).version).toBe(4);
  });
});

describe('prices of a policy', () => {
  const pot = aProductBody();

  it('are the list’s where it says nothing, its own where it does, less the best discount that fits [ORD-05 QPA-01]', () => {
    expect(policyPrice(null, 'pot', pot, 'key')).toEqual({ listPrice: 10_000, price: 10_000, floor: 8000, share: 0 });
    const rules = {
      prices: [{ product: 'pot', name: '', price: 9000, floor: 8500 }],
      discounts: [
        { class: 'key' as const, group: 'any' as const, share: 500 },
        { class: 'any' as const, group: 'imported' as const, share: 900 },
      ],
    };
    expect(policyPrice(rules, 'pot', pot, 'key')).toEqual({ listPrice: 9000, price: 8550, floor: 8500, share: 500 });
    expect(policyPrice(rules, 'pot', pot, null).price).toBe(9000);
    expect(policyPrice(rules, 'pan', { ...pot, group: 'imported' }, 'key')).toMatchObject({ price: 9100, floor: 8000, share: 900 });
  });

  it('never reach below the floor by themselves [QPA-03]', () => {
    const rules = { prices: [], discounts: [{ class: 'any' as const, group: 'any' as const, share: 2500 }] };
    expect(policyPrice(rules, 'pot', pot, 'ordinary').price).toBe(8000);
  });
});
