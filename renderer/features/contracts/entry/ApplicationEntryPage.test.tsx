// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { NOW } from '#renderer/desk/shop.fixture.ts';
import { application } from '#shared/modules/application/module.ts';
import { submitApplication } from '#shared/modules/application/rules.ts';
import { decideOn } from '#shared/modules/decisions.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { ApplicationPage } from '../application/ApplicationPage.tsx';
import { aFilled, anApproved, anOffice, type Office } from '../contracts.fixture.ts';
import { ApplicationEntryPage } from './ApplicationEntryPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const commit = '{Control>}{Enter}{/Control}';
const setUp = () => userEvent.setup({ delay: null });
const entry = (office: Office, search = '') =>
  renderWithBook(<ApplicationEntryPage />, {
    on: office,
    actor: office.seller,
    now: () => NOW,
    path: `/applications/new${search}`,
    route: '/applications/new',
  });
const page = (office: Office, id: string, actor: Actor, search = '') =>
  renderWithBook(<ApplicationPage />, {
    on: office,
    actor,
    now: () => NOW,
    path: `/applications/${id}${search}`,
    route: '/applications/$id',
  });
const all = async (office: Office) => (await office.book.all({ kind: 'application' })).rows.map((row) => application.read(row));
const one = async (office: Office, id: string) => {
  const found = await office.book.get(id);
  if (!found) throw new Error('no application');
  return application.read(found);
};
const answer = async (user: UserEvent, dialog: RegExp, text: string) => {
  const shown = await screen.findByRole('dialog', { name: dialog });
  await user.type(within(shown).getByRole('textbox'), text);
  await user.keyboard(commit);
};

describe('filled in', () => {
  it('by keyboard: customer, goods at the policy’s price, plan; what is not planned goes into the balance by one key [CON-01 PAY-01]', async () => {
    const office = await anOffice();
    const user = setUp();
    const { path } = await entry(office, `?party=${office.party}`);
    await waitFor(() => expect(screen.getByDisplayValue('恒通电力工程有限公司')).toBeDefined());
    await screen.findByText('第 1 版');
    await user.keyboard('{F4}');
    await user.keyboard('电力电缆');
    await screen.findByRole('option', { name: /电力电缆/ });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getAllByText('30,000.00').length).toBeGreaterThan(0));
    await user.keyboard('{F6}');
    await user.keyboard('首期');
    await screen.findByRole('option', { name: '首期款' });
    await user.keyboard('{Enter}1210{Enter}9000{Enter}');
    await user.keyboard('{F7}');
    await screen.findByText('与总额相符');
    await user.keyboard('{F9}');
    await waitFor(() => expect(path()).toMatch(/^\/applications\/[0-9A-Z]{26}/));
    const [made] = await all(office);
    expect(made?.status).toBe('drafted');
    expect(made?.body).toMatchObject({ total: 3_000_000, policyVersion: 1, customerType: 'organisation' });
    expect(made?.body.plan).toEqual([
      { kind: 'first', due: '2026-12-10', amount: 900_000 },
      { kind: 'balance', due: '', amount: 2_100_000 },
    ]);
  });

  it('says what is missing and keeps what was typed; a plan that differs is refused with both sums [CON-01]', async () => {
    const office = await anOffice();
    const user = setUp();
    await entry(office, `?party=${office.party}`);
    await waitFor(() => expect(screen.getByDisplayValue('恒通电力工程有限公司')).toBeDefined());
    await user.keyboard(commit);
    expect((await screen.findAllByText('至少填一行标的')).length).toBeGreaterThan(0);
    await user.keyboard('{F4}电力电缆');
    await screen.findByRole('option', { name: /电力电缆/ });
    await user.keyboard('{Enter}');
    await user.keyboard('{F6}定金');
    await screen.findByRole('option', { name: '定金' });
    await user.keyboard('{Enter}{Enter}5000{Enter}');
    await user.keyboard(commit);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/5,000\.00.*30,000\.00|30,000\.00.*5,000\.00/s);
    expect(await all(office)).toHaveLength(0);
    expect(screen.getByDisplayValue('电力电缆 3×95')).toBeDefined();
  });
});

describe('submitted', () => {
  it('stays at the desk without a policy in force, and the rule says so [QPA-01 G-01]', async () => {
    const office = await anOffice({ policy: false });
    const id = await aFilled(office);
    await page(office, id, office.seller, '?do=submit');
    expect(await screen.findByText(/G-01/)).toBeDefined();
    expect((await one(office, id)).status).toBe('drafted');
  });

  it('is sent back twice, each time with its comment in view, corrected and submitted again, then approved by the chain [CON-01 QPA-06]', async () => {
    const office = await anOffice();
    const id = await aFilled(office);
    await office.does(office.seller, submitApplication(id));
    const user = setUp();
    for (const reason of ['付款条件太松', '交货期要写明']) {
      const deciding = await page(office, id, office.manager);
      await user.click(await screen.findByRole('button', { name: '退回修改' }));
      await answer(user, /退回/, reason);
      await waitFor(async () => expect((await one(office, id)).status).toBe('returned'));
      deciding.unmount();

      const mine = await page(office, id, office.seller);
      expect((await screen.findAllByText(reason)).length).toBeGreaterThan(0);
      await user.keyboard(commit);
      await waitFor(() => expect(mine.path()).toContain(`corrects=${id}`));
      mine.unmount();

      const correcting = await entry(office, `?corrects=${id}`);
      expect(await screen.findByText(reason)).toBeDefined();
      await waitFor(() => expect(screen.getByDisplayValue(/银行转账/)).toBeDefined());
      await user.type(screen.getByDisplayValue(/银行转账/), '，货到付清');
      await user.keyboard(commit);
      await waitFor(() => expect(correcting.path()).toContain('do=submit'));
      correcting.unmount();
      const again = await page(office, id, office.seller, '?do=submit');
      await waitFor(async () => expect((await one(office, id)).status).toBe('submitted'));
      again.unmount();
    }
    expect((await one(office, id)).body.payment).toBe('银行转账，货到付清，货到付清');
    await office.does(office.manager, decideOn(id, { verb: 'sign', comment: '' }));
    await office.does(office.gm, decideOn(id, { verb: 'sign', comment: '' }));
    expect(approvalOf(await one(office, id))?.state).toBe('approved');
  });

  it('offers its author no signature [QPA-06 CON-01]', async () => {
    const office = await anOffice();
    const id = await aFilled(office);
    await office.does(office.seller, submitApplication(id));
    await page(office, id, { ...office.seller, roles: ['salesperson', 'manager'] });
    await screen.findByRole('heading', { level: 1 });
    const seat = screen.queryByRole('button', { name: /^签批$|^签字$|^批准$/ });
    if (seat) await setUp().click(seat);
    expect(approvalOf(await one(office, id))?.signatures).toHaveLength(0);
  });
});

describe('approved', () => {
  it('becomes a contract with its terms; the page leads there [CON-02 G-11 G-12]', async () => {
    const office = await anOffice();
    const id = await anApproved(office);
    const user = setUp();
    const { path } = await page(office, id, office.seller);
    await user.click(await screen.findByRole('button', { name: /^草拟合同/ }));
    const dialog = await screen.findByRole('dialog', { name: /草拟合同/ });
    await user.type(within(dialog).getByRole('textbox', { name: /签订地点/ }), '杭州');
    await user.keyboard(commit);
    await waitFor(() => expect(path()).toMatch(/^\/contracts\//));
    const [made] = (await office.book.all({ kind: 'contract' })).rows;
    expect(made?.amount).toBe(30_000_000);
    expect((await one(office, id)).status).toBe('used');
  });
});
