// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { anOrderOf, aShop, type Shop } from '#renderer/desk/shop.fixture.ts';
import type { Host } from '#shared/host/contract.ts';
import { drawFloat, openFloat } from '#shared/modules/float/rules.ts';
import { receiveBought } from '#shared/modules/inbound/rules.ts';
import { pickup } from '#shared/modules/pickup/module.ts';
import { photographPickup, recordPickup, writePickup } from '#shared/modules/pickup/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { PickupEntryPage } from './PickupEntryPage.tsx';
import { PickupPage } from './PickupPage.tsx';
import { PickupsPage } from './PickupsPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const HASH = 'a'.repeat(64);
const commit = '{Control>}{Enter}{/Control}';
const setUp = () => userEvent.setup({ delay: null });

/** The memory host keeps no files: one that takes any. */
function withFiles(host: Host): Host {
  const call = async (name: string, input: unknown) =>
    name === 'files.put' ? { hash: HASH, size: 1 } : host.call(name as 'desk.describe', input as undefined);
  return { ...host, call: call as Host['call'] };
}

const page = (shop: Shop, id: string, actor: Actor) =>
  renderWithBook(<PickupPage />, {
    on: shop,
    actor,
    now: () => shop.clock.now,
    path: `/pickups/${id}`,
    route: '/pickups/$id',
    desk: { host: withFiles(shop.host) },
  });

/** Eight kettles ordered, three of them missing: the slip for the three. */
async function aSlip(shop: Shop): Promise<{ order: string; slip: string }> {
  const order = await anOrderOf(shop, 'shortage', { quantity: 8_000 });
  const lines = [{ line: 0, quantity: 3_000, cost: 9_000 }];
  const { answer } = await shop.does(shop.seller, writePickup({ order, supplier: { id: '', name: '临江电器批发' }, lines, notes: '' }));
  return { order, slip: answer.pickup };
}
const statusOf = async (shop: Shop, id: string) => (await shop.book.get(id))?.status;

describe('a shortage is bought in', () => {
  it('the slip starts with what the stock check found missing and carries the sale’s number and customer [STK-04 SHP-05]', async () => {
    const shop = await aShop();
    const order = await anOrderOf(shop, 'shortage', { quantity: 8_000 });
    const user = setUp();
    const { path } = await renderWithBook(<PickupEntryPage />, {
      on: shop,
      actor: shop.seller,
      now: () => shop.clock.now,
      path: `/orders/${order}/pickup`,
      route: '/orders/$id/pickup',
    });
    expect(await screen.findByRole('textbox', { name: '电水壶的拿货数量' })).toHaveProperty('value', '3');
    await user.type(screen.getByRole('textbox', { name: '电水壶的进价' }), '90');
    await user.click(screen.getByRole('combobox', { name: /供货商/ }));
    await user.keyboard('临江电器批发');
    await user.click(await screen.findByRole('option', { name: /新建/ }));
    await screen.findByDisplayValue('临江电器批发');
    await user.keyboard(commit);
    await waitFor(() => expect(path()).toMatch(/^\/pickups\//));
    const [slip] = (await shop.book.all({ kind: pickup.kind })).rows.map(pickup.read);
    expect(slip).toMatchObject({ source: order, amount: 27_000, body: { customerName: '远山宾馆', supplierName: '临江电器批发' } });
    expect(slip?.body.orderNo).toMatch(/^XS-/);
    expect((await shop.book.all({ kind: 'supplier' })).rows).toMatchObject([{ id: slip?.party, title: '临江电器批发' }]);
  });

  it('photo, then purchasing’s record, each by its own post; the inbox of purchasing shows it in between [STK-04 SHP-05 G-34]', async () => {
    const shop = await aShop();
    const { slip } = await aSlip(shop);
    const user = setUp();
    const first = await page(shop, slip, shop.seller);
    await user.click(await screen.findByRole('button', { name: /上传照片/ }));
    const dialog = await screen.findByRole('dialog');
    await user.keyboard(commit);
    expect(await statusOf(shop, slip)).toBe('written');
    const input = dialog.querySelector('input[type="file"]') ?? document.querySelector('input[type="file"]');
    if (!(input instanceof HTMLInputElement)) throw new Error('no file field');
    await user.upload(input, new File(['%PDF-1.4'], '拿货单.pdf', { type: 'application/pdf' }));
    await within(dialog).findByText(/拿货单\.pdf/);
    await user.keyboard(commit);
    await waitFor(async () => expect(await statusOf(shop, slip)).toBe('photographed'));
    expect((await shop.book.get(slip))?.events.at(-1)?.data).toMatchObject({ file: HASH });
    first.unmount();

    const inbox = await renderWithBook(<PickupsPage />, {
      on: shop,
      actor: shop.buyer,
      now: () => shop.clock.now,
      path: '/pickups?status=photographed',
      route: '/pickups',
    });
    expect(await screen.findByText('临江电器批发')).toBeDefined();
    inbox.unmount();

    await page(shop, slip, shop.buyer);
    await user.click(await screen.findByRole('button', { name: /采购做单/ }));
    await user.type(await screen.findByRole('textbox', { name: /采购记录号/ }), 'CG-77');
    await user.keyboard(commit);
    await waitFor(async () => expect(await statusOf(shop, slip)).toBe('recorded'));
    expect(await screen.findByText('CG-77')).toBeDefined();
  });

  it('money comes out of the float, not out of the takings; never more than the slip costs or the float holds [STK-05 SHP-03 G-34]', async () => {
    const shop = await aShop();
    const { slip } = await aSlip(shop);
    await shop.does(shop.seller, photographPickup(slip, HASH));
    await shop.does(shop.buyer, recordPickup(slip, ''));
    await shop.does(shop.finance, openFloat({ amount: 20_000, person: '老财', note: '' }));
    const user = setUp();
    await page(shop, slip, shop.cashier);
    await user.click(await screen.findByRole('button', { name: /领取备用金/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('备用金余额 ¥200.00')).toBeDefined();
    await within(dialog).findByDisplayValue('小王');
    await user.keyboard(commit);
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/200\.00.*270\.00|270\.00.*200\.00/s);
    const amount = within(dialog).getByRole('textbox', { name: /领款金额/ });
    await user.clear(amount);
    await user.type(amount, '200');
    await user.keyboard(commit);
    await waitFor(async () => expect(await statusOf(shop, slip)).toBe('drawn'));
    expect(await shop.book.balance('float')).toBe(0);
    expect(await shop.book.balance(`float-out/${slip}`)).toBe(20_000);
    expect([...(await shop.book.balances(`held/${shop.cashier.id}/`))]).toEqual([]);
  });

  it('when the goods are in, the money is accounted for with the supplier’s voucher and the rest comes back [STK-05 STK-06 SHP-05 G-35]', async () => {
    const shop = await aShop();
    const { slip } = await aSlip(shop);
    await shop.does(shop.seller, photographPickup(slip, HASH));
    await shop.does(shop.buyer, recordPickup(slip, ''));
    await shop.does(shop.finance, openFloat({ amount: 50_000, person: '老财', note: '' }));
    await shop.does(shop.cashier, drawFloat(slip, { amount: 27_000, person: '小王', note: '' }));
    await shop.does(
      shop.keeper,
      receiveBought(slip, {
        location: shop.place,
        slipNo: '',
        pickupCopy: true,
        slipCopy: true,
        counted: [{ line: 0, quantity: 3_000 }],
        notes: '',
      }),
    );
    const user = setUp();
    // All goods are in, so the slip is closed; the list of what is open keeps it as long as the money is out.
    expect(await statusOf(shop, slip)).toBe('closed');
    await renderWithBook(<PickupsPage />, {
      on: shop,
      actor: shop.cashier,
      now: () => shop.clock.now,
      path: '/pickups',
      route: '/pickups',
    });
    const row = await screen.findByRole('row', { name: /临江电器批发/ });
    // The cost, and as much still out.
    expect(within(row).getAllByText('270.00', { exact: false })).toHaveLength(2);
    expect(within(row).getByText('报销结清')).toBeDefined();
    cleanup();
    await page(shop, slip, shop.cashier);
    await user.click(await screen.findByRole('button', { name: /报销结清/ }));
    const dialog = await screen.findByRole('dialog');
    const spent = within(dialog).getByRole('textbox', { name: /实付供货商/ });
    await user.clear(spent);
    await user.type(spent, '250');
    expect(within(dialog).getByText('退回备用金 ¥20.00')).toBeDefined();
    await user.keyboard(commit);
    expect(await within(dialog).findByRole('alert')).toBeDefined();
    await user.type(within(dialog).getByRole('textbox', { name: /凭证号/ }), 'FP-0042');
    await user.keyboard(commit);
    await waitFor(async () => expect(await shop.book.balance(`float-out/${slip}`)).toBe(0));
    expect(await shop.book.balance('float')).toBe(25_000);
  });
});
