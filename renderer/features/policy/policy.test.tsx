// @vitest-environment jsdom
import { cleanup, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { anOffice, aPolicy, aSubmittedQuotation, type Office } from '#renderer/desk/office.fixture.ts';
import { NOW } from '#renderer/desk/shop.fixture.ts';
import { policy } from '#shared/modules/policy/module.ts';
import { draftPolicy } from '#shared/modules/policy/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { changesBetween } from './compare.ts';
import { DecideDialog } from './DecideDialog.tsx';
import { PolicyEditPage } from './edit/PolicyEditPage.tsx';
import { PoliciesPage } from './PoliciesPage.tsx';
import { PolicyPage } from './PolicyPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const page = (office: Office, id: string, actor: Actor, language: 'zh-CN' | 'en' = 'zh-CN') =>
  renderWithBook(<PolicyPage />, { on: office, actor, now: () => NOW, language, path: `/policies/${id}`, route: '/policies/$id' });
const read = async (office: Office, id: string) => {
  const found = await office.book.get(id);
  if (!found) throw new Error('no policy');
  return policy.read(found);
};
const HASH = 'a'.repeat(64);
const commit = '{Control>}{Enter}{/Control}';
const setUp = () => userEvent.setup({ delay: null });
const nothing = { validFrom: '', parameters: {}, prices: [], discounts: [], reminder: '', note: '' };

describe('a version of the sales policy', () => {
  it('is drafted beside what it changes, and shows which papers would be signed by others [QPA-01 PLT-01 QPA-07]', async () => {
    const office = await anOffice();
    const quoted = await aSubmittedQuotation(office, 12_500);
    const user = setUp();
    const { path } = await renderWithBook(<PolicyEditPage />, {
      on: office,
      actor: office.manager,
      now: () => NOW,
      path: '/policies/new',
      route: '/policies/new',
    });
    await screen.findByText('起草销售政策 第 2 版');
    const draft = screen.getByRole('button', { name: /提交会议/ });
    expect(draft.getAttribute('aria-disabled')).toBe('true');
    await user.type(screen.getByRole('textbox', { name: '查找限额' }), '报价优惠');
    const matrix = await screen.findByRole('textbox', { name: '报价优惠审批权限' });
    await user.clear(matrix);
    await user.type(matrix, 'manager>');
    await screen.findByText('写法不对：先岗位，再递增的上限');
    await user.clear(matrix);
    await user.type(matrix, 'manager>gm');
    const row = await screen.findByRole('row', { name: /报价优惠审批权限/ });
    expect(row.textContent).toMatch(/5% 以内 销售主管.*销售主管 → 总经理$/);
    await user.click(screen.getByRole('button', { name: '试算' }));
    const no = (await office.book.get(quoted))?.no ?? '';
    const effects = await screen.findByText('签批人会不同 1');
    expect(effects.parentElement?.textContent).toContain(`${no} 远山宾馆 · 电水壶 销售主管 ⇒ 销售主管 → 总经理`);
    await user.keyboard(commit);
    await waitFor(() => expect(path()).toMatch(/^\/policies\/0/));
    const made = await read(office, path().split('/')[2] ?? '');
    expect(made.status).toBe('draft');
    // What was in force stays in it, what was changed is changed, and nothing that is standard is written.
    expect(made.body).toMatchObject({ version: 2, parameters: { 'approval.quotation': 'manager>gm', 'discount.large_bp': 500 } });
  });

  it('is decided by the meeting with minutes, then issued by the general manager and by nobody else [QPA-01 G-01]', async () => {
    const office = await anOffice();
    const input = { ...nothing, parameters: { 'quotation.valid_days': 15 }, note: '报价只留半个月' };
    const { policy: id } = (await office.does(office.manager, draftPolicy(input))).answer;
    const user = setUp();
    await page(office, id, office.manager);
    await screen.findByText('与现行第 1 版的差异');
    const row = await screen.findByRole('row', { name: /报价有效期/ });
    expect(row.textContent).toMatch(/30 天.*15 天/);
    await user.keyboard(commit);
    const dialog = await screen.findByRole('dialog', { name: /会议决定/ });
    await user.type(within(dialog).getByRole('textbox', { name: /决定内容/ }), '一致同意');
    await user.keyboard(commit);
    expect((await read(office, id)).status).toBe('draft');
    await user.type(within(dialog).getByRole('combobox', { name: /到会人员/ }), '总经理{Enter}');
    await user.keyboard(commit);
    await waitFor(async () => expect((await read(office, id)).status).toBe('decided'));
    const issue = await screen.findByRole('button', { name: /签发/ });
    expect(issue.getAttribute('aria-disabled')).toBe('true');
    cleanup();

    await page(office, id, office.chief, 'en');
    await screen.findByText('Changes against version 1, which is in force');
    await user.keyboard(commit);
    await screen.findByRole('dialog', { name: 'Issue version 2?' });
    await user.keyboard(commit);
    await waitFor(async () => expect((await read(office, id)).status).toBe('issued'));
    await screen.findByText('In force');
  });

  it('says what is not below any discount, takes shares in per cent and a scanned product at its own price [QPA-01 PLT-01]', async () => {
    const office = await anOffice();
    const { path } = await renderWithBook(<PolicyEditPage />, {
      on: office,
      actor: office.manager,
      now: () => NOW,
      path: '/policies/new',
      route: '/policies/new',
    });
    await screen.findByText('没有优惠：低于政策价的报价都须签批。');
    fireEvent.click(screen.getByRole('button', { name: '添加优惠' }));
    fireEvent.change(await screen.findByRole('textbox', { name: '折让（%）' }), { target: { value: '1.5' } });
    fireEvent.change(screen.getByRole('textbox', { name: '查找限额' }), { target: { value: '大额优惠起点' } });
    fireEvent.change(await screen.findByRole('textbox', { name: /大额优惠起点/ }), { target: { value: '3.5' } });
    fireEvent.click(screen.getByRole('button', { name: '添加一行' }));
    const cell = await screen.findByRole('combobox', { name: '第 1 行 产品' });
    // A scanner types faster than anybody, and ends with Enter.
    for (const [index, key] of [...'6901234567892', 'Enter'].entries()) {
      const event = createEvent.keyDown(cell, { key });
      Object.defineProperty(event, 'timeStamp', { value: index * 5 });
      fireEvent(cell, event);
    }
    const price = await screen.findByRole<HTMLInputElement>('textbox', { name: '第 1 行 政策价' });
    await waitFor(() => expect(price.value).toBe('129.50'));
    await userEvent.keyboard(commit);
    await waitFor(() => expect(path()).toMatch(/^\/policies\/0/));
    const { body } = await read(office, path().split('/')[2] ?? '');
    expect(body).toMatchObject({
      discounts: [{ class: 'any', group: 'any', share: 150 }],
      parameters: { 'discount.large_bp': 350 },
      prices: [{ name: '电水壶 1.7L', price: 12_950, floor: 11_000 }],
    });
  });

  it('keeps the photo of the signed minutes with the decision [QPA-01]', async () => {
    const office = await anOffice();
    const { policy: id } = (await office.does(office.manager, draftPolicy({ ...nothing, reminder: '月底付款' }))).answer;
    const closed = vi.fn();
    const kept: unknown[] = [];
    // The memory host keeps no files: one that takes any.
    const call = (name: string, given: unknown) =>
      name === 'files.put' ? { hash: HASH, size: kept.push(given) } : office.host.call(name as 'desk.describe', given as undefined);
    await renderWithBook(<DecideDialog record={await read(office, id)} onClose={closed} />, {
      on: office,
      actor: office.manager,
      now: () => NOW,
      desk: { host: { ...office.host, call: call as typeof office.host.call } },
    });
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByRole('textbox', { name: /决定内容/ }), { target: { value: '一致同意' } });
    await userEvent.type(dialog.getByRole('combobox', { name: /到会人员/ }), '总经理{Enter}');
    fireEvent.paste(document.body, { clipboardData: { files: [new File(['%PDF-1.4'], '纪要.pdf', { type: 'application/pdf' })] } });
    await dialog.findByRole('button', { name: '删除 纪要.pdf' });
    await userEvent.keyboard(commit);
    await waitFor(() => expect(closed).toHaveBeenCalled());
    expect(kept).toMatchObject([{ name: '纪要.pdf', type: 'application/pdf' }]);
    expect((await read(office, id)).events.find(({ type }) => type === 'decided')?.data).toMatchObject({ file: HASH, minutes: '一致同意' });
  });

  it('stands in the list with the one in force marked [QPA-01]', async () => {
    const office = await anOffice();
    await aPolicy(office, { note: '第二版', discounts: [{ class: 'key', group: 'any', share: 300 }] });
    await renderWithBook(<PoliciesPage />, { on: office, actor: office.seller, now: () => NOW, path: '/policies', route: '/policies' });
    await screen.findByText('第二版');
    expect(screen.getAllByText('现行')).toHaveLength(1);
    await screen.findByText(/1 条优惠/);
    expect(screen.getByRole('button', { name: /起草新版/ }).getAttribute('aria-disabled')).toBe('true');
  });
});

it('says what differs: limits against their standard, prices, floors and discounts that came, went or changed [QPA-01]', () => {
  const pot = { product: 'pot', name: '砂锅', price: 10_000, floor: 8000 };
  const before = { parameters: {}, prices: [pot], discounts: [{ class: 'any' as const, group: 'any' as const, share: 100 }], reminder: '' };
  const after = { parameters: { 'quotation.valid_days': 30 }, prices: [{ ...pot, floor: 8500 }], discounts: [], reminder: '月底付款' };
  expect(changesBetween(before, after)).toEqual([
    { kind: 'floor', name: '砂锅', before: 8000, after: 8500 },
    { kind: 'discount', class: 'any', group: 'any', before: 100, after: null },
    { kind: 'reminder', before: '', after: '月底付款' },
  ]);
  expect(changesBetween(null, before)).toContainEqual({ kind: 'price', name: '砂锅', before: null, after: 10_000 });
  // Where no policy priced a product its own file did; what stays as it was there is no change.
  const files = new Map([['pot', { title: '砂锅 24cm', price: 9000, floor: 8000 }]]);
  expect(changesBetween(null, before, files)).toEqual([
    { kind: 'price', name: '砂锅 24cm', before: 9000, after: 10_000 },
    { kind: 'discount', class: 'any', group: 'any', before: null, after: 100 },
  ]);
});
