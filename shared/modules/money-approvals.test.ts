/** The money papers go the way of every other approval: the policy's matrix, one inbox, deputies, bulk. */
import { describe, expect, it } from 'vitest';
import { aMemoryBook, aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import { aStaffFile, finance, givingBack, made, manager, refusal, seller, signing, value } from './branch.fixture.ts';
import { writeCommission } from './commission/rules.ts';
import { contract } from './contract/module.ts';
import { gm } from './contract/contract.fixture.ts';
import { assessCredit } from './credit/rules.ts';
import { decideOnMany } from './decisions.ts';
import { lendSignature } from './delegation/rules.ts';
import { waitingFor, waitingOf } from './inbox.ts';
import { claimExpense } from './expense/rules.ts';
import { requestInvoice } from './invoice/rules.ts';
import { proposeInterest } from './recovery/overdue-rules.ts';
import { aContract, dgmFinance, pay } from './recovery/recovery.fixture.ts';
import { actorOf, staff } from './staff/module.ts';

const rates = { 'commission.rate': 200, 'overdue.interest_rate': 5 };

/** On 11 December: an invoice request, a commission sheet, a credit assessment and proposed interest, all waiting. */
async function fourPapers(parameters = {}) {
  const { book, id, party } = await aContract();
  book.parameters = { ...rates, ...parameters };
  value(await book.run(manager, aStaffFile(seller)));
  value(await book.run(finance, pay(id, 20_000_000)));
  book.pass(100);
  const asked = { contract: id, invoiceKind: 'ordinary' as const, buyer: '恒通电力', taxNo: '', addressPhone: '', bankAccount: '' };
  const invoice = value(await book.run(seller, requestInvoice({ ...asked, content: '电缆', amount: 5_000_000, notes: '' }))).answer.invoice;
  const commission = value(await book.run(manager, writeCommission(seller.id))).answer.commission;
  const grade = { party, grade: 'B', limit: 50_000, days: 60, basis: '两年无逾期', validUntil: '2027-12-31' } as const;
  const credit = value(await book.run(manager, assessCredit(grade))).answer.credit;
  const interest = value(await book.run(manager, proposeInterest(id))).answer.interest;
  return { book, papers: { invoice, commission, credit, interest } };
}

const inbox = async (book: MemoryBook, actor: Actor) => {
  const { today } = book.moment(actor);
  const { items } = await waitingFor(book, { actor, today, offsetMinutes: 480, parameters: {} });
  // The contract itself waits to be acknowledged by its department.
  return items.flatMap(({ record, post }) => (record.kind === contract.kind ? [] : [`${record.kind} ${post}`])).toSorted();
};

async function chains(book: MemoryBook, ids: Record<string, string>) {
  const found = await book.getMany(Object.values(ids));
  return Object.fromEntries([...found.values()].map((record) => [record.kind, approvalOf(record)?.chain]));
}

describe('money papers that wait for signatures', () => {
  it('stand in the inbox of whoever’s turn it is, stage by stage, and their writer sees whom they wait for [QPA-06 PAY-05 STF-09 CRM-07 PAY-06]', async () => {
    const { book, papers } = await fourPapers();
    expect(await inbox(book, finance)).toEqual(['commission finance', 'credit finance', 'invoice finance']);
    expect(await inbox(book, dgmFinance)).toEqual(['interest dgmFinance']);
    expect(await inbox(book, gm)).toEqual([]);
    const pending = await waitingOf(book, { actor: manager, today: book.moment(manager).today, offsetMinutes: 480, parameters: {} });
    expect(pending.map(({ record, still }) => [record.kind, still])).toContainEqual(['commission', [['finance'], ['dgmFinance'], ['gm']]]);
    value(await book.run(finance, decideOnMany(Object.values(papers), { verb: 'sign', comment: '' })));
    expect((await book.get(papers.credit))?.status).toBe('inForce');
    expect(await inbox(book, dgmFinance)).toEqual(['commission dgmFinance', 'interest dgmFinance', 'invoice dgmFinance']);
    value(await book.run(dgmFinance, decideOnMany(Object.values(papers), { verb: 'sign', comment: '' })));
    expect((await book.get(papers.interest))?.status).toBe('confirmed');
    expect((await book.get(papers.invoice))?.status).toBe('signed');
    expect(await inbox(book, gm)).toEqual(['commission gm']);
  });

  it('follow the matrix of the policy under which they were written, by amount [QPA-07 PLT-01 PAY-05 STF-09]', async () => {
    const { book, papers } = await fourPapers({
      'approval.invoice': 'dgmFinance:4999999; dgmFinance>gm',
      'approval.commission': 'finance>gm',
      'approval.credit': 'finance:49999; dgmFinance',
      'approval.interest': 'finance',
    });
    expect(await chains(book, papers)).toEqual({
      invoice: [['dgmFinance'], ['gm']],
      commission: [['finance'], ['gm']],
      credit: [['dgmFinance']],
      interest: [['finance']],
    });
    value(await book.run(finance, signing(papers.commission)));
    value(await book.run(gm, signing(papers.commission)));
    expect((await book.get(papers.commission))?.status).toBe('approved');
  });

  it('are signed by a deputy for the matters lent, in the place of the absent one [QPA-06 PAY-05]', async () => {
    const { book, papers } = await fourPapers();
    const person = async (name: string, ...roles: Role[]) => {
      const body = { name, code: name, roles, phone: '', pinHash: '' };
      return actorOf(value(await book.run(manager, made(staff, body))).answer, body);
    };
    const lender = await person('周副总', 'dgmFinance');
    const standIn = await person('会计主管', 'quality');
    const { today: day } = book.moment(manager);
    const loan = { to: standIn.id, roles: ['dgmFinance' as const], matters: ['invoice' as const], from: day, until: day, reason: '出差' };
    value(await book.run(lender, lendSignature(loan)));
    value(await book.run(finance, decideOnMany([papers.invoice, papers.commission], { verb: 'sign', comment: '' })));
    expect(await inbox(book, standIn)).toEqual(['invoice dgmFinance']);
    expect(refusal(await book.run(standIn, signing(papers.commission))).code).toBe('PostMayNot');
    value(await book.run(standIn, signing(papers.invoice)));
    expect((await book.get(papers.invoice))?.events.at(-1)).toMatchObject({ by: standIn.id, data: { onBehalfOf: lender.id } });
  });

  it('a claim waits in the inbox of the post whose turn it is, and of whoever has it on loan; never of the claimant [QPA-06 TRV-04]', async () => {
    const book = aMemoryBook();
    const person = async (name: string, ...roles: Role[]) => {
      const body = { name, code: name, roles, phone: '', pinHash: '' };
      return actorOf(value(await book.run(manager, made(staff, body))).answer, body);
    };
    const lender = await person('周副总', 'dgmFinance');
    const standIn = await person('会计主管', 'quality');
    const { today: day } = book.moment(manager);
    const loan = { to: standIn.id, roles: ['dgmFinance' as const], matters: ['expense' as const], from: day, until: day, reason: '出差' };
    value(await book.run(lender, lendSignature(loan)));
    const line = { day, category: 'transport' as const, what: '包车', amount: 500_001, vouchers: 1, scan: '' };
    const head = { type: 'general' as const, purpose: '送货', trip: '', from: '', to: '', place: '', notes: '' };
    const claim = value(await book.run(standIn, claimExpense({ ...head, lines: [line] }))).answer.expense;
    const other = value(await book.run(seller, claimExpense({ ...head, lines: [line] }))).answer.expense;
    expect(await inbox(book, manager)).toEqual(['expense manager', 'expense manager']);
    value(await book.run(manager, decideOnMany([claim, other], { verb: 'sign', comment: '' })));
    expect([await inbox(book, manager), await inbox(book, lender)]).toEqual([[], ['expense dgmFinance', 'expense dgmFinance']]);
    expect(await inbox(book, standIn)).toEqual(['expense dgmFinance']);
    expect(refusal(await book.run(standIn, signing(claim))).code).toBe('MustBeAnother');
    value(await book.run(standIn, signing(other)));
    expect((await book.get(other))?.events.at(-1)).toMatchObject({ type: 'approved', data: { onBehalfOf: lender.id } });
  });

  it('come back with a word, and free what they asked for; another takes their place [QPA-06 PAY-05 PAY-06]', async () => {
    const { book, papers } = await fourPapers();
    expect(refusal(await book.run(dgmFinance, givingBack(papers.interest, ' '))).code).toBe('ReasonMissing');
    value(await book.run(dgmFinance, givingBack(papers.interest, '利率按合同')));
    const source = (await book.get(papers.interest))?.source ?? '';
    const again = value(await book.run(aPerson('会计', 'finance'), proposeInterest(source))).answer.interest;
    expect((await book.get(again))?.body).toEqual((await book.get(papers.interest))?.body);
  });
});
