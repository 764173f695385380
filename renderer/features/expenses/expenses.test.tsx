// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { anOrderOf, aShop, TODAY, type Shop } from '#renderer/desk/shop.fixture.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { signing } from '#shared/modules/branch.fixture.ts';
import { expense } from '#shared/modules/expense/module.ts';
import { claimExpense } from '#shared/modules/expense/rules.ts';
import { bundlesOf, offerHandover, receiveHandover } from '#shared/modules/handover/rules.ts';
import { takeMoney } from '#shared/modules/receipt/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { ClaimPage } from './ClaimPage.tsx';
import { ExpensePage } from './ExpensePage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const commit = '{Control>}{Enter}{/Control}';
const setUp = () => userEvent.setup({ delay: null });
const treasurer = aPerson('出纳', 'treasurer');

/** A shop with 2,000 yuan in the safe. */
async function aShopWithMoney(): Promise<Shop> {
  const shop = await aShop();
  const order = await anOrderOf(shop, 'carry', { quantity: 1_000, price: 200_000 });
  await shop.does(shop.cashier, takeMoney({ order, method: 'cash', amount: 200_000, tendered: 200_000, reason: '' }));
  const counted = (await bundlesOf(shop.book, shop.cashier.id)).map(({ day, method, booked }) => ({ day, method, counted: booked }));
  const { answer } = await shop.does(shop.cashier, offerHandover({ counted, note: '' }));
  await shop.does(shop.finance, receiveHandover(answer.handover));
  return shop;
}

async function aClaim(shop: Shop, amount: number, vouchers: number): Promise<string> {
  const line = { day: TODAY, category: 'entertainment' as const, what: '招待客户', amount, vouchers, scan: '' };
  const head = { type: 'sales' as const, purpose: '招待远山宾馆', trip: '', from: '', to: '', place: '', notes: '' };
  return (await shop.does(shop.seller, claimExpense({ ...head, lines: [line] }))).answer.expense;
}

const show = (shop: Shop, actor: Actor, id: string) =>
  renderWithBook(<ExpensePage />, { on: shop, actor, now: () => shop.clock.now, path: `/expenses/${id}`, route: '/expenses/$id' });
const statusOf = async (shop: Shop, id: string) => (await shop.book.get(id))?.status;

describe('a claim of expenses', () => {
  it('is written line by line and says what is above the standard before it is claimed [TRV-04 TRV-05 G-47]', async () => {
    const shop = await aShopWithMoney();
    const user = setUp();
    await renderWithBook(<ClaimPage />, {
      on: shop,
      actor: shop.seller,
      now: () => shop.clock.now,
      path: '/expenses/new',
      route: '/expenses/new',
    });
    await user.type(await screen.findByRole('textbox', { name: /事由/ }), '招待远山宾馆');
    await user.type(screen.getByRole('textbox', { name: '摘要' }), '招待客户');
    await user.type(screen.getByRole('textbox', { name: '金额' }), '1180');
    await user.click(screen.getByRole('combobox', { name: '费用项目' }));
    await user.click(await screen.findByRole('option', { name: /招待/ }));
    await screen.findByText(/超出标准：.*招待.*180\.00/);
    await user.keyboard(commit);
    await waitFor(async () => expect((await shop.book.all({ kind: expense.kind })).rows).toHaveLength(1));
    const [claim] = (await shop.book.all({ kind: expense.kind })).rows.map(expense.read);
    expect(claim).toMatchObject({ status: 'submitted', owner: shop.seller.id, body: { purpose: '招待远山宾馆', total: 118_000 } });
  });

  it('above the standard it is not signed; the refusal says by how much, and the manager lets it pass with a reason [TRV-05 G-47 QPA-06]', async () => {
    const shop = await aShopWithMoney();
    const id = await aClaim(shop, 118_000, 1);
    const user = setUp();
    await show(shop, shop.manager, id);
    await user.click(await screen.findByRole('button', { name: /^签批/ }));
    await user.keyboard(commit);
    await screen.findByText(/超出范围或标准：.*招待.*180\.00/);
    expect(await statusOf(shop, id)).toBe('submitted');
    await user.type(screen.getByRole('textbox', { name: /放行原因/ }), '重要客户来访');
    await user.click(screen.getByRole('button', { name: '放行' }));
    await waitFor(async () => expect(await statusOf(shop, id)).toBe('signed'));
  });

  it('is taken back by whoever claims and by nobody else [TRV-04 PLT-07]', async () => {
    const shop = await aShopWithMoney();
    const id = await aClaim(shop, 20_000, 1);
    await shop.does(shop.manager, signing(id));
    await show(shop, shop.manager, id);
    await screen.findByRole('button', { name: /^退回/ });
    expect(screen.queryByRole('button', { name: /^撤回/ })).toBeNull();
    cleanup();
    await show(shop, shop.seller, id);
    await screen.findByRole('button', { name: /^撤回/ });
  });

  it('without a voucher it is not paid; the missing one is named [G-46]', async () => {
    const shop = await aShopWithMoney();
    const id = await aClaim(shop, 20_000, 0);
    await shop.does(shop.manager, signing(id));
    const user = setUp();
    await show(shop, treasurer, id);
    await screen.findByRole('button', { name: /^付款/ });
    await user.keyboard(commit);
    await user.click(await screen.findByRole('checkbox', { name: /原始凭证/ }));
    await user.keyboard(commit);
    await screen.findByText(/尚缺：.*凭证/);
    expect([await statusOf(shop, id), await shop.book.balance('safe/cash')]).toEqual(['signed', 200_000]);
  });

  it('is paid by another than who claims, with the vouchers in hand, out of the safe [TRV-04 G-46 PLT-07]', async () => {
    const shop = await aShopWithMoney();
    const id = await aClaim(shop, 20_000, 2);
    await shop.does(shop.manager, signing(id));
    const user = setUp();
    await show(shop, { ...shop.seller, roles: ['salesperson', 'treasurer'] }, id);
    await screen.findByRole('button', { name: /^付款/ });
    await user.keyboard(commit);
    expect(screen.queryByRole('checkbox', { name: /原始凭证/ })).toBeNull();
    cleanup();

    await show(shop, treasurer, id);
    await screen.findByRole('button', { name: /^付款/ });
    await user.keyboard(commit);
    await user.click(await screen.findByRole('checkbox', { name: '原始凭证 2 张已核对收下' }));
    await user.keyboard(commit);
    await waitFor(async () => expect(await statusOf(shop, id)).toBe('paid'));
    expect(await shop.book.balance('safe/cash')).toBe(180_000);
  });
});
