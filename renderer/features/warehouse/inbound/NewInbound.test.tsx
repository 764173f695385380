// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { photographPickup, recordPickup, writePickup } from '#shared/modules/pickup/rules.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { aBranch, anOrder, keeper, NOW, seller, type Branch } from '../warehouse.fixture.ts';
import { NewInbound } from './NewInbound.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const page = (branch: Branch, path: string) =>
  renderWithBook(<NewInbound />, { on: branch, actor: keeper, now: () => NOW, path, route: '/inbound/new' });

const entries = async (branch: Branch) => (await branch.book.all({ kind: 'inbound' })).rows;

describe('goods that come in', () => {
  it('finished ones need slip and certificate together; what is missing is said [STK-02 G-28]', async () => {
    const branch = await aBranch();
    const user = userEvent.setup({ delay: null });
    await page(branch, '/inbound/new');
    await user.type(await screen.findByRole('textbox', { name: /^来货单位/ }), '中部智谷仓库');
    await user.type(screen.getByRole('textbox', { name: /^对方单号/ }), 'CP-0017');
    await user.type(await screen.findByRole('combobox', { name: /产品/ }), 'SG-24{Enter}');
    // The product is looked up, then the quantity is asked for.
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /数量/ })));
    await user.keyboard('12{Enter}');
    const commit = screen.getByRole('button', { name: '入库' });
    await waitFor(() => expect(commit.getAttribute('aria-disabled')).toBeNull());
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/合格证/);
    expect(await entries(branch)).toEqual([]);

    await user.type(screen.getByRole('textbox', { name: /^合格证编号/ }), 'HG-2611-8');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await entries(branch)).toHaveLength(1));
    // The main store takes goods in unless another place is chosen.
    expect(await branch.book.balance(`stock/${branch.store}/${branch.pot}`)).toBe(12_000);
  });

  it('bought ones need the pick-up copy and a part of the sales slip on the table, and close the slip [STK-04 STK-06 G-35]', async () => {
    const branch = await aBranch();
    const order = await anOrder(branch, 'collect');
    const supplier = { id: '', name: '绍兴五金城' };
    const written = await branch.does(
      seller,
      writePickup({ order, supplier, lines: [{ line: 0, quantity: 2000, cost: 7000 }], notes: '' }),
    );
    const { pickup } = written.answer;
    await branch.does(seller, photographPickup(pickup, 'a'.repeat(64)));
    await branch.does(aPerson('采购', 'purchasing'), recordPickup(pickup, 'CG-1'));

    const user = userEvent.setup({ delay: null });
    await page(branch, `/inbound/new?pickup=${pickup}`);
    await user.click(await screen.findByRole('button', { name: '全部照单' }));
    await user.click(screen.getByRole('checkbox', { name: '拿货单联在手' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/销售单/);
    expect(await entries(branch)).toEqual([]);

    await user.click(screen.getByRole('checkbox', { name: '销售单联在手' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await entries(branch)).toHaveLength(1));
    expect((await branch.book.get(pickup))?.status).toBe('closed');
    expect(await branch.book.balance(`stock/${branch.shop}/${branch.pot}`)).toBe(12_000);
  });
});
