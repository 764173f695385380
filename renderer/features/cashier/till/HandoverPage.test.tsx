// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { anOrderOf, aShop, TODAY, type Shop } from '#renderer/desk/shop.fixture.ts';
import { handover } from '#shared/modules/handover/module.ts';
import { offerHandover } from '#shared/modules/handover/rules.ts';
import { takeMoney } from '#shared/modules/receipt/rules.ts';
import type { Method } from '#shared/modules/fields.ts';
import { HandoverSlipPage } from '../finance/HandoverSlipPage.tsx';
import { CashierPage } from './CashierPage.tsx';
import { HandoverPage } from './HandoverPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const commit = '{Control>}{Enter}{/Control}';
const setUp = () => userEvent.setup({ delay: null });
const handovers = async (shop: Shop) => (await shop.book.all({ kind: handover.kind })).rows.map(handover.read);
const taken = async (shop: Shop, method: Method, amount: number) => {
  const id = await anOrderOf(shop, 'carry', { quantity: 1_000, price: amount });
  await shop.does(shop.cashier, takeMoney({ order: id, method, amount, tendered: amount, reason: '' }));
};

describe('the end of a cashier’s day', () => {
  it('every method is counted; a difference needs its reason, and both stand on the slip [PAY-02 G-38]', async () => {
    const shop = await aShop();
    await taken(shop, 'cash', 20_000);
    await taken(shop, 'cash', 5_000);
    await taken(shop, 'wechat', 3_000);
    const user = setUp();
    await renderWithBook(<HandoverPage />, {
      on: shop,
      actor: shop.cashier,
      now: () => shop.clock.now,
      path: '/cashier/handover',
      route: '/cashier/handover',
    });
    const cash = await screen.findByRole('textbox', { name: `${TODAY} 现金实点金额` });
    expect(cash).toHaveProperty('value', '');
    await user.click(screen.getByRole('button', { name: '非现金按账面' }));
    expect(screen.getByRole('textbox', { name: `${TODAY} 微信实点金额` })).toHaveProperty('value', '30.00');
    expect(cash).toHaveProperty('value', '');
    await user.type(cash, '248');
    await user.keyboard(commit);
    expect(await handovers(shop)).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: /差异说明/ }), '找零多付两元');
    await user.keyboard(commit);
    await waitFor(async () => expect(await handovers(shop)).toHaveLength(1));
    const [slip] = await handovers(shop);
    expect(slip).toMatchObject({ status: 'offered', owner: shop.cashier.id, amount: 27_800, body: { note: '找零多付两元' } });
    expect(slip?.body.parts).toEqual([
      { day: TODAY, method: 'cash', booked: 25_000, counted: 24_800 },
      { day: TODAY, method: 'wechat', booked: 3_000, counted: 3_000 },
    ]);
    expect(slip?.body.receipts).toHaveLength(3);
  });

  it('finance takes it into the safe, or gives it back with a reason so that it is counted again [PAY-02 G-38]', async () => {
    const shop = await aShop();
    await taken(shop, 'cash', 20_000);
    const offer = () => shop.does(shop.cashier, offerHandover({ counted: [{ day: TODAY, method: 'cash', counted: 20_000 }], note: '' }));
    const show = (id: string) =>
      renderWithBook(<HandoverSlipPage />, {
        on: shop,
        actor: shop.finance,
        now: () => shop.clock.now,
        path: `/handovers/${id}`,
        route: '/handovers/$id',
      });
    const user = setUp();

    const first = (await offer()).answer.handover;
    await show(first);
    await user.click(await screen.findByRole('button', { name: '不予接收' }));
    await user.type(await screen.findByRole('textbox', { name: /原因/ }), '少一张百元');
    await user.keyboard(commit);
    await waitFor(async () => expect((await shop.book.get(first))?.status).toBe('refused'));
    expect(await shop.book.balance(`held/${shop.cashier.id}/${TODAY}/cash`)).toBe(20_000);
    cleanup();

    const second = (await offer()).answer.handover;
    await show(second);
    await screen.findByRole('button', { name: /确认收到/ });
    await user.keyboard(commit);
    await waitFor(async () => expect((await shop.book.get(second))?.status).toBe('received'));
    expect(await shop.book.balance('safe/cash')).toBe(20_000);
    expect(await shop.book.balance(`held/${shop.cashier.id}/${TODAY}/cash`)).toBe(0);
  });

  it('the one who offered it may not receive it [PAY-02 PLT-07]', async () => {
    const shop = await aShop();
    await taken(shop, 'cash', 20_000);
    const { answer } = await shop.does(
      shop.cashier,
      offerHandover({ counted: [{ day: TODAY, method: 'cash', counted: 20_000 }], note: '' }),
    );
    const user = setUp();
    await renderWithBook(<HandoverSlipPage />, {
      on: shop,
      actor: { ...shop.cashier, roles: ['cashier', 'finance'] },
      now: () => shop.clock.now,
      path: `/handovers/${answer.handover}`,
      route: '/handovers/$id',
    });
    await screen.findByRole('button', { name: /确认收到/ });
    await user.keyboard(commit);
    expect((await shop.book.get(answer.handover))?.status).toBe('offered');
  });
});

describe('the cashier’s home', () => {
  it('shows who waits to pay, carry sales first, what came in today by method, and what is held; all of it live [PAY-02 PAY-03 SHP-03]', async () => {
    const shop = await aShop();
    await anOrderOf(shop, 'collect', { quantity: 1_000 });
    const carry = await anOrderOf(shop, 'carry');
    await anOrderOf(shop, 'account', { party: shop.regular, quantity: 1_000, creditDays: 30 });
    const user = setUp();
    const { path } = await renderWithBook(<CashierPage />, {
      on: shop,
      actor: shop.cashier,
      now: () => shop.clock.now,
      path: '/cashier',
      route: '/cashier',
    });
    await screen.findByText('129.50');
    // On account is nobody's money yet.
    expect(screen.getByRole('region', { name: '待收款' }).textContent).toMatch(/待收款\s*2/);
    expect(screen.getByText('没有未交的款项')).toBeDefined();

    await taken(shop, 'alipay', 8_800);
    await waitFor(() => expect(screen.getByRole('region', { name: '今日收款' }).textContent).toMatch(/支付宝88\.00.*¥88\.00/s));
    await waitFor(() => expect(screen.getByRole('region', { name: '我手上的款项' }).textContent).toContain('今天 支付宝88.00'));

    await user.keyboard('{F2}');
    await waitFor(() => expect(path()).toBe(`/orders/${carry}/pay`));
  });
});
