import { describe, expect, it } from 'vitest';
import { ok } from '#shared/core/result.ts';
import { act, untyped } from '#shared/documents/act.ts';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { aCustomer, aProduct, made, manager, value } from '#shared/modules/branch.fixture.ts';
import { decideOn } from '#shared/modules/decisions.ts';
import { endDelegation, lendSignature } from '#shared/modules/delegation/rules.ts';
import { issuePolicy } from '#shared/modules/policy/rules.ts';
import { quotation } from '#shared/modules/quotation/module.ts';
import { anOffer } from '#shared/modules/quotation/quotation.fixture.ts';
import { draftQuotation, submitQuotation } from '#shared/modules/quotation/rules.ts';
import { actorOf, staff } from '#shared/modules/staff/module.ts';
import { changeRoles } from '#shared/modules/staff/rules.ts';
import { judgementOf } from '#shared/modules/verdict/judgement.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import { aTestCentre, type TestCentre } from './judge.fixture.ts';

const sign = (id: string) => decideOn(id, { verb: 'sign', comment: '' });

async function person(book: MemoryBook, name: string, ...roles: Role[]): Promise<Actor> {
  const body = { name, code: name, roles, phone: '', pinHash: '' };
  return actorOf(value(await book.run(manager, made(staff, body))).answer, body);
}

/** Three desks: one where the office was furnished, one where papers are signed, one that hears of everything first. */
async function anOffice() {
  const centre = await aTestCentre();
  const first = centre.desk('C', -10);
  const pot = await aProduct(first);
  const party = await aCustomer(first);
  const people = {
    seller: await person(first, '王', 'salesperson'),
    boss: await person(first, '李', 'manager'),
    second: await person(first, '张', 'manager'),
    deputy: await person(first, '钱', 'dgmSales'),
    clerk: await person(first, '孙', 'finance'),
  };
  value(await first.run(manager, issuePolicy({}, '')));
  await centre.send(first);
  const [a, b] = [centre.desk('A', 2), centre.desk('B', 1)];
  await centre.pull(a);
  await centre.pull(b);
  const { quotation: id } = value(await a.run(people.seller, draftQuotation(anOffer({ pot, party }, 9000)))).answer;
  value(await a.run(people.seller, submitQuotation(id)));
  return { centre, a, b, id, ...people };
}

async function verdictOn(centre: TestCentre, id: string, ...books: MemoryBook[]) {
  for (const book of books) await centre.send(book);
  await centre.judge();
  const found = centre.verdictOn(id);
  return { status: found?.status, codes: judgementOf(found ?? { events: [] }).reasons.map(({ code }) => code) };
}

describe('signatures at the centre', () => {
  it('are confirmed when they were theirs to give, lent ones too [QPA-06]', async () => {
    const { centre, a, id, boss, deputy, clerk } = await anOffice();
    value(await a.run(boss, sign(id)));
    const { today } = a.moment(deputy);
    const lent = { to: clerk.id, roles: ['dgmSales' as const], matters: [], from: today, until: today, reason: '出差' };
    value(await a.run(deputy, lendSignature(lent)));
    value(await a.run(clerk, sign(id)));
    expect(await verdictOn(centre, id, a)).toEqual({ status: 'confirmed', codes: [] });
  });

  it('come back when the post had been taken away before, elsewhere [QPA-06 PLT-07]', async () => {
    const { centre, a, b, id, boss } = await anOffice();
    value(await b.run(manager, changeRoles(boss.id, ['salesperson'])));
    value(await a.run(boss, sign(id)));
    expect(await verdictOn(centre, id, b, a)).toEqual({ status: 'returned', codes: ['PostMayNot'] });
  });

  it('come back when the loan had been ended before, elsewhere [QPA-06]', async () => {
    const { centre, a, b, id, boss, deputy, clerk } = await anOffice();
    const { today } = b.moment(deputy);
    const lent = { to: clerk.id, roles: ['dgmSales' as const], matters: [], from: today, until: today, reason: '出差' };
    const { delegation } = value(await b.run(deputy, lendSignature(lent))).answer;
    await centre.send(b);
    await centre.pull(a);
    value(await b.run(deputy, endDelegation(delegation)));
    value(await a.run(boss, sign(id)));
    value(await a.run(clerk, sign(id)));
    expect(await verdictOn(centre, id, a, b)).toEqual({ status: 'returned', codes: ['PostMayNot'] });
  });

  it('come back when a desk was made to write its author’s own [PLT-07]', async () => {
    const { centre, a, id, boss, seller } = await anOffice();
    const row = await a.get(id);
    if (!row) throw new Error('no quotation');
    // What the program never does: the same event under the submitter's name.
    const forged = value(act(quotation, quotation.read(row), 'endorsed', { post: 'manager' }, a.moment(boss)));
    const events = forged.events.map((event) => (event.type === 'endorsed' ? { ...event, by: seller.id } : event));
    value(await a.run(boss, async () => ok({ records: [{ ...untyped(forged), events }], answer: null })));
    expect(await verdictOn(centre, id, a)).toEqual({ status: 'returned', codes: ['MustBeAnother'] });
  });

  it('of two managers apart are one signature and no trouble [QPA-06]', async () => {
    const { centre, a, b, id, boss, second } = await anOffice();
    await centre.send(a);
    await centre.pull(b);
    value(await a.run(boss, sign(id)));
    value(await b.run(second, sign(id)));
    expect(await verdictOn(centre, id, a, b)).toEqual({ status: 'confirmed', codes: [] });
  });
});
