// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { namePieces } from '#shared/modules/opening/rules.ts';
import { product } from '#shared/modules/product/module.ts';
import { saveProduct } from '#shared/modules/product/rules.ts';
import { PiecePage } from '../pieces/PiecePage.tsx';
import { aBranch, aNote, anOrder, keeper, manager, NOW, type Branch } from '../warehouse.fixture.ts';
import { DispatchPage } from './DispatchPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const numbers = Array.from({ length: 10 }, (_, index) => `PT-${index}`);

/** The shop's ten pots, which lay there before, get numbers. */
async function numbered(): Promise<Branch> {
  const branch = await aBranch();
  const found = await branch.book.get(branch.pot);
  if (!found) throw new Error('no pot');
  await branch.does(manager, saveProduct(branch.pot, { ...product.read(found).body, tracking: 'serial' }, []));
  await branch.does(keeper, namePieces(branch.pot, branch.shop, numbers));
  return branch;
}

describe('pieces with numbers', () => {
  it('are scanned one by one; a wrong one is said at once, and the slip has the right ones [STK-03 STK-08]', async () => {
    const branch = await numbered();
    const { dispatch } = await aNote(branch, await anOrder(branch));
    const print = vi.fn();
    const user = userEvent.setup({ delay: null });
    const on = { on: branch, actor: keeper, now: () => NOW, desk: { print } };
    await renderWithBook(<DispatchPage />, { ...on, path: `/dispatches/${dispatch}`, route: '/dispatches/$id' });
    const scan = await screen.findByRole('textbox', { name: /扫描/ });
    await screen.findByRole('button', { name: '砂锅的编号：已登记 0，应有 3' });

    await user.type(scan, '6901234567892{Enter}');
    await screen.findByText('砂锅 24cm按件编号，请扫描编号');
    for (const serial of ['pt-1', 'PT-7']) await user.type(scan, `${serial}{Enter}`);
    await screen.findByText('砂锅 PT-7，共 2 件');
    await user.type(scan, 'PT-7{Enter}');
    await screen.findByText('PT-7 已在列表中');
    await user.click(screen.getByRole('button', { name: '全部照单' }));
    await user.click(screen.getByRole('button', { name: /^出库/ }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/8.*7/);

    await user.type(scan, 'PT-3{Enter}');
    await screen.findByText('砂锅 PT-3，共 3 件');
    await user.click(screen.getByRole('button', { name: /^出库/ }));
    await waitFor(async () => expect((await branch.book.get(dispatch))?.status).toBe('out'));
    const [slip] = (await branch.book.all({ kind: 'stockout' })).rows;
    expect(slip?.body.lines).toMatchObject([{ serials: ['PT-1', 'PT-7', 'PT-3'] }, { quantity: 5000 }]);
  });

  it('say on their own page where they are and how they came there [STK-01]', async () => {
    const branch = await numbered();
    const on = { on: branch, actor: keeper, now: () => NOW };
    await renderWithBook(<PiecePage />, { ...on, path: '/pieces?product=&serial=pt-4', route: '/pieces' });
    await screen.findByRole('heading', { level: 1, name: '序列号 PT-4' });
    expect(screen.getByText('在库：门店')).toBeDefined();
    const user = userEvent.setup({ delay: null });
    await user.click(screen.getByRole('button', { name: '撤销补登' }));
    await screen.findByText('本机没有这件货的去向');
    expect(await branch.book.balance(`stock/${branch.shop}/${branch.pot}`)).toBe(10_000);
  });
});
