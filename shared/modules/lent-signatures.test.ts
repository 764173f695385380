/** Signatures on gates' papers that are one person's to give, given by a deputy. */
import { describe, expect, it } from 'vitest';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import { aCustomer, anOrder, aStaffFile, finance, made, manager, refusal, seller, value } from './branch.fixture.ts';
import { aForm, allClauses, anApproved, colleague } from './contract/contract.fixture.ts';
import { checkClauses, countersign, drawUpContract, explainContract, sealContract } from './contract/rules.ts';
import { deputiesOf, lendSignature } from './delegation/rules.ts';
import { releaseDispatch, writeDispatch } from './dispatch/rules.ts';
import { waitingFor } from './inbox.ts';
import { takeOrder } from './order/rules.ts';
import { reviewOrder } from './order/steps.ts';
import { aContract } from './recovery/recovery.fixture.ts';
import { actorOf, staff } from './staff/module.ts';
import { signWorkOrder, writeWorkOrder } from './workorder/rules.ts';

interface Absence {
  book: MemoryBook;
  contract: string;
  party: string;
  /** The deputy as the desk knows him today. */
  deputy: Actor;
}

/** The sales manager is away today; a quality inspector signs in his place. */
async function anAbsence(rest: { matters?: 'application'[] } = {}): Promise<Absence> {
  const { book, id, party } = await aContract(aForm());
  value(await book.run(manager, aStaffFile(manager)));
  const body = { name: '代理人', code: 'D1', roles: ['quality' as Role], phone: '', pinHash: '' };
  const deputy = actorOf(value(await book.run(manager, made(staff, body))).answer, body);
  const { today } = book.moment(manager);
  const loan = { to: deputy.id, roles: ['manager' as const], matters: rest.matters ?? [], from: today, until: today, reason: '出差' };
  value(await book.run(manager, lendSignature(loan)));
  return { book, contract: id, party, deputy: { ...deputy, lent: await deputiesOf(book, deputy.id, today) } };
}

type Paper = (absence: Absence, writer?: Actor) => Promise<{ id: string; sign: Decide<unknown>; step: string }>;

const workOrder: Paper = async ({ book, contract }, writer = seller) => {
  const work = { job: 'splicing', site: '', contact: '', phone: '', work: '接头', wantedOn: '', notes: '' } as const;
  const id = value(await book.run(writer, writeWorkOrder(contract, work))).answer.workorder;
  return { id, sign: signWorkOrder(id), step: 'signed' };
};

const agreement: Paper = async ({ book }, writer = seller) => {
  const party = await aCustomer(book, { type: 'organisation', name: '远山电力', contact: '周工', industry: '电力' });
  const application = await anApproved(book, party, aForm({ customerName: '远山电力' }));
  const id = value(await book.run(writer, drawUpContract({ application, remarks: '', place: '杭州' }))).answer.contract;
  value(await book.run(writer, checkClauses(id, allClauses)));
  value(await book.run(writer, explainContract(id, { name: '周工', day: '2026-11-02', file: '' })));
  return { id, sign: countersign(id), step: 'salesSigned' };
};

const sale: Paper = async ({ book, party }, writer = seller) => {
  const goods = [{ product: 'toolbox', quantity: 1000, price: 20_000 }];
  const id = value(await book.run(writer, takeOrder(anOrder('delivery', goods, { party })))).answer.order;
  return { id, sign: reviewOrder(id, { legality: true, accuracy: true, completeness: true }), step: 'reviewed' };
};

const note: Paper = async (absence, writer = seller) => {
  const { book } = absence;
  const { id: order, sign } = await sale(absence);
  value(await book.run(manager, sign));
  const to = { type: 'delivery' as const, consignee: '周工', phone: '', address: '宁波', carrier: '自送', vehicle: '', driver: '' };
  const lines = [{ line: 0, quantity: 1000 }];
  const id = value(await book.run(writer, writeDispatch({ order, lines, delivery: { ...to, expected: '', notes: '' } }))).answer.dispatch;
  return { id, sign: releaseDispatch(id), step: 'released' };
};

const papers: [gate: string, paper: Paper][] = [
  ['G-15', agreement],
  ['G-22', sale],
  ['G-29', note],
  ['G-41', workOrder],
];

describe('a signature of the sales manager, who is away', () => {
  it.each(papers)('[%s] waits in the deputy’s inbox and is given there, in the manager’s place', async (gate, paper) => {
    const absence = await anAbsence();
    const { book, deputy } = absence;
    const { id, sign, step } = await paper(absence);
    const { items } = await waitingFor(book, { actor: deputy, today: '2026-11-02', offsetMinutes: 480, parameters: {} });
    expect(items.find(({ record }) => record.id === id)).toMatchObject({ steps: [step], post: 'manager', onBehalfOf: manager.id });
    value(await book.run(deputy, sign));
    const signed = (await book.get(id))?.events.at(-1);
    expect(signed).toMatchObject({ type: step, by: deputy.id, data: { onBehalfOf: manager.id, delegation: deputy.lent?.[0]?.delegation } });
    for (const stamp of signed?.stamp ?? []) expect([gate, stamp.result]).toEqual([stamp.gate, 'passed']);
  });

  it.each(papers)('[%s] is not given on a loan for other papers, nor without one', async (_gate, paper) => {
    const absence = await anAbsence({ matters: ['application'] });
    const { sign } = await paper(absence);
    expect(refusal(await absence.book.run(absence.deputy, sign)).code).toBe('PostMayNot');
    const { lent: _lent, ...alone } = absence.deputy;
    expect(refusal(await absence.book.run(alone, sign)).code).toBe('PostMayNot');
  });

  it('[G-41] is not given on the manager’s own paper by lending the post [PLT-07]', async () => {
    const absence = await anAbsence();
    const { sign } = await workOrder(absence, { ...manager, roles: ['manager', 'salesperson'] });
    expect(refusal(await absence.book.run(absence.deputy, sign)).code).toBe('PostMayNot');
  });

  it('[G-15] counts as the manager’s: he does not countersign for finance as well [PLT-07]', async () => {
    const absence = await anAbsence();
    const { id, sign } = await agreement(absence);
    value(await absence.book.run(absence.deputy, sign));
    const both: Actor = { ...manager, roles: ['finance'] };
    expect(refusal(await absence.book.run(both, countersign(id)))).toMatchObject({ code: 'MustBeAnother' });
    value(await absence.book.run(finance, countersign(id)));
    value(await absence.book.run(colleague, sealContract(id, { impressions: 4 })));
  });

  it('lends nothing but signatures: the deputy writes no paper and takes no other step of the post [PLT-07]', async () => {
    const absence = await anAbsence();
    const { id } = await workOrder(absence);
    expect(
      refusal(
        await absence.book.run(
          absence.deputy,
          writeWorkOrder(absence.contract, { job: 'splicing', site: '', contact: '', phone: '', work: 'x', wantedOn: '', notes: '' }),
        ),
      ).code,
    ).toBe('PostMayNot');
    expect((await absence.book.get(id))?.status).toBe('drafted');
  });
});
