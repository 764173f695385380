// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { anOrderOf, aShop, type Shop } from '#renderer/desk/shop.fixture.ts';
import { handGoods } from '#shared/modules/order/rules.ts';
import { takeMoney } from '#shared/modules/receipt/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { parkSale } from '../sale/parked-sales.ts';
import { emptySale } from '../sale/sale-draft.ts';
import { CounterPage } from './CounterPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const page = (shop: Shop, actor: Actor) =>
  renderWithBook(<CounterPage />, { on: shop, actor, now: () => shop.clock.now, path: '/counter', route: '/counter' });
const board = () => screen.findByRole('region', { name: '未完结的销售单' });

describe('the sales counter', () => {
  it('lists my open orders by what they wait for and follows them as others work; the next step is one button [ORD-07]', async () => {
    const shop = await aShop();
    const carry = await anOrderOf(shop, 'carry', { quantity: 1_000 });
    const done = await anOrderOf(shop, 'carry', { product: shop.cup, quantity: 1_000, price: 800 });
    await shop.does(shop.cashier, takeMoney({ order: done, method: 'cash', amount: 800, tendered: 800, reason: '' }));
    await shop.does(shop.seller, handGoods(done, [{ line: 0, quantity: 1_000 }]));
    const user = userEvent.setup({ delay: null });
    const { path } = await page(shop, shop.seller);
    const list = await board();
    await within(list).findByRole('button', { name: '待收款 1' });
    within(list).getByRole('button', { name: '待核单 1' });

    await shop.does(shop.cashier, takeMoney({ order: carry, method: 'cash', amount: 12_950, tendered: 12_950, reason: '' }));
    await within(list).findByRole('button', { name: '待交货 1' });
    expect(within(list).queryByRole('button', { name: /待收款/ })).toBeNull();

    await user.click(within(list).getByRole('button', { name: '待核单 1' }));
    await waitFor(() => expect(within(list).queryByRole('button', { name: '交货' })).toBeNull());
    await user.click(within(list).getByRole('button', { name: '核单' }));
    await waitFor(() => expect(path()).toBe(`/orders/${done}?do=next`));
  });

  it('another’s orders show only when asked for; a step of another post is opened, not taken [ORD-07 PLT-07]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'carry', { quantity: 1_000 });
    const user = userEvent.setup({ delay: null });
    const { path } = await page(shop, { ...shop.seller, id: 'another' });
    expect(await screen.findByText('没有未完结的销售单')).toBeDefined();
    await user.click(screen.getByRole('radio', { name: '全部' }));
    const list = await board();
    await user.click(await within(list).findByRole('button', { name: '打开' }));
    await waitFor(() => expect(path()).toBe(`/orders/${id}`));
  });

  it('what I sold today and this month is counted live [RPT-01 ORD-07]', async () => {
    const shop = await aShop();
    await page(shop, shop.seller);
    const tile = async (label: string) => (await screen.findByText(label)).parentElement?.textContent;
    await waitFor(async () => expect(await tile('我今天的单数')).toContain('0'));
    const id = await anOrderOf(shop, 'collect');
    await waitFor(async () => expect(await tile('我今天的金额')).toContain('¥259.00'));
    expect(await tile('我本月的销售额')).toContain('¥0.00');
    await shop.does(shop.seller, handGoods(id, [{ line: 0, quantity: 1_000 }]));
    await waitFor(async () => expect(await tile('我本月的销售额')).toContain('¥129.50'));
  });

  it('parked sales wait on top: one click goes on with them, another throws them away after a question [ORD-01]', async () => {
    const shop = await aShop();
    await parkSale(shop.host, shop.seller.id, '李敏', { ...emptySale(), notes: '等红色的' });
    const [kept] = await shop.host.call('drafts.list', undefined);
    const user = userEvent.setup({ delay: null });
    const { path } = await page(shop, shop.seller);
    await user.click(await screen.findByRole('button', { name: '丢弃 李敏 的挂单' }));
    await user.click(await screen.findByRole('button', { name: '取消' }));
    expect(await shop.host.call('drafts.list', undefined)).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: '继续' }));
    await waitFor(() => expect(path()).toBe(`/orders/new?draft=${kept?.id ?? ''}`));
  });
});
