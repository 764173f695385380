import { describe, expect, it } from 'vitest';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import { creditDoubts } from '../application/credit-signer.ts';
import { application } from '../application/module.ts';
import { fillApplication, submitApplication } from '../application/rules.ts';
import { aCustomer, anOrder, aShop, finance, manager, refusal, seller, signing, value } from '../branch.fixture.ts';
import { aCompany, aForm } from '../contract/contract.fixture.ts';
import { mergeCustomers } from '../customer/rules.ts';
import { customerSummary } from '../customer/summary.ts';
import { creditFacts } from '../order/facts.ts';
import { takeOrder } from '../order/rules.ts';
import { aContract, deliver, dgmFinance, pay } from '../recovery/recovery.fixture.ts';
import { deferredOf, gradeUntil } from './facts.ts';
import { assessCredit, withdrawCredit, type CreditInput } from './rules.ts';

const assess = (party: string, rest: Partial<CreditInput> = {}) =>
  assessCredit({ party, grade: 'B', limit: 50_000, days: 60, basis: '两年无逾期', validUntil: '2027-11-02', ...rest });

/** Fixes what finance assessed. */
const colleague = aPerson('会计', 'finance');

const onAccount = (party: string, price: number) => takeOrder(anOrder('account', [{ product: 'pot', quantity: 1000, price }], { party }));

async function aBuyer(creditLimit = 10_000) {
  const book = await aShop({ pot: 100_000 });
  return { book, party: await aCustomer(book, { creditLimit }) };
}

describe('credit assessment', () => {
  it('is made by one person of finance and fixed by another, within the table of its grade [CRM-07 PLT-07]', async () => {
    const { book, party } = await aBuyer();
    const paper = value(await book.run(finance, assess(party))).answer.credit;
    expect(refusal(await book.run(finance, signing(paper))).code).toBe('MustBeAnother');
    expect(refusal(await book.run(seller, signing(paper))).code).toBe('PostMayNot');
    value(await book.run(colleague, signing(paper)));

    const most = value(await book.run(finance, assess(party, { limit: 20_000_000 }))).answer.credit;
    value(await book.run(colleague, signing(most)));
    const above = value(await book.run(finance, assess(party, { limit: 20_000_001 }))).answer.credit;
    expect(refusal(await book.run(colleague, signing(above)))).toMatchObject({ code: 'PostMayNot', values: { posts: 'dgmFinance' } });
    value(await book.run(dgmFinance, signing(above)));
    expect(refusal(await book.run(dgmFinance, signing(above))).code).toBe('NotWaiting');
  });

  it('holds for the months the policy says, to the day [CRM-07]', async () => {
    const { book, party } = await aBuyer();
    expect(refusal(await book.run(finance, assess(party, { validUntil: '2027-11-03' })))).toEqual({
      code: 'GradeTooLong',
      values: { day: '2027-11-02' },
    });
    expect(refusal(await book.run(finance, assess(party, { validUntil: '2026-11-01' }))).code).toBe('DayIsPast');
    expect(refusal(await book.run(finance, assess(party, { basis: ' ' }))).code).toBe('TextMissing');
    expect(gradeUntil('2026-08-31', { 'credit.grade_valid_months': 6 })).toBe('2027-02-28');
  });

  it('is of a customer’s own file, never of one that went into another [CRM-07 CRM-12]', async () => {
    const { book, party } = await aBuyer();
    expect(refusal(await book.run(finance, assess('nothing'))).code).toBe('NotFound');
    const kept = await aCustomer(book, { name: '恒通', phone: '13900000001' });
    value(await book.run(manager, mergeCustomers(kept, party)));
    expect(refusal(await book.run(finance, assess(party))).code).toBe('CustomerIsMerged');
    value(await book.run(finance, assess(kept)));
  });

  it('gives the limit once fixed; before, the limit of the customer’s file holds as ever [CRM-07 PAY-04 G-07]', async () => {
    const { book, party } = await aBuyer();
    value(await book.run(seller, onAccount(party, 10_000)));
    expect(refusal(await book.run(seller, onAccount(party, 1)))).toMatchObject({
      gate: 'G-07',
      values: { open: 10_000, limit: 10_000, over: 1 },
    });
    const paper = value(await book.run(finance, assess(party))).answer.credit;
    expect(refusal(await book.run(seller, onAccount(party, 1)))).toMatchObject({ gate: 'G-07' });
    value(await book.run(colleague, signing(paper)));
    value(await book.run(seller, onAccount(party, 40_000)));
    expect(refusal(await book.run(seller, onAccount(party, 1)))).toMatchObject({ gate: 'G-07', values: { limit: 50_000, over: 1 } });
    // The customer's own page counts from the grade, not from the file.
    const summary = await customerSummary(book, party, book.moment(seller).today, {});
    expect(summary).toMatchObject({ credit: { limit: 50_000, days: 60, grade: 'B' }, creditLeft: 0 });
  });

  it('gives nothing once it ran out or was withdrawn: the day after the last [CRM-07 G-06 G-07]', async () => {
    const { book, party } = await aBuyer();
    book.parameters = { 'credit.required_account': true };
    expect(refusal(await book.run(seller, onAccount(party, 1)))).toMatchObject({ gate: 'G-06', values: { credit: 1, lapsedDays: 0 } });
    const paper = value(await book.run(finance, assess(party, { validUntil: '2026-11-12' }))).answer.credit;
    value(await book.run(colleague, signing(paper)));
    book.pass(10);
    value(await book.run(seller, onAccount(party, 1)));
    book.pass(1);
    expect(refusal(await book.run(seller, onAccount(party, 1)))).toMatchObject({ gate: 'G-06', values: { lapsedDays: 1 } });
    expect((await creditFacts(book, party, 1, '2026-11-13'))?.limit).toMatchObject({ limit: 0 });
    // Over the limit is no dead end: who may let it pass says why.
    const word = { by: dgmFinance, reason: '资信评估办理中' };
    const input = anOrder('account', [{ product: 'pot', quantity: 1000, price: 1 }], { party, overrides: { 'G-06': word, 'G-07': word } });
    value(await book.run(seller, takeOrder(input)));
    value(await book.run(dgmFinance, withdrawCredit(paper, '经营异常')));
  });
});

describe('exposure', () => {
  it('counts what contracts in force will let the customer owe, less what was paid ahead, and goods gone only once [CRM-07 PAY-04 G-07]', async () => {
    const { book, id, party } = await aContract();
    const open = async () => (await creditFacts(book, party, 0, book.moment(manager).today))?.limit.open;
    // 30 % ahead; 70 % is owed at the worst. Without a plan, all of it.
    expect(deferredOf({ plan: [], total: 100 })).toBe(100);
    expect(await open()).toBe(21_000_000);
    value(await book.run(finance, pay(id, 9_000_000)));
    expect(await open()).toBe(21_000_000);
    value(await book.run(finance, pay(id, 1_000_000)));
    expect(await open()).toBe(20_000_000);
    await deliver(book, id, 4);
    // 120 000 yuan of goods against 100 000 paid: 20 000 is owed, the rest is still to come.
    expect(await book.balance(`receivable/${party}/${id}`)).toBe(2_000_000);
    expect(await open()).toBe(20_000_000);
    await deliver(book, id, 6);
    expect(await open()).toBe(20_000_000);
    value(await book.run(finance, pay(id, 20_000_000)));
    expect(await open()).toBe(0);
  });

  it('knows the contract’s own days: an instalment that is late blocks new credit, delivered or not [PAY-04 G-07 G-44]', async () => {
    const { book, id, party } = await aContract();
    const days = async () => (await creditFacts(book, party, 0, book.moment(manager).today))?.limit.overdueDays;
    book.pass(18);
    expect(await days()).toBe(0);
    book.pass(1);
    expect(await days()).toBe(1);
    value(await book.run(finance, pay(id, 9_000_000)));
    expect(await days()).toBe(0);
  });
});

describe('a contract beyond the limit', () => {
  it('goes to the deputy general manager for finance as well, and within it does not [CRM-07 CON-01 G-06 G-07]', async () => {
    const { book, party } = await aCompany();
    book.parameters = { 'credit.required_contract': true };
    const chainOf = async () => {
      const id = value(await book.run(seller, fillApplication({ body: aForm(), party }))).answer.application;
      value(await book.run(seller, submitApplication(id)));
      return approvalOf((await book.get(id)) ?? { events: [] })?.chain;
    };
    const usual = [['manager'], ['gm']];
    const withFinance = [['manager'], ['dgmFinance'], ['gm']];
    expect(await chainOf()).toEqual(withFinance);
    const grade = async (limit: number) => {
      const paper = value(await book.run(finance, assess(party, { grade: 'A', limit, days: 90 }))).answer.credit;
      value(await book.run(colleague, signing(paper)));
    };
    // 210 000 yuan of the 300 000 are paid after the goods.
    await grade(20_999_999);
    expect(await chainOf()).toEqual(withFinance);
    await grade(21_000_000);
    expect(await chainOf()).toEqual(usual);
    book.parameters = {};
    await grade(0);
    expect(await chainOf()).toEqual(usual);
  });

  it('says to whoever signs what speaks against it, with the numbers: as a warning, for the signature is the way out [CRM-07 G-06 G-07]', async () => {
    const { book, party } = await aCompany();
    book.parameters = { 'credit.required_contract': true };
    const id = value(await book.run(seller, fillApplication({ body: aForm(), party }))).answer.application;
    const record = await book.get(id);
    if (!record) throw new Error('not there');
    const form = application.read(record);
    const doubts = async () =>
      (await creditDoubts(book, form, book.moment(manager))).map(({ gate, result, values }) => ({ gate, result, values }));
    expect(await doubts()).toEqual([
      { gate: 'G-06', result: 'warned', values: { credit: 21_000_000, lapsedDays: 0 } },
      { gate: 'G-07', result: 'warned', values: expect.objectContaining({ sale: 21_000_000, limit: 0, over: 21_000_000 }) as unknown },
    ]);
    const paper = value(await book.run(finance, assess(party, { grade: 'A', limit: 20_999_999, days: 90 }))).answer.credit;
    value(await book.run(colleague, signing(paper)));
    expect(await doubts()).toMatchObject([{ gate: 'G-07', result: 'warned', values: { over: 1 } }]);
    book.parameters = {};
    expect(await doubts()).toEqual([]);
  });
});
