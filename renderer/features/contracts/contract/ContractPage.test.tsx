// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { NOW } from '#renderer/desk/shop.fixture.ts';
import { readAs } from '#shared/documents/step.ts';
import { contract } from '#shared/modules/contract/module.ts';
import { takeContractMoney } from '#shared/modules/receipt/for-contract.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { aCountersigned, aDrawnUp, anEffective, anOffice, type Office } from '../contracts.fixture.ts';
import { ContractPage } from './ContractPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const page = (office: Office, id: string, actor: Actor, search = '') =>
  renderWithBook(<ContractPage />, { on: office, actor, now: () => NOW, path: `/contracts/${id}${search}`, route: '/contracts/$id' });
const statusOf = async (office: Office, id: string) => (await readAs(office.book, contract, id))?.status;
const commit = '{Control>}{Enter}{/Control}';
const setUp = () => userEvent.setup({ delay: null });
const card = (name: RegExp) => within(screen.getByRole('group', { name: '合同全程' })).getByRole('button', { name });
const pay = (id: string, amount: number) =>
  takeContractMoney({ contract: id, type: 'payment', method: 'transfer', amount, tendered: 0, reason: '' });

describe('the chain of one contract', () => {
  it('shows every step with its state, by whom and why; sales and finance read the same picture [MFG-01 CON-07]', async () => {
    const office = await anOffice();
    const id = await aDrawnUp(office);
    const first = await page(office, id, office.seller);
    await screen.findByRole('group', { name: '合同全程' });
    await waitFor(() => expect(card(/合同申报.*总经理.*已办/)).toBeDefined());
    expect(card(/会签.*受阻/)).toBeDefined();
    expect(card(/用印.*未到/)).toBeDefined();
    const seen = screen.getByRole('group', { name: '合同全程' }).textContent;
    // The step that holds the chain up is open, with its rule and its numbers.
    expect(await screen.findByText(/G-13/)).toBeDefined();
    first.unmount();
    await page(office, id, office.finance);
    await waitFor(() => expect(screen.getByRole('group', { name: '合同全程' }).textContent).toBe(seen));
  });

  it('opens the papers of a step and says what is done about it, and by whom [MFG-01]', async () => {
    const office = await anOffice();
    const id = await aDrawnUp(office);
    const user = setUp();
    const { path } = await page(office, id, office.seller);
    await screen.findByRole('group', { name: '合同全程' });
    await user.click(card(/合同申报/));
    const papers = await screen.findByRole('list', { name: '本环节单据' });
    await user.click(within(papers).getByRole('button', { name: /合同申报单/ }));
    expect(path()).toMatch(/^\/applications\//);
  });
});

describe('from the draft to a contract in force, by the next action alone', () => {
  it('clauses, explanation, two countersignatures, seal with its register, customer, effect [CON-03 CON-04 CON-05 G-13 G-14 G-15 G-16 G-19]', async () => {
    const office = await anOffice();
    const id = await aDrawnUp(office);
    const user = setUp();
    const asSeller = await page(office, id, office.seller);
    await screen.findAllByRole('button', { name: /^核对条款/ });
    await user.keyboard(commit);
    const clauses = await screen.findByRole('dialog', { name: /核对条款/ });
    await user.click(within(clauses).getByRole('checkbox', { name: '各条款均已核对' }));
    await user.keyboard(commit);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(screen.queryByText(/G-13/)).toBeNull());
    await user.keyboard(commit);
    await screen.findByRole('dialog', { name: /向客户说明/ });
    await user.keyboard(commit);
    await waitFor(async () => expect(await statusOf(office, id)).toBe('explained'));
    asSeller.unmount();

    for (const signer of [office.manager, office.finance]) {
      const signing = await page(office, id, signer);
      await screen.findAllByRole('button', { name: /会签/ });
      await user.keyboard(commit);
      const after = signer === office.manager ? 'salesSigned' : 'countersigned';
      await waitFor(async () => expect(await statusOf(office, id)).toBe(after));
      signing.unmount();
    }

    const sealing = await page(office, id, office.colleague);
    await screen.findAllByRole('button', { name: /盖合同章/ });
    await user.keyboard(commit);
    await screen.findByRole('dialog', { name: /盖合同章/ });
    await user.keyboard(commit);
    await waitFor(async () => expect(await statusOf(office, id)).toBe('sealed'));
    await waitFor(() => expect(screen.getAllByRole('button', { name: /登记客户签章/ })).not.toHaveLength(0));
    await user.keyboard(commit);
    const signed = await screen.findByRole('dialog', { name: /登记客户签章/ });
    await user.click(within(signed).getByRole('checkbox', { name: '已签字' }));
    await user.keyboard(commit);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    // An organisation without its seal: the rule says what is missing, and nothing happens.
    await user.click((await screen.findAllByRole('button', { name: /^合同生效/ }))[0] ?? document.body);
    expect(await screen.findByText(/G-16/)).toBeDefined();
    expect(await statusOf(office, id)).toBe('sealed');
    sealing.unmount();

    await page(office, id, office.seller);
    await user.click(await screen.findByRole('button', { name: '更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '登记客户签章' }));
    const again = await screen.findByRole('dialog', { name: /登记客户签章/ });
    await user.click(within(again).getByRole('checkbox', { name: '已签字' }));
    await user.click(within(again).getByRole('checkbox', { name: '已盖单位公章' }));
    await user.keyboard(commit);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click((await screen.findAllByRole('button', { name: /^合同生效/ }))[0] ?? document.body);
    await waitFor(async () => expect(await statusOf(office, id)).toBe('effective'));
  });

  it('tells a countersigner that the seal is not theirs to apply, and the author that the signature is not [CON-04 G-15]', async () => {
    const office = await anOffice();
    const id = await aCountersigned(office);
    await page(office, id, office.manager);
    const buttons = await screen.findAllByRole('button', { name: /盖合同章/ });
    expect(buttons.every((button) => button.getAttribute('aria-disabled') === 'true')).toBe(true);
    expect(screen.getAllByText(/不能由同一人办理/).length).toBeGreaterThan(0);
  });
});

describe('registers', () => {
  it('keeps the seal register, puts the contract away and hands it over [CON-04 CON-08 CON-10]', async () => {
    const office = await anOffice();
    const id = await anEffective(office);
    const user = setUp();
    const shown = await page(office, id, office.seller);
    await screen.findByRole('group', { name: '合同全程' });
    await user.click(card(/归档/));
    await user.click((await screen.findAllByRole('button', { name: /^归档/ })).at(-1) ?? document.body);
    const dialog = await screen.findByRole('dialog', { name: /归档/ });
    await user.type(within(dialog).getByRole('textbox', { name: /存放位置/ }), '3 柜 12 卷');
    await user.keyboard(commit);
    await waitFor(async () => expect((await readAs(office.book, contract, id))?.events.some(({ type }) => type === 'archived')).toBe(true));
    shown.unmount();
    await page(office, id, office.finance, '?tab=record');
    const register = await screen.findByRole('grid', { name: '用印登记' });
    await waitFor(() => expect(register.textContent).toMatch(/小周.*4/));
    expect(screen.getByText(/3 柜 12 卷/)).toBeDefined();
  });

  it('keeps a remark agreed on the way [CON-09]', async () => {
    const office = await anOffice();
    const id = await anEffective(office);
    const user = setUp();
    await page(office, id, office.seller, '?tab=record');
    await user.click(await screen.findByRole('button', { name: '更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '记录备注' }));
    await user.type(await screen.findByRole('textbox', { name: /备注/ }), '客户要求分两车送');
    await user.keyboard(commit);
    expect(await screen.findByText('客户要求分两车送')).toBeDefined();
  });
});

describe('money', () => {
  it('settles the plan oldest first and shows what is open [PAY-01]', async () => {
    const office = await anOffice();
    const id = await anEffective(office);
    await office.does(office.finance, pay(id, 10_000_000));
    await page(office, id, office.finance, '?tab=money');
    const plan = await screen.findByRole('grid', { name: '付款计划' });
    expect(plan.textContent).toMatch(/首期款.*90,000\.00.*90,000\.00.*0\.00/);
    expect(plan.textContent).toMatch(/进度款.*180,000\.00.*10,000\.00.*170,000\.00/);
    expect(screen.getAllByText(/33\.33%/).length).toBeGreaterThan(0);
  });
});
