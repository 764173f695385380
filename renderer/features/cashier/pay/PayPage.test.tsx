// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { anOrderOf, aShop, PIN, type Shop } from '#renderer/desk/shop.fixture.ts';
import { reviewOrder, signOrder } from '#shared/modules/order/steps.ts';
import { receipt } from '#shared/modules/receipt/module.ts';
import { takeMoney } from '#shared/modules/receipt/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { PayPage } from './PayPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const DAY = 86_400_000;
const commit = '{Control>}{Enter}{/Control}';
const setUp = () => userEvent.setup({ delay: null });
const receipts = async (shop: Shop) => (await shop.book.all({ kind: receipt.kind })).rows.map(receipt.read);

function page(shop: Shop, id: string, actor: Actor, printed: string[] = []) {
  return renderWithBook(<PayPage />, {
    on: shop,
    actor,
    now: () => shop.clock.now,
    path: `/orders/${id}/pay`,
    route: '/orders/$id/pay',
    desk: { print: (record) => void printed.push(record.no) },
  });
}

describe('taking money', () => {
  it('all that is due stands there; cash given shows the change, Enter takes it, stamps the slip and opens the receipt [PAY-02 PAY-03 SHP-01 G-36]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'carry');
    const user = setUp();
    const printed: string[] = [];
    const { path } = await page(shop, id, shop.cashier, printed);
    const given = await screen.findByRole('textbox', { name: /客户实付/ });
    expect(screen.getByRole('textbox', { name: /本次收款/ })).toHaveProperty('value', '259.00');
    await waitFor(() => expect(document.activeElement).toBe(given));
    await user.keyboard('300');
    expect(screen.getByRole('status').textContent).toBe('找零¥41.00');
    await user.keyboard('{Enter}');
    await screen.findByText(/已收款/);
    expect(screen.getByRole('status').textContent).toContain('找零¥41.00');
    expect(await receipts(shop)).toMatchObject([
      { source: id, amount: 25_900, body: { type: 'payment', method: 'cash', tendered: 30_000, change: 4_100, heldBy: shop.cashier.id } },
    ]);
    expect((await shop.book.get(id))?.events.some(({ type }) => type === 'stamped')).toBe(true);
    expect(printed).toEqual([expect.stringMatching(/^SK-/)]);
    // The customer takes his goods and the slip is closed at once; the next one is waiting.
    await user.keyboard('{F9}');
    await waitFor(() => expect(path()).toBe('/cashier'));
    expect((await shop.book.get(id))?.status).toBe('closed');
    expect(await shop.book.balance(`stock/${shop.place}/${shop.kettle}`)).toBe(3_000);
  });

  it('goods that are not there after all are not handed over: the order stays open and says why [PAY-03 STK-01]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'carry', { quantity: 8_000, price: 1_000 });
    const user = setUp();
    await page(shop, id, shop.cashier);
    await screen.findByRole('textbox', { name: /客户实付/ });
    await user.keyboard(commit);
    await screen.findByRole('button', { name: /交货并核单/ });
    await user.keyboard('{F9}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/电水壶/);
    expect((await shop.book.get(id))?.status).toBe('released');
    expect(await shop.book.balance(`undelivered/${id}/0`)).toBe(8_000);
  });

  it('too little cash is said with the missing amount and nothing is taken [PAY-03]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'carry');
    const user = setUp();
    await page(shop, id, shop.cashier);
    await user.type(await screen.findByRole('textbox', { name: /客户实付/ }), '200{Enter}');
    // A message of an earlier sale may still be on the screen.
    expect(screen.getAllByRole('status').map((box) => box.textContent)).toContain('还差¥59.00');
    expect(screen.getAllByText('还差 59.00').length).toBeGreaterThan(0);
    expect(await receipts(shop)).toEqual([]);
  });

  it('a part by WeChat leaves the rest due; another method has no cash fields [PAY-02]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'collect');
    const user = setUp();
    await page(shop, id, shop.cashier);
    await screen.findByRole('textbox', { name: /客户实付/ });
    await user.keyboard('{Alt>}2{/Alt}');
    expect(screen.queryByRole('textbox', { name: /客户实付/ })).toBeNull();
    const amount = screen.getByRole('textbox', { name: /本次收款/ });
    await user.clear(amount);
    await user.type(amount, '100');
    expect(screen.getByText('收后尚欠 159.00')).toBeDefined();
    await user.type(screen.getByRole('textbox', { name: /流水号/ }), '4200002026');
    await user.keyboard(commit);
    await screen.findByText(/已收款/);
    expect(await receipts(shop)).toMatchObject([
      { amount: 10_000, body: { method: 'wechat', tendered: 0, change: 0, remarks: '4200002026' } },
    ]);
    expect((await shop.book.get(id))?.events.some(({ type }) => type === 'stamped')).toBe(false);
  });

  it('more than is due cannot be taken [PAY-02]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'carry');
    const user = setUp();
    await page(shop, id, shop.cashier);
    const amount = await screen.findByRole('textbox', { name: /本次收款/ });
    await user.clear(amount);
    await user.type(amount, '300');
    await user.keyboard(commit);
    expect(await receipts(shop)).toEqual([]);
  });

  it('money of an earlier day in the drawer is said before and after the try, with amount, day and way out; finance may let it pass [PAY-02 G-38]', async () => {
    const shop = await aShop();
    const earlier = await anOrderOf(shop, 'carry');
    await shop.does(shop.cashier, takeMoney({ order: earlier, method: 'cash', amount: 25_900, tendered: 25_900, reason: '' }));
    shop.clock.now += DAY;
    const id = await anOrderOf(shop, 'carry', { quantity: 1_000 });
    const user = setUp();
    await page(shop, id, shop.cashier);
    expect((await screen.findByRole('alert')).textContent).toContain('2026-11-24 起的款项 ¥259.00 未交财务');

    await user.keyboard(commit);
    const notice = (await screen.findByText(/G-38/)).closest('[role="alert"]');
    expect(notice?.textContent).toMatch(/259\.00/);
    expect(await receipts(shop)).toHaveLength(1);

    await user.type(await screen.findByRole('textbox', { name: /放行原因/ }), '财务外出，明早交');
    await user.type(await screen.findByLabelText(/老财的口令/), PIN);
    await user.click(screen.getByRole('button', { name: '放行' }));
    await screen.findByText(/已收款/);
    const [last] = await receipts(shop);
    expect(last?.events[0]?.stamp).toMatchObject([{ gate: 'G-38', result: 'overridden', overriddenBy: shop.finance.id }]);
  });

  it('a deposit for goods with a range outside it says the range [PAY-09 G-24 G-25]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'collect', { product: shop.car, quantity: 1_000, price: 600_000 });
    await shop.does(shop.seller, signOrder(id, { name: '赵敏', file: '' }));
    await shop.does(shop.manager, reviewOrder(id, { legality: true, accuracy: true, completeness: true }));
    const user = setUp();
    await page(shop, id, shop.cashier);
    await user.click(await screen.findByRole('radio', { name: '订金' }));
    const amount = screen.getByRole('textbox', { name: /本次收款/ });
    await user.clear(amount);
    await user.type(amount, '3000');
    await user.keyboard(commit);
    const notice = (await screen.findByText(/G-25/)).closest('[role="alert"]');
    expect(notice?.textContent).toMatch(/3,000\.00.*5,000\.00/s);
    expect(await receipts(shop)).toEqual([]);
    await user.clear(amount);
    await user.type(amount, '5000');
    await user.keyboard(commit);
    await screen.findByText(/已收款/);
    expect(await receipts(shop)).toMatchObject([{ amount: 500_000, body: { type: 'deposit' } }]);
  });
});
