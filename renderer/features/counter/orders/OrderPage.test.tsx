// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { anOrderOf, aShop, NOW, type Shop } from '#renderer/desk/shop.fixture.ts';
import { order } from '#shared/modules/order/module.ts';
import { cancelRest, handGoods } from '#shared/modules/order/rules.ts';
import { noteOrder } from '#shared/modules/order/steps.ts';
import { takeMoney } from '#shared/modules/receipt/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { OrderPage } from './OrderPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const page = (shop: Shop, id: string, actor: Actor, search = '') =>
  renderWithBook(<OrderPage />, { on: shop, actor, now: () => NOW, path: `/orders/${id}${search}`, route: '/orders/$id' });

const read = async (shop: Shop, id: string) => {
  const found = await shop.book.get(id);
  if (!found) throw new Error('no order');
  return order.read(found);
};
const pay = (id: string, amount = 25_900) => takeMoney({ order: id, method: 'cash', amount, tendered: amount, reason: '' });
const commit = '{Control>}{Enter}{/Control}';
const choose = async (user: UserEvent, item: string) => {
  await user.click(await screen.findByRole('button', { name: '更多操作' }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
};
const setUp = () => userEvent.setup({ delay: null });

describe('class A, carried away', () => {
  it('no goods before the money: the refusal says how much is missing; paid and stamped they go, and the slip closes [SHP-01 PAY-03 G-36]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'carry');
    const user = setUp();
    await page(shop, id, shop.seller);
    await screen.findByText('远山宾馆 · 待收款、待交货');

    await choose(user, '交货');
    const dialog = await screen.findByRole('dialog', { name: /交货/ });
    await user.keyboard(commit);
    const notice = await within(dialog).findByText(/G-36/);
    expect(notice.closest('[role="alert"]')?.textContent).toMatch(/259\.00.*0\.00/s);
    expect((await read(shop, id)).events.some(({ type }) => type === 'handed')).toBe(false);
    await user.click(within(dialog).getByRole('button', { name: '取消' }));

    // The cashier takes the money at her desk; this page follows by itself.
    await shop.does(shop.cashier, pay(id));
    await screen.findByText('远山宾馆 · 待交货');
    await user.keyboard(commit);
    await screen.findByRole('dialog', { name: /交货/ });
    await user.keyboard(commit);
    await screen.findByText('远山宾馆 · 待核单');
    await user.keyboard(commit);
    await waitFor(async () => expect((await read(shop, id)).status).toBe('closed'));
    expect(await shop.book.balance(`stock/${shop.place}/${shop.kettle}`)).toBe(3_000);
  });
});

describe('class B', () => {
  it('cash: goods first, in parts if the customer likes; what is still owed and due stays in view [SHP-01 PAY-03 G-36]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'collect');
    const user = setUp();
    await page(shop, id, shop.cashier, '?do=next');
    const dialog = await screen.findByRole('dialog', { name: /交货/ });
    const field = within(dialog).getByRole('textbox', { name: '电水壶的数量' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard(`1${commit}`);
    await waitFor(async () => expect(await shop.book.balance(`undelivered/${id}/0`)).toBe(1_000));
    await screen.findByText('远山宾馆 · 待交货、待收款');
    expect(screen.getByText('应收余额').nextSibling?.textContent).toBe('259.00');
  });

  it('on account: closes on the customer’s signature and not before; the money stays a receivable [SHP-01 PAY-04 G-37]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'account', { quantity: 1_000, party: shop.regular, creditDays: 30 });
    await shop.does(shop.seller, handGoods(id, [{ line: 0, quantity: 1_000 }]));
    const user = setUp();
    await page(shop, id, shop.seller);
    await choose(user, '核单');
    expect(await screen.findByText(/G-37/)).toBeDefined();
    expect((await read(shop, id)).status).toBe('released');

    await user.keyboard(commit);
    const dialog = await screen.findByRole('dialog', { name: /客户签字/ });
    await user.click(within(dialog).getByRole('radio', { name: '已在纸单上签字' }));
    await user.clear(within(dialog).getByRole('textbox', { name: /签字人/ }));
    await user.type(within(dialog).getByRole('textbox', { name: /签字人/ }), '赵敏');
    await user.keyboard(commit);
    await screen.findByText('远山宾馆 · 待核单');
    await user.keyboard(commit);
    await waitFor(async () => expect((await read(shop, id)).status).toBe('closed'));
    expect(await shop.book.balance(`receivable/${shop.regular}/${id}`)).toBe(12_950);
  });
});

describe('review', () => {
  it('needs all three ticks, from somebody else than the maker; then the order is released [ORD-04 G-22]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'delivery');
    const user = setUp();
    const first = await page(shop, id, shop.seller);
    await user.click(await screen.findByRole('button', { name: /^审核/ }));
    // Stays where it is and says whose step it is.
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getAllByText(/销售主管/).length).toBeGreaterThan(0);
    first.unmount();

    await page(shop, id, shop.manager);
    await user.click(await screen.findByRole('button', { name: /^审核/ }));
    const dialog = await screen.findByRole('dialog', { name: /审核/ });
    await user.click(within(dialog).getByRole('checkbox', { name: /合法性/ }));
    await user.click(within(dialog).getByRole('checkbox', { name: /准确性/ }));
    await user.keyboard(commit);
    expect(await within(dialog).findByText(/G-22/)).toBeDefined();
    await user.click(within(dialog).getByRole('checkbox', { name: /完整性/ }));
    await user.keyboard(commit);
    await waitFor(async () => expect((await read(shop, id)).status).toBe('released'));
    await screen.findByText('远山宾馆 · 待开发货单、待收款');
  });

  it('returns an order with a reason; it is put right as a new one [ORD-04]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'delivery');
    const user = setUp();
    const { path } = await page(shop, id, shop.manager);
    await choose(user, '退回更正');
    await user.type(await screen.findByRole('textbox', { name: /原因/ }), '地址不全');
    await user.keyboard(commit);
    await waitFor(async () => expect((await read(shop, id)).status).toBe('returned'));
    expect(await screen.findByText('地址不全')).toBeDefined();
    await choose(user, '更正后重开');
    await waitFor(() => expect(path()).toContain(`corrects=${id}`));
  });
});

describe('what else happens to an order', () => {
  it('is not voided while money or goods would have to be reversed first, and says which [ORD-08]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'carry');
    await shop.does(shop.cashier, pay(id, 10_000));
    const user = setUp();
    await page(shop, id, shop.manager);
    await choose(user, '作废');
    await user.type(await screen.findByRole('textbox', { name: /原因/ }), '客户不要了');
    await user.keyboard(commit);
    expect((await screen.findByRole('alert')).textContent).toContain('100.00');
    expect((await read(shop, id)).status).toBe('released');
  });

  it('a trouble noted on it holds the closing up until its solution is noted [ORD-07 ORD-08]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'carry');
    await shop.does(shop.cashier, pay(id));
    await shop.does(shop.seller, handGoods(id, [{ line: 0, quantity: 2_000 }]));
    await shop.does(shop.seller, noteOrder(id, { topic: 'exception', text: '壶盖有划痕' }));
    const user = setUp();
    await page(shop, id, shop.seller);
    await screen.findByText('远山宾馆 · 待处理异常');
    await choose(user, '核单');
    expect((await screen.findByRole('alert')).textContent).toContain('壶盖有划痕');

    await user.keyboard(commit);
    await user.type(await screen.findByRole('textbox', { name: /内容/ }), '已换一只');
    await user.keyboard(commit);
    await screen.findByText('远山宾馆 · 待核单');
  });

  it('goods are asked back by line, with reason and condition; never more than went out [ORD-09]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'collect');
    await shop.does(shop.seller, handGoods(id, [{ line: 0, quantity: 2_000 }]));
    const user = setUp();
    await page(shop, id, shop.seller);
    await choose(user, '退货');
    const dialog = await screen.findByRole('dialog', { name: /退货/ });
    const field = within(dialog).getByRole('textbox', { name: '电水壶的数量' });
    await user.type(field, '3');
    await user.type(within(dialog).getByRole('textbox', { name: /退货原因/ }), '漏水');
    await user.keyboard(commit);
    expect((await shop.book.all({ kind: 'return' })).rows).toEqual([]);
    await user.clear(field);
    await user.type(field, '1');
    await user.click(within(dialog).getByRole('radio', { name: '残次' }));
    await user.keyboard(commit);
    await waitFor(async () =>
      expect((await shop.book.all({ kind: 'return' })).rows).toMatchObject([
        { source: id, amount: -12_950, body: { condition: 'damaged', reason: '漏水' } },
      ]),
    );
  });

  it('too much paid is given back with a reason and a refund receipt [PAY-02 ORD-09]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'carry');
    await shop.does(shop.cashier, pay(id));
    await shop.does(shop.manager, cancelRest(id, '缺货不要了'));
    const user = setUp();
    await page(shop, id, shop.cashier);
    await screen.findByText(/待退款/);
    await user.keyboard(commit);
    const dialog = await screen.findByRole('dialog', { name: /退款/ });
    expect(within(dialog).getByRole('textbox', { name: /退款金额/ })).toHaveProperty('value', '259.00');
    await user.type(within(dialog).getByRole('textbox', { name: /退款原因/ }), '取消订货');
    await user.keyboard(commit);
    await waitFor(async () =>
      expect((await shop.book.all({ kind: 'receipt' })).rows.map((row) => [row.body.type, row.amount])).toContainEqual(['refund', -25_900]),
    );
  });

  it('the envelope with order, receipt and guide: an incomplete one needs its reason [ORD-10 G-26]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'carry');
    const user = setUp();
    await page(shop, id, shop.seller);
    await choose(user, '资料袋交付');
    const dialog = await screen.findByRole('dialog', { name: /资料袋/ });
    await user.click(within(dialog).getByRole('checkbox', { name: '销售单或合同' }));
    await user.keyboard(commit);
    expect(await within(dialog).findByRole('alert')).toBeDefined();
    expect((await read(shop, id)).events.some(({ type }) => type === 'enveloped')).toBe(false);
    await user.type(within(dialog).getByRole('textbox', { name: '不齐的原因' }), '收据随货送到');
    await user.keyboard(commit);
    await waitFor(async () =>
      expect((await read(shop, id)).events.find(({ type }) => type === 'enveloped')?.data).toMatchObject({
        order: true,
        receipt: false,
        reason: '收据随货送到',
      }),
    );
  });
});
