// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { aBranch, anOrder, keeper, NOW, type Branch } from '../warehouse.fixture.ts';
import { PickPage } from './PickPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const page = (branch: Branch, sale: string) =>
  renderWithBook(<PickPage />, {
    on: branch,
    actor: keeper,
    now: () => NOW,
    path: `/warehouse/pick/${sale}`,
    route: '/warehouse/pick/$id',
  });

describe('picking by the sales slip', () => {
  it('keeps what the picker counted and tells of what is missing [STK-03 G-33]', async () => {
    const branch = await aBranch();
    const sale = await anOrder(branch, 'collect');
    const user = userEvent.setup({ delay: null });
    const { path } = await page(branch, sale);
    await user.type(await screen.findByRole('textbox', { name: '实点 砂锅' }), '2{Enter}');
    await user.keyboard('5');
    await user.keyboard('{Enter}');
    expect(screen.getByText(/实配与应配不一致/)).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(path()).toBe('/warehouse'));
    const picked = (await branch.book.get(sale))?.events.find((event) => event.type === 'picked');
    expect(picked?.data.lines).toEqual([
      { line: 0, quantity: 2000 },
      { line: 1, quantity: 5000 },
    ]);
    expect(picked?.by).toBe(keeper.id);
  });

  it('has nothing to pick for a delivery: its goods go by dispatch note [G-33]', async () => {
    const branch = await aBranch();
    await page(branch, await anOrder(branch));
    expect(await screen.findByText('这张单据现在不需要配货。')).toBeDefined();
  });
});
