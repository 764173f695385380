// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { anOffice, aPolicy, aQuotation, aSubmittedQuotation, type Office } from '#renderer/desk/office.fixture.ts';
import { NOW, PIN, TODAY } from '#renderer/desk/shop.fixture.ts';
import { quotation } from '#shared/modules/quotation/module.ts';
import { acceptQuotation, sendQuotation } from '#shared/modules/quotation/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { QuotationEntryPage } from './entry/QuotationEntryPage.tsx';
import { QuotationsPage } from './list/QuotationsPage.tsx';
import { QuotationPage } from './page/QuotationPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const entry = (office: Office, search = '') =>
  renderWithBook(<QuotationEntryPage />, {
    on: office,
    actor: office.seller,
    now: () => NOW,
    path: `/quotations/new${search}`,
    route: '/quotations/new',
  });
const page = (office: Office, id: string, actor: Actor, language: 'zh-CN' | 'en' = 'zh-CN') =>
  renderWithBook(<QuotationPage />, { on: office, actor, now: () => NOW, language, path: `/quotations/${id}`, route: '/quotations/$id' });
const read = async (office: Office, id: string) => {
  const found = await office.book.get(id);
  if (!found) throw new Error('no quotation');
  return quotation.read(found);
};
const newest = async (office: Office) => {
  const { rows } = await office.book.list({ kind: quotation.kind, limit: 1 });
  return rows[0] ? quotation.read(rows[0]) : null;
};
const commit = '{Control>}{Enter}{/Control}';
const setUp = () => userEvent.setup({ delay: null });

describe('a quotation is entered', () => {
  it('by keyboard: customer, goods at the policy’s price for his class, what a lower price gives away, numbered [QPA-02 QPA-03 ORD-05]', async () => {
    const office = await anOffice();
    await aPolicy(office, { discounts: [{ class: 'key', group: 'general', share: 1000 }], reminder: '请于月底前付款' });
    const user = setUp();
    await entry(office);
    const customer = await screen.findByRole('combobox', { name: '客户' });
    await waitFor(() => expect(document.activeElement).toBe(customer));
    await user.type(customer, '远山');
    await screen.findByRole('option', { name: /远山宾馆.*赵敏/ });
    await user.keyboard('{Enter}');
    const grid = screen.getByRole('group', { name: '产品' });
    await waitFor(() => expect(grid.contains(document.activeElement)).toBe(true));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '电话' }).value).toBe('13900002222');
    await user.type(document.activeElement ?? document.body, '水壶');
    await screen.findByRole('option', { name: /电水壶/ });
    await user.keyboard('{Enter}');
    // 129.50 less 10 % for a key customer.
    await waitFor(() => expect(screen.getByTestId('quotation-total').textContent).toContain('116.55'));
    await screen.findByText('没有低于政策价，可直接发给客户');
    await user.keyboard('10{Enter}');
    await waitFor(() => expect(screen.getByTestId('quotation-total').textContent).toContain('1,165.50'));
    await user.keyboard('105{Enter}');
    await waitFor(() => expect(screen.getByTestId('quotation-total').textContent).toContain('1,050.00'));
    const given = screen.getByRole('region', { name: '让利' });
    expect(given.textContent).toMatch(/115\.50.*9\.91%/);
    await user.type(screen.getByRole('textbox', { name: '低于政策价的原因' }), '开业支持');
    await user.type(screen.getByRole('textbox', { name: '客户需求' }), '客房换壶');
    await user.keyboard(commit);
    await waitFor(async () => expect(await newest(office)).not.toBeNull());
    const made = await newest(office);
    expect(made?.no).toMatch(/^BJ-/);
    expect(made?.party).toBe(office.regular);
    expect(made?.body).toMatchObject({ total: 105_000, reason: '开业支持', policyVersion: 2, reminder: '请于月底前付款', revision: 1 });
    expect(made?.body.lines[0]).toMatchObject({ listPrice: 12_950, policyPrice: 11_655, floor: 11_000, price: 10_500, quantity: 10_000 });
  });

  it('says what is missing and keeps what was typed; a price below the floor is marked with the floor [QPA-03 G-02]', async () => {
    const office = await anOffice();
    const user = setUp();
    await entry(office, `?party=${office.regular}`);
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('combobox', { name: '客户' }).value).toBe('远山宾馆'));
    await user.keyboard(commit);
    await screen.findByText('还没有产品');
    await user.keyboard('{F4}');
    await user.keyboard('水壶');
    await screen.findByRole('option', { name: /电水壶/ });
    await user.keyboard('{Enter}');
    await user.keyboard('2{Enter}100{Enter}');
    await waitFor(() => expect(screen.getByTestId('quotation-total').textContent).toContain('200.00'));
    await user.click(screen.getByDisplayValue('100.00'));
    await screen.findByText('低于最低售价 110.00');
    expect(await newest(office)).toBeNull();
  });

  it('another revision begins with the last one and takes its place [QPA-02 QPA-05]', async () => {
    const office = await anOffice();
    const id = await aQuotation(office, 12_000);
    const user = setUp();
    await entry(office, `?revises=${id}`);
    const { no } = await read(office, id);
    await screen.findByText(`${no} 的第 2 版`);
    await waitFor(() => expect(screen.getByTestId('quotation-total').textContent).toContain('1,200.00'));
    await user.keyboard(commit);
    await waitFor(async () => expect((await read(office, id)).status).toBe('replaced'));
    expect((await newest(office))?.body).toMatchObject({ revision: 2, total: 120_000, need: '客房换壶' });
  });
});

describe('the page of a quotation', () => {
  it('at the policy’s price goes out at once, and the customer’s yes leads on to the contract application [QPA-02]', async () => {
    const office = await anOffice();
    const id = await aQuotation(office);
    const user = setUp();
    const { path } = await page(office, id, office.seller);
    await screen.findByText(/没有低于政策价/);
    await user.keyboard(commit);
    await screen.findByRole('dialog', { name: /发给客户/ });
    await user.keyboard(commit);
    await waitFor(async () => expect((await read(office, id)).status).toBe('sent'));
    await screen.findByRole('button', { name: /客户接受/ });
    await user.keyboard(commit);
    const dialog = await screen.findByRole('dialog', { name: /客户接受/ });
    expect(within(dialog).getByDisplayValue('赵敏')).toBeTruthy();
    await user.keyboard(commit);
    await waitFor(async () => expect((await read(office, id)).status).toBe('accepted'));
    await screen.findByRole('button', { name: /合同申报/ });
    await user.keyboard(commit);
    await waitFor(() => expect(path()).toBe(`/applications/new?quotation=${id}&party=${office.regular}`));
  });

  it('with a discount says who must sign, is submitted, and shows whom it waits for; the manager signs at this desk with his PIN [QPA-04 QPA-06 G-03]', async () => {
    const office = await anOffice();
    const id = await aQuotation(office, 12_000);
    const user = setUp();
    await page(office, id, office.seller);
    await screen.findByText('让利 ¥95.00，7.34%');
    await user.keyboard(commit);
    const dialog = await screen.findByRole('dialog', { name: /送审/ });
    expect(dialog.textContent).toContain('将由 销售主管 → 销售副总 签批。');
    await user.keyboard(commit);
    await screen.findByText(/等待销售主管签批/);
    await user.click(await screen.findByRole('button', { name: '签批' }));
    const signing = await screen.findByRole('dialog', { name: /签批/ });
    await user.type(within(signing).getByLabelText(/老店长的口令/), PIN);
    await user.keyboard(commit);
    await screen.findByText(/等待销售副总签批/);
    const signed = (await read(office, id)).events.at(-1);
    expect(signed).toMatchObject({ type: 'endorsed', by: office.manager.id });
  });

  it('sent without the signatures it is held back by the gates, with the numbers [G-03 G-04]', async () => {
    const office = await anOffice({ 'discount.large_bp': 500 });
    const id = await aQuotation(office, 12_000);
    const user = setUp();
    await page(office, id, office.seller);
    await user.click(await screen.findByRole('button', { name: '更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '发给客户' }));
    const dialog = await screen.findByRole('dialog', { name: /发给客户/ });
    await user.keyboard(commit);
    await within(dialog).findByText(/G-03/);
    expect(dialog.textContent).toMatch(/7\.34%/);
    expect((await read(office, id)).status).toBe('draft');
  });

  it('keeps the talks round by round, in English too [QPA-05]', async () => {
    const office = await anOffice();
    const id = await aQuotation(office);
    const user = setUp();
    await page(office, id, office.seller, 'en');
    await screen.findByText(/No round yet/);
    await user.keyboard('{F6}');
    const dialog = await screen.findByRole('dialog', { name: 'Round 1' });
    await user.type(within(dialog).getByRole('textbox', { name: 'What they want' }), '5 % off');
    await user.type(within(dialog).getByRole('textbox', { name: 'Agreed' }), 'Quantity');
    await user.keyboard(commit);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await screen.findByText('5 % off');
    await user.keyboard('{F6}');
    await screen.findByRole('dialog', { name: 'Round 2' });
  });

  it('a declined one says why, and nobody but sellers answers for the customer [QPA-02]', async () => {
    const office = await anOffice();
    const id = await aQuotation(office);
    await office.does(office.seller, sendQuotation(id, { channel: 'visit', to: '赵敏' }));
    const user = setUp();
    await page(office, id, office.finance);
    const accept = await screen.findByRole('button', { name: /客户接受/ });
    expect(accept.getAttribute('aria-disabled')).toBe('true');
    cleanup();
    await page(office, id, office.seller);
    await user.click(await screen.findByRole('button', { name: '更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '客户未接受' }));
    await user.type(await screen.findByRole('textbox', { name: /原因/ }), '价格高');
    await user.keyboard(commit);
    await waitFor(async () => expect((await read(office, id)).status).toBe('declined'));
    await screen.findByText('价格高');
  });
});

describe('the list', () => {
  it('shows what each waits for, and ends offers past their last day when it is opened [QPA-02 QPA-06]', async () => {
    const office = await anOffice();
    const waiting = await aSubmittedQuotation(office, 12_500);
    const old = await aQuotation(office, 12_950, { validUntil: TODAY });
    office.clock.now += 24 * 3_600_000;
    await renderWithBook(<QuotationsPage />, {
      on: office,
      actor: office.seller,
      now: () => office.clock.now,
      path: '/quotations',
      route: '/quotations',
    });
    await screen.findByText('待签批 · 销售主管');
    await waitFor(async () => expect((await read(office, old)).status).toBe('expired'));
    expect((await read(office, waiting)).status).toBe('submitted');
  });

  it('an accepted one becomes an order with its prices [QPA-02 ORD-05]', async () => {
    const office = await anOffice();
    const id = await aQuotation(office);
    await office.does(office.seller, sendQuotation(id, { channel: 'visit', to: '赵敏' }));
    await office.does(office.seller, acceptQuotation(id, { name: '赵敏', day: TODAY, file: '' }));
    const user = setUp();
    const { path } = await page(office, id, office.seller);
    await user.click(await screen.findByRole('button', { name: '更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '开订单' }));
    await waitFor(() => expect(path()).toBe(`/orders/new?source=${id}&party=${office.regular}`));
  });
});
