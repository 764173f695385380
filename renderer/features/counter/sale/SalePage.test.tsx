// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { aShop, NOW, PIN, type Shop } from '#renderer/desk/shop.fixture.ts';
import { order } from '#shared/modules/order/module.ts';
import { registerVisit } from '#shared/modules/visit/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { SalePage } from './SalePage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const page = (shop: Shop, actor: Actor, search = '', language: 'zh-CN' | 'en' = 'zh-CN') =>
  renderWithBook(<SalePage />, { on: shop, actor, now: () => NOW, language, path: `/orders/new${search}`, route: '/orders/new' });

const orders = async (shop: Shop) => (await shop.book.all({ kind: order.kind })).rows.map(order.read);
const product = (line: number) => screen.findByRole('combobox', { name: `第 ${line} 行 商品` });
const cell = (line: number, column: string) => screen.getByRole('textbox', { name: `第 ${line} 行 ${column}` });
const commit = '{Control>}{Enter}{/Control}';

/** Types a product as a clerk does: text, the first match, quantity. */
async function enter(user: UserEvent, line: number, text: string, match: string, quantity: string) {
  await user.click(await product(line));
  await user.keyboard(text);
  await screen.findByRole('option', { name: new RegExp(match) });
  await user.keyboard('{Enter}');
  await user.keyboard(`${quantity}{Enter}`);
}

describe('a new sale', () => {
  it('class A by keyboard alone: goods by initials, quantity, confirmation, and on to the money [SHP-01 ORD-01 ORD-02 ORD-05 G-21]', async () => {
    const shop = await aShop();
    const user = userEvent.setup({ delay: null });
    const { path } = await page(shop, shop.cashier);
    await waitFor(async () => expect(document.activeElement).toBe(await product(1)));
    await user.keyboard('dsh');
    await screen.findByRole('option', { name: /电水壶/ });
    await user.keyboard('{Enter}2{Enter}{Enter}');
    expect((await screen.findByTestId('sale-total')).textContent).toBe('¥259.00');
    expect(screen.getByText('贰佰伍拾玖元整')).toBeDefined();

    // Not without the customer's word.
    await user.keyboard(commit);
    expect(await screen.findByText(/G-21/)).toBeDefined();
    expect(await orders(shop)).toEqual([]);

    await user.keyboard(`{F8}${commit}`);
    await waitFor(() => expect(path()).toMatch(/\/orders\/[0-9A-Z]{26}\/pay/));
    const [made] = await orders(shop);
    expect(made).toMatchObject({ status: 'released', amount: 25_900, body: { class: 'carry', customerName: '散客', channel: 'counter' } });
    expect(made?.body.lines).toMatchObject([{ product: shop.kettle, quantity: 2_000, price: 12_950, floor: 11_000 }]);
  });

  it('a salesperson who may not take money goes to the order with its slip to print [SHP-01 SHP-02]', async () => {
    const shop = await aShop();
    const user = userEvent.setup({ delay: null });
    const printed: string[] = [];
    const { path } = await renderWithBook(<SalePage />, {
      on: shop,
      actor: shop.seller,
      now: () => NOW,
      path: '/orders/new',
      route: '/orders/new',
      desk: { print: (record, paper) => void printed.push(`${record.no} ${paper}`) },
    });
    await enter(user, 1, 'boli', '玻璃杯', '6');
    await user.keyboard(`{F8}${commit}`);
    await waitFor(() => expect(path()).toMatch(/\/orders\/[0-9A-Z]{26}$/));
    expect(printed).toEqual([expect.stringMatching(/^XS-HZ01-A-\d{4}-0001 sales-slip$/)]);
  });

  it('shows what is free, what is missing, where there is more, and does not go on before the customer chose [ORD-03 STK-01 G-23]', async () => {
    const shop = await aShop();
    const user = userEvent.setup({ delay: null });
    const { path } = await page(shop, shop.seller);
    await enter(user, 1, 'SH-01', '电水壶', '8');
    const panel = await screen.findByRole('region', { name: '库存不足' });
    expect(within(panel).getByText('缺 3 只')).toBeDefined();
    expect(within(panel).getByText(/主仓可售 20/)).toBeDefined();
    expect(within(panel).getByText(/替代：不锈钢壶 1.7L（可售 8）/)).toBeDefined();

    await user.keyboard(`{F8}${commit}`);
    expect(await screen.findByText(/G-23/)).toBeDefined();
    expect(await orders(shop)).toEqual([]);

    await user.click(within(panel).getByRole('radio', { name: '采购补货' }));
    expect(within(panel).getByRole('checkbox', { name: '已告知客户缺货' })).toHaveProperty('checked', true);
    await user.keyboard(commit);
    await waitFor(() => expect(path()).toMatch(/\/pickup$/));
    const [made] = await orders(shop);
    expect(made?.events.find(({ type }) => type === 'checked')?.data).toMatchObject({
      choice: 'purchase',
      short: [{ product: shop.kettle, missing: 3_000 }],
    });
  });

  it('takes a substitute for the missing part with one click [ORD-03 G-23]', async () => {
    const shop = await aShop();
    const user = userEvent.setup({ delay: null });
    await page(shop, shop.seller);
    await enter(user, 1, 'SH-01', '电水壶', '8');
    await user.click(await screen.findByRole('button', { name: '换用' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: '库存不足' })).toBeNull());
    await user.keyboard(`{F8}${commit}`);
    await waitFor(async () => expect(await orders(shop)).toHaveLength(1));
    const [made] = await orders(shop);
    expect(made?.body.lines.map((line) => [line.product, line.quantity])).toEqual([
      [shop.kettle, 5_000],
      [shop.otherKettle, 3_000],
    ]);
  });

  it('a price below the floor is marked at once, held back with its numbers, and passes with the manager’s reason and PIN [ORD-05 G-02]', async () => {
    const shop = await aShop();
    const user = userEvent.setup({ delay: null });
    await page(shop, shop.seller);
    await enter(user, 1, 'SH-01', '电水壶', '1');
    await user.clear(cell(1, '单价'));
    await user.type(cell(1, '单价'), '99.5{Enter}');
    expect(await screen.findByText(/低于最低售价 110.00/)).toBeDefined();
    await user.keyboard(`{F8}${commit}`);
    const notice = await screen.findByText(/G-02/);
    expect(notice.closest('[role="alert"]')?.textContent).toMatch(/99\.50.*110\.00/s);

    await user.type(await screen.findByRole('textbox', { name: /放行原因/ }), '样品处理价');
    // One manager at this branch: chosen already.
    await user.type(await screen.findByLabelText(/老店长的口令/), '1111');
    await user.click(screen.getByRole('button', { name: '放行' }));
    expect(await screen.findByText(/口令不对/)).toBeDefined();
    await user.type(screen.getByLabelText(/老店长的口令/), PIN);
    await user.click(screen.getByRole('button', { name: '放行' }));
    await waitFor(async () => expect(await orders(shop)).toHaveLength(1));
    const [made] = await orders(shop);
    const stamp = made?.events[0]?.stamp?.find(({ gate }) => gate === 'G-02');
    expect(stamp).toMatchObject({
      result: 'overridden',
      overriddenBy: shop.manager.id,
      reason: '样品处理价',
      facts: { price: 9_950, floor: 11_000 },
    });
  });

  it('on account over the limit: the numbers stand beside the lines before the commit and in the refusal after it [PAY-04 CRM-01 G-05 G-07]', async () => {
    const shop = await aShop();
    const user = userEvent.setup({ delay: null });
    const { path } = await page(shop, shop.manager, `?party=${shop.regular}`);
    await screen.findByDisplayValue('远山宾馆');
    await user.keyboard('{Alt>}4{/Alt}');
    await enter(user, 1, 'SH-01', '电水壶', '4');
    const credit = await screen.findByRole('region', { name: '挂账信用' });
    await waitFor(() => expect(credit.textContent).toMatch(/信用额度500\.00.*本单518\.00.*超出额度18\.00/s));
    await user.keyboard(`{F8}${commit}`);
    const refusal = (await screen.findByText(/G-07/)).closest('[role="alert"]');
    expect(refusal?.textContent).toMatch(/518\.00.*500\.00.*18\.00/s);
    expect(await orders(shop)).toEqual([]);

    // The manager is signed in: a reason is enough.
    await user.type(await screen.findByRole('textbox', { name: /放行原因/ }), '年度协议客户');
    await user.click(screen.getByRole('button', { name: '放行' }));
    await waitFor(() => expect(path()).toMatch(/\/orders\/[0-9A-Z]{26}$/));
    const [made] = await orders(shop);
    expect(made).toMatchObject({ party: shop.regular, status: 'released', body: { class: 'account', creditDays: 30 } });
    expect(made?.events[0]?.stamp?.find(({ gate }) => gate === 'G-07')).toMatchObject({ result: 'overridden', reason: '年度协议客户' });
  });

  it('on account needs a file, and says so before and after [PAY-04 G-05]', async () => {
    const shop = await aShop();
    const user = userEvent.setup({ delay: null });
    await page(shop, shop.seller);
    await user.keyboard('{Alt>}4{/Alt}');
    expect(await screen.findByText('挂账必须选择已建档的客户。')).toBeDefined();
    await user.click(screen.getByRole('combobox', { name: /客户/ }));
    await user.keyboard('过路客{Tab}');
    await enter(user, 1, 'SH-01', '电水壶', '1');
    await user.keyboard(`{F8}${commit}`);
    expect(await screen.findByText(/过路客.*档案/)).toBeDefined();
    expect(await orders(shop)).toEqual([]);
  });

  it('a name typed and left is taken as typed, without a file [ORD-01]', async () => {
    const shop = await aShop();
    const user = userEvent.setup({ delay: null });
    await page(shop, shop.seller);
    await user.keyboard('{F3}');
    await user.keyboard('张先生{Tab}');
    await enter(user, 1, 'boli', '玻璃杯', '6');
    await user.keyboard(`{F8}${commit}`);
    await waitFor(async () => expect(await orders(shop)).toMatchObject([{ party: '', body: { customerName: '张先生' } }]));
  });

  it('a new customer is filed in the middle of a sale, and the file that is there already is shown first [CRM-01 CRM-12]', async () => {
    const shop = await aShop();
    const user = userEvent.setup({ delay: null });
    await page(shop, shop.seller);
    await user.click(await screen.findByRole('combobox', { name: /客户/ }));
    await user.keyboard('远山大酒店');
    await user.click(await screen.findByRole('option', { name: /新建/ }));
    const dialog = await screen.findByRole('dialog', { name: '新建客户档案' });
    await user.type(within(dialog).getByRole('textbox', { name: /电话/ }), '139 0000 2222');
    expect(await within(dialog).findByText('电话相同')).toBeDefined();
    await user.click(within(dialog).getByRole('button', { name: '选用' }));
    await screen.findByDisplayValue('远山宾馆');

    await user.click(screen.getByRole('combobox', { name: /客户/ }));
    await user.clear(screen.getByRole('combobox', { name: /客户/ }));
    await user.keyboard('李敏');
    await user.click(await screen.findByRole('option', { name: /新建/ }));
    await user.type(within(await screen.findByRole('dialog')).getByRole('textbox', { name: /电话/ }), '13811112222');
    await user.keyboard(commit);
    await waitFor(async () => expect((await shop.book.all({ kind: 'customer' })).rows.map((row) => row.title)).toContain('李敏'));
    await screen.findByDisplayValue('李敏');
  });

  it('survives a page that is gone: what was typed is there again, and gone after the commit [ORD-01]', async () => {
    const shop = await aShop();
    const user = userEvent.setup({ delay: null });
    await page(shop, shop.seller);
    await enter(user, 1, 'boli', '玻璃杯', '6');
    await waitFor(async () => expect(JSON.stringify(await shop.host.call('drafts.list', undefined))).toContain('"quantity":6000'));
    cleanup();

    await page(shop, shop.seller);
    await screen.findByDisplayValue('玻璃杯');
    await screen.findByDisplayValue('门店');
    await user.keyboard(`{F8}${commit}`);
    await waitFor(async () => expect(await orders(shop)).toHaveLength(1));
    await waitFor(async () => expect(await shop.host.call('drafts.list', undefined)).toEqual([]));
  });

  it('is put aside for the next customer and taken up again [ORD-01]', async () => {
    const shop = await aShop();
    const user = userEvent.setup({ delay: null });
    await page(shop, shop.seller);
    await enter(user, 1, 'boli', '玻璃杯', '6');
    await user.keyboard('{F9}');
    await waitFor(() => expect(screen.queryByDisplayValue('玻璃杯')).toBeNull());
    const kept = await shop.host.call('drafts.list', undefined);
    expect(kept.map((draft) => draft.kind)).toEqual(['order-parked']);
    cleanup();

    const { path } = await page(shop, shop.seller, `?draft=${kept[0]?.id ?? ''}`);
    await screen.findByDisplayValue('玻璃杯');
    expect(path()).not.toContain(kept[0]?.id);
    await waitFor(async () => expect((await shop.host.call('drafts.list', undefined)).map((draft) => draft.kind)).toEqual(['order']));
  });

  it('loses nothing when the disk is full: the form stays, and the same sale is taken when there is room again [PLT-05]', async () => {
    const shop = await aShop();
    const user = userEvent.setup({ delay: null });
    await page(shop, shop.seller);
    await enter(user, 1, 'boli', '玻璃杯', '6');
    shop.host.fail('journal.append', 'disk-full');
    await user.keyboard(`{F8}${commit}`);
    await waitFor(() => expect(shop.host.calls('journal.append')).toBeGreaterThan(0));
    expect(screen.getByDisplayValue('玻璃杯')).toBeDefined();
    expect(await orders(shop)).toEqual([]);
  });

  it('begun from a visit it belongs to the visit and takes over what reception wrote down; an unfinished sale is put aside [RCP-01 ORD-01]', async () => {
    const shop = await aShop();
    const { answer } = await shop.does(
      shop.seller,
      registerVisit({
        body: { channel: 'walk-in', arrived: '10:20', people: 1, name: '周女士', phone: '13712345678', need: '水壶', heardOf: 'passing' },
      }),
    );
    const user = userEvent.setup({ delay: null });
    await page(shop, shop.seller);
    await enter(user, 1, 'boli', '玻璃杯', '6');
    await waitFor(async () => expect(JSON.stringify(await shop.host.call('drafts.list', undefined))).toContain('"quantity":6000'));
    cleanup();

    await page(shop, shop.seller, `?source=${answer.visit}`);
    await screen.findByDisplayValue('周女士');
    expect(screen.getByRole('textbox', { name: /电话/ })).toHaveProperty('value', '13712345678');
    expect(screen.queryByDisplayValue('玻璃杯')).toBeNull();
    expect((await shop.host.call('drafts.list', undefined)).map((draft) => draft.kind)).toContain('order-parked');
    await enter(user, 1, 'SH-01', '电水壶', '1');
    await user.keyboard(`{F8}${commit}`);
    await waitFor(async () =>
      expect(await orders(shop)).toMatchObject([{ source: answer.visit, body: { customerName: '周女士', phone: '13712345678' } }]),
    );
  });

  it('speaks English to a desk set to English [ORD-01]', async () => {
    const shop = await aShop();
    await page(shop, shop.seller, '', 'en');
    expect(await screen.findByRole('heading', { name: 'New sale' })).toBeDefined();
    expect(screen.getByRole('radio', { name: /B Account/ })).toBeDefined();
    expect(screen.getByRole('button', { name: /Take order and money/ })).toBeDefined();
  });
});
