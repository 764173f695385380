// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { anOrderOf, aShop, type Shop } from '#renderer/desk/shop.fixture.ts';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { issueStock, recordSignedCopy, releaseDispatch, writeDispatch } from '#shared/modules/dispatch/rules.ts';
import { issueGatepass, passGate } from '#shared/modules/gatepass/rules.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { handGoods } from '#shared/modules/order/rules.ts';
import { reviewOrder } from '#shared/modules/order/steps.ts';
import { takeMoney } from '#shared/modules/receipt/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { ReceiptPage } from '../receipts/ReceiptPage.tsx';
import { DebtPage } from './DebtPage.tsx';
import { FinancePage } from './FinancePage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const commit = '{Control>}{Enter}{/Control}';
const setUp = () => userEvent.setup({ delay: null });
const guard: Actor = { id: 'guard', name: '保安', roles: ['guard'] };

/** Goods out through the gate; the copy may be back. */
async function aDelivery(shop: Shop, signed: boolean): Promise<string> {
  const id = await anOrderOf(shop, 'delivery', { quantity: 1_000 });
  await shop.does(shop.manager, reviewOrder(id, { legality: true, accuracy: true, completeness: true }));
  const delivery = {
    type: 'delivery' as const,
    consignee: '远山宾馆',
    phone: '',
    address: '杭州',
    carrier: '',
    vehicle: '浙A12345',
    driver: '',
    expected: '',
    notes: '',
  };
  const lines = [{ line: 0, quantity: 1_000 }];
  const note = (await shop.does(shop.seller, writeDispatch({ order: id, lines, delivery }))).answer.dispatch;
  await shop.does(shop.manager, releaseDispatch(note));
  await shop.does(shop.keeper, issueStock(note, lines));
  const pass = (await shop.does(shop.keeper, issueGatepass(note, { vehicle: '浙A12345', driver: '', packages: 1, goods: '' }))).answer
    .gatepass;
  await shop.does(guard, passGate(pass, { time: '10:30', vehicle: '浙A12345' }));
  if (signed) await shop.does(shop.finance, recordSignedCopy(note, { name: '赵敏', day: '2026-11-24', file: '' }));
  return note;
}

describe('finance', () => {
  it('books a delivery only with the signed customer copy; the others are listed by age and say what is missing [DSP-04 PAY-10 G-32]', async () => {
    const shop = await aShop();
    const out = await aDelivery(shop, false);
    shop.clock.now += 3 * 86_400_000;
    const back = await aDelivery(shop, true);
    const user = setUp();
    await renderWithBook(<FinancePage />, {
      on: shop,
      actor: shop.finance,
      now: () => shop.clock.now,
      path: '/finance?tab=copies',
      route: '/finance',
    });
    const rowOf = async (id: string) => {
      const no = (await shop.book.get(id))?.no ?? '';
      const row = (await screen.findByText(no)).closest('[role="row"]');
      if (!(row instanceof HTMLElement)) throw new Error('no row');
      return within(row);
    };
    expect((await rowOf(out)).getByText('3 天')).toBeDefined();
    await user.click((await rowOf(out)).getByRole('button', { name: '入账' }));
    expect(screen.getAllByText('客户签收联尚未收回').length).toBeGreaterThan(0);
    await user.click((await rowOf(back)).getByRole('button', { name: '入账' }));
    await waitFor(async () => expect((await shop.book.get(back))?.status).toBe('booked'));
    expect((await shop.book.get(out))?.status).toBe('passed');
  });

  it('a debt from before the program and one on account are settled on one receipt, the oldest due first [PAY-04 PAY-08]', async () => {
    const shop = await aShop();
    const old = (
      await shop.does(shop.finance, async (_read, moment) => {
        const body = { type: 'receivable' as const, customerName: '远山宾馆', amount: 10_000, due: '2026-08-01', reference: '旧账 88' };
        const made = commitNew(opening, body, moment, { party: shop.regular });
        return made.ok ? ok({ records: [untyped(made.value)], answer: made.value.id }) : made;
      })
    ).answer;
    await shop.does(shop.manager, async (_read, moment) => {
      const made = commitNew(
        opening,
        { type: 'receivable', customerName: '远山宾馆', amount: 5_000, due: '2026-12-01', reference: '旧账 99' },
        moment,
        { party: shop.regular },
      );
      return made.ok ? ok({ records: [untyped(made.value)], answer: null }) : made;
    });
    const user = setUp();
    await renderWithBook(<DebtPage />, {
      on: shop,
      actor: shop.finance,
      now: () => shop.clock.now,
      path: `/finance/debts/${shop.regular}`,
      route: '/finance/debts/$id',
    });
    expect(await screen.findByText('旧账 88')).toBeDefined();
    expect(screen.getByText('逾期 115 天')).toBeDefined();
    const amount = screen.getByRole('textbox', { name: /本次收款/ });
    expect(amount).toHaveProperty('value', '150.00');
    await user.keyboard('{Alt>}5{/Alt}');
    await user.clear(amount);
    await user.type(amount, '120');
    await user.keyboard(commit);
    await screen.findByText(/已收款/);
    const [made] = (await shop.book.all({ kind: 'receipt' })).rows;
    expect(made).toMatchObject({ amount: 12_000, party: shop.regular });
    expect(made?.body.parts).toMatchObject([{ source: old, amount: 10_000 }, { amount: 2_000 }]);
    expect([...(await shop.book.balances(`receivable/${shop.regular}/`)).values()]).toEqual([3_000]);
  });

  it('what customers owe is shown by age and leads to the papers behind it [PAY-06 PAY-08]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'account', { party: shop.regular, quantity: 1_000, creditDays: 30 });
    await shop.does(shop.seller, handGoods(id, [{ line: 0, quantity: 1_000 }]));
    shop.clock.now += 75 * 86_400_000;
    const user = setUp();
    const { path } = await renderWithBook(<FinancePage />, {
      on: shop,
      actor: shop.finance,
      now: () => shop.clock.now,
      path: '/finance?tab=receivables',
      route: '/finance',
    });
    const row = (await screen.findByText('远山宾馆')).closest('[role="row"]');
    expect(row?.textContent).toMatch(/45 天.*129\.50/s);
    await user.click(screen.getByText('远山宾馆'));
    await waitFor(() => expect(path()).toBe(`/finance/debts/${shop.regular}`));
  });
});

describe('a receipt', () => {
  it('is taken back by a red one with a reason; both stay, the money is out of the drawer and due again [PAY-02]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'collect');
    const { answer } = await shop.does(
      shop.cashier,
      takeMoney({ order: id, method: 'cash', amount: 25_900, tendered: 25_900, reason: '' }),
    );
    const user = setUp();
    await renderWithBook(<ReceiptPage />, {
      on: shop,
      actor: shop.cashier,
      now: () => shop.clock.now,
      path: `/receipts/${answer.receipt}`,
      route: '/receipts/$id',
    });
    expect(await screen.findByText('贰佰伍拾玖元整')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '冲红' }));
    await user.type(await screen.findByRole('textbox', { name: /原因/ }), '收错金额');
    await user.keyboard(commit);
    await waitFor(async () => expect((await shop.book.get(answer.receipt))?.status).toBe('reversed'));
    expect((await shop.book.all({ kind: 'receipt' })).rows.map((row) => row.amount).toSorted((a, b) => a - b)).toEqual([-25_900, 25_900]);
    expect(await shop.book.balance(`received/${id}`)).toBe(0);
    await waitFor(() => expect(screen.queryByRole('button', { name: '冲红' })).toBeNull());
  });

  it('money finance has already is given back by finance only [PAY-02 PLT-07]', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'collect');
    const { answer } = await shop.does(
      shop.finance,
      takeMoney({ order: id, method: 'cash', amount: 25_900, tendered: 25_900, reason: '' }),
    );
    const user = setUp();
    await renderWithBook(<ReceiptPage />, {
      on: shop,
      actor: shop.cashier,
      now: () => shop.clock.now,
      path: `/receipts/${answer.receipt}`,
      route: '/receipts/$id',
    });
    await user.click(await screen.findByRole('button', { name: '冲红' }));
    await user.type(await screen.findByRole('textbox', { name: /原因/ }), '收错金额');
    await user.keyboard(commit);
    expect((await screen.findByRole('alert')).textContent).toContain('财务');
    expect((await shop.book.get(answer.receipt))?.status).toBe('handed');
  });
});
