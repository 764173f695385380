// @vitest-environment jsdom
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { readAs } from '#shared/documents/step.ts';
import { seal } from '#shared/modules/registry.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { recordContact } from '#shared/modules/customer/rules.ts';
import { opening } from '#shared/modules/opening/module.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { aCustomer, anOffice, manager, seller, type Office } from '../customers.fixture.ts';
import { CustomerPage } from './CustomerPage.tsx';

// A busy machine is no reason to fail: waiting ends as soon as there is something to see.
vi.setConfig({ testTimeout: 120_000 });
configure({ asyncUtilTimeout: 30_000, defaultHidden: true });
afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

async function onTheFile(office: Office, id: string, actor: Actor = seller) {
  const page = await renderWithBook(<CustomerPage />, {
    on: office,
    actor,
    now: () => office.clock.now,
    path: `/customers/${id}`,
    route: '/customers/$id',
  });
  await screen.findByRole('region', { name: '往来记录' });
  return { user: userEvent.setup({ delay: null }), path: page.path };
}

/** A receivable from before the program. */
async function anOldDebt(office: Office, party: string, fen: number, due: string): Promise<void> {
  const saved = await office.book.run(manager, async (_read, moment) => {
    const body = { type: 'receivable' as const, customerName: '远大', amount: fen, due, reference: '' };
    const made = commitNew(opening, body, moment, { party });
    return made.ok ? ok({ records: [untyped(made.value)], answer: null }) : made;
  });
  if (!saved.ok) throw new Error(saved.refusal.code);
}

describe('the file', () => {
  it('says what is missing and leads to the field [CRM-05]', async () => {
    const office = await anOffice();
    const id = await aCustomer(office, { address: '', industry: '' });
    await onTheFile(office, id);
    const file = screen.getByRole('region', { name: /^档案/ });
    expect(within(file).getByText('67%')).toBeDefined();
    expect(within(file).getByRole('link', { name: '地址' }).getAttribute('href')).toBe(`#/customers/${id}/edit?field=address`);
    expect(within(file).getByRole('link', { name: '行业' })).toBeDefined();
  });

  it('records a contact, the level it led to and the next date as a task of the seller [RCP-09 CRM-02]', async () => {
    const office = await anOffice();
    const id = await aCustomer(office);
    const { user } = await onTheFile(office, id);
    await user.keyboard('{Alt>}c{/Alt}报价已发');
    await user.click(screen.getByRole('button', { name: '3 天后' }));
    await user.click(screen.getByRole('combobox', { name: '意向级别' }));
    await user.click(await screen.findByRole('option', { name: /^H/ }));
    await user.click(screen.getByRole('button', { name: '记下' }));
    const history = screen.getByRole('region', { name: '往来记录' });
    expect((await within(history).findAllByText('报价已发')).length).toBe(2);
    expect((await readAs(office.book, customer, id))?.body.level).toBe('H');
    const [task] = (await office.book.all({ kind: 'task', party: id })).rows;
    expect(task).toMatchObject({ owner: seller.id, day: '2026-11-27', status: 'open' });
  });

  it('shows debts by age and by paper, and what credit is left [CRM-01 PAY-04]', async () => {
    const office = await anOffice();
    const id = await aCustomer(office, { creditLimit: 1_000_000, creditDays: 30 });
    await anOldDebt(office, id, 30_000, '2026-12-10');
    await anOldDebt(office, id, 70_000, '2026-10-15');
    await onTheFile(office, id);
    const balance = screen.getByRole('region', { name: '往来款' });
    expect(await within(balance).findByText('¥1,000.00')).toBeDefined();
    expect(within(balance).getByText('¥9,000.00')).toBeDefined();
    expect(within(balance).getByText('未到期')).toBeDefined();
    expect(within(balance).getByText('逾期 31–60 天')).toBeDefined();
    expect(within(balance).getByText('逾期 40 天')).toBeDefined();
  });

  it('leads to the statement of account, drawn up for this customer [PAY-04]', async () => {
    const office = await anOffice();
    const id = await aCustomer(office);
    const { user, path } = await onTheFile(office, id);
    await user.click(screen.getByRole('button', { name: '更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '出对账单' }));
    await waitFor(() => expect(path()).toBe(`/accounts/statements?party=${id}`));
  });

  it('shows both values of a field two desks changed, and ends the conflict with either choice [CRM-01]', async () => {
    const office = await anOffice();
    const id = await aCustomer(office);
    const base = await office.book.get(id);
    if (!base) throw new Error('no customer');
    // What another desk sends: it changed the phone without knowing of the change made here.
    const edit = (value: string, at: number, desk: string) => ({
      id: `${1_795_485_600_000 + at}-0000-${desk}`,
      by: at === 1 ? seller.id : manager.id,
      desk,
      type: 'edited',
      data: { set: { phone: value }, was: { phone: '13800010002' } },
    });
    const events = [...base.events, edit('111', 1, 'HZ01-A'), edit('222', 2, 'HZ01-B')];
    await office.book.run(manager, async () => ok({ records: [seal({ ...base, events })], answer: null }));

    const { user } = await onTheFile(office, id);
    const notice = await screen.findByRole('region', { name: '有 1 项两处改得不一样' });
    expect(within(notice).getByText('111')).toBeDefined();
    expect(within(notice).getByText('222')).toBeDefined();
    // The second value already stands: choosing it must still end the conflict.
    await user.click(within(within(notice).getByRole('group', { name: '现用' })).getByRole('button', { name: '采用' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: '有 1 项两处改得不一样' })).toBeNull());
    expect((await readAs(office.book, customer, id))?.body.phone).toBe('222');
  });

  it('of two doubles becomes one whose history has the talks of both; only the manager may [CRM-12]', async () => {
    const office = await anOffice();
    const keep = await aCustomer(office);
    const drop = await aCustomer(office, { name: '远大纺机', phone: '13700000000' });
    await office.book.run(seller, recordContact({ customer: drop, body: { channel: 'phone', said: '问过交期', next: '' } }));
    await onTheFile(office, keep);
    expect(screen.queryByText('问过交期')).toBeNull();
    cleanup();

    const { user } = await onTheFile(office, keep, manager);
    await user.click(screen.getByRole('button', { name: '更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '合并重复档案' }));
    await user.type(await screen.findByRole('combobox', { name: '另一份档案' }), '远大纺机');
    await user.click(await screen.findByRole('option', { name: /远大纺机/ }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect((await office.book.get(drop))?.status).toBe('merged'));
    expect(await screen.findByText('问过交期')).toBeDefined();
  });
});
