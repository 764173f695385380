// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { transferStock } from '#shared/modules/inbound/rules.ts';
import { aBranch, anOrder, keeper, NOW, type Branch } from '../warehouse.fixture.ts';
import { filterStock, readStock, scarcest } from './stock-rows.ts';
import { StockPage } from './StockPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const page = (branch: Branch, path: string) =>
  renderWithBook(<StockPage />, { on: branch, actor: keeper, now: () => NOW, path, route: '/stock' });

const goods = { code: 'SG-24', name: '砂锅', spec: '24cm', unit: '只', cost: 0 };

describe('stock by place', () => {
  it('tells what is there, promised, free and low, at each place [STK-01]', async () => {
    const branch = await aBranch();
    const { book, shop, store, pot, spoon, does } = branch;
    await anOrder(branch);
    const lines = [{ ...goods, product: pot, quantity: 6000 }];
    await does(keeper, transferStock({ fromLocation: shop, location: store, lines, notes: '' }));
    const { rows } = await readStock(book);
    const row = (product: string, place: string) => rows.find((each) => each.product.id === product && each.locationId === place);
    expect(row(pot, shop)).toMatchObject({ onHand: 4000, reserved: 3000, free: 1000, low: true });
    expect(row(pot, store)).toMatchObject({ onHand: 6000, reserved: 0, free: 6000, low: false });
    // Spoons were never at the store: no row, and nothing is lacking there.
    expect(row(spoon, store)).toBeUndefined();
    expect(scarcest(rows).map((each) => each.key)).toEqual([`${shop}/${pot}`]);
    expect(filterStock(rows, { location: store, low: false }, null).map((each) => each.key)).toEqual([`${store}/${pot}`]);
    expect(filterStock(rows, { location: '', low: false }, new Set([spoon])).map((each) => each.key)).toEqual([`${shop}/${spoon}`]);
  });

  it('lists only what is low when asked [STK-01]', async () => {
    const branch = await aBranch();
    await anOrder(branch);
    await branch.does(
      keeper,
      transferStock({
        fromLocation: branch.shop,
        location: branch.store,
        lines: [{ ...goods, product: branch.pot, quantity: 6000 }],
        notes: '',
      }),
    );
    await page(branch, '/stock?low=1');
    const table = await screen.findByRole('grid', { name: '库存列表' });
    expect(await within(table).findByText('砂锅 24cm')).toBeDefined();
    expect(within(table).queryByText('汤勺')).toBeNull();
    expect(within(table).getByText('1 行')).toBeDefined();
  });

  it('moves goods from place to place, but not what is promised [STK-01]', async () => {
    const branch = await aBranch();
    await anOrder(branch);
    const user = userEvent.setup({ delay: null });
    await page(branch, `/stock?transfer=${branch.pot}`);
    const dialog = await screen.findByRole('dialog', { name: '库存调拨' });
    const choose = async (label: RegExp, option: string) => {
      await user.click(within(dialog).getByRole('combobox', { name: label }));
      await user.click(await screen.findByRole('option', { name: option }));
    };
    await choose(/^调出/, '门店');
    await choose(/^调入/, '主仓');
    const quantity = await within(dialog).findByRole('textbox', { name: /数量/ });
    await user.clear(quantity);
    await user.type(quantity, '8{Enter}');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/7/);
    expect(await branch.book.balance(`stock/${branch.store}/${branch.pot}`)).toBe(0);

    await user.clear(quantity);
    await user.type(quantity, '7{Enter}');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await branch.book.balance(`stock/${branch.store}/${branch.pot}`)).toBe(7000));
  });
});
