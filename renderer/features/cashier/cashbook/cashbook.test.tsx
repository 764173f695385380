// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { anOrderOf, aShop, TODAY, type Shop } from '#renderer/desk/shop.fixture.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { cashday } from '#shared/modules/cashday/module.ts';
import { countCash, signCashDay } from '#shared/modules/cashday/rules.ts';
import { bundlesOf, offerHandover, receiveHandover } from '#shared/modules/handover/rules.ts';
import { takeMoney } from '#shared/modules/receipt/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { CashBookPage } from './CashBookPage.tsx';
import { CashDayPage } from './CashDayPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const commit = '{Control>}{Enter}{/Control}';
const setUp = () => userEvent.setup({ delay: null });
const treasurer = aPerson('出纳', 'treasurer');
const sheets = async (shop: Shop) => (await shop.book.all({ kind: cashday.kind })).rows.map(cashday.read);

/** The day's takings of 200 yuan handed over into the safe. */
async function aSafe(): Promise<Shop> {
  const shop = await aShop();
  const order = await anOrderOf(shop, 'carry', { quantity: 1_000, price: 20_000 });
  await shop.does(shop.cashier, takeMoney({ order, method: 'cash', amount: 20_000, tendered: 20_000, reason: '' }));
  const counted = (await bundlesOf(shop.book, shop.cashier.id)).map(({ day, method, booked }) => ({ day, method, counted: booked }));
  const { answer } = await shop.does(shop.cashier, offerHandover({ counted, note: '' }));
  await shop.does(shop.finance, receiveHandover(answer.handover));
  return shop;
}

const show = (shop: Shop, actor: Actor) =>
  renderWithBook(<CashBookPage />, { on: shop, actor, now: () => shop.clock.now, path: '/cash-book', route: '/cash-book' });
const showSheet = (shop: Shop, actor: Actor, id: string) =>
  renderWithBook(<CashDayPage />, { on: shop, actor, now: () => shop.clock.now, path: `/cash-days/${id}`, route: '/cash-days/$id' });
const oneNote = [{ face: 10_000, count: 1 }];

describe('the end of the day in the cash book', () => {
  it('counted note by note; a difference is not drawn up without its reason [PAY-02 SHP-03]', async () => {
    const shop = await aSafe();
    const user = setUp();
    await show(shop, treasurer);
    await user.type(await screen.findByRole('textbox', { name: '100 元张数' }), '1');
    await user.keyboard(commit);
    expect(await sheets(shop)).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: /差异说明/ }), '少一张百元，待查');
    await user.keyboard(commit);
    await waitFor(async () => expect(await sheets(shop)).toHaveLength(1));
    const [sheet] = await sheets(shop);
    expect(sheet).toMatchObject({ status: 'counted', owner: treasurer.id, day: TODAY });
    expect(sheet?.body).toMatchObject({ booked: 20_000, counted: 10_000, difference: -10_000, reason: '少一张百元，待查', faces: oneNote });
  });

  it('whoever counted cannot sign; another of finance does, and the day is closed for good [PAY-02 SHP-03 PLT-07]', async () => {
    const shop = await aSafe();
    const both = { ...shop.finance, roles: ['treasurer', 'finance'] as const };
    const { answer } = await shop.does(both, countCash({ box: 'safe', faces: oneNote, reason: '少一张百元，待查' }));
    const status = async () => (await shop.book.get(answer.cashday))?.status;
    const user = setUp();

    await showSheet(shop, both, answer.cashday);
    await screen.findByRole('button', { name: /复核签字/ });
    await user.keyboard(commit);
    expect(await status()).toBe('counted');
    cleanup();

    await showSheet(shop, shop.manager, answer.cashday);
    await screen.findByRole('button', { name: /复核签字/ });
    await user.keyboard(commit);
    await waitFor(async () => expect(await status()).toBe('closed'));
    cleanup();

    // The rest is found: it is no reason to count the same day a second time.
    await show(shop, treasurer);
    await screen.findByRole('heading', { name: '当日已结' });
    expect(screen.queryByRole('textbox', { name: '100 元张数' })).toBeNull();
    const again = await shop.book.run(treasurer, countCash({ box: 'safe', faces: oneNote, reason: '找到了' }));
    expect(again.ok ? '' : again.refusal.code).toBe('CashDayClosed');
    expect(await sheets(shop)).toHaveLength(1);
    expect((await shop.book.run(shop.manager, signCashDay(answer.cashday))).ok).toBe(false);
  });
});
