// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { approveReturn, askReturn } from '#shared/modules/return/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { aBranch, aNote, anOrder, keeper, manager, NOW, seller, type Branch } from '../warehouse.fixture.ts';
import { ReturnPage } from './ReturnPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

async function page(branch: Branch, slip: string, actor: Actor) {
  await renderWithBook(<ReturnPage />, { on: branch, actor, now: () => NOW, path: `/returns/${slip}`, route: '/returns/$id' });
  await screen.findByRole('heading', { level: 1 });
  return userEvent.setup({ delay: null });
}

async function aReturn(condition: 'good' | 'damaged') {
  const branch = await aBranch();
  const order = await anOrder(branch);
  await aNote(branch, order, { upTo: 'out' });
  const asked = await branch.does(seller, askReturn({ order, lines: [{ line: 0, quantity: 1000 }], reason: '型号买错', condition }));
  return { branch, slip: asked.answer.return };
}

const statusOf = async (branch: Branch, id: string) => (await branch.book.get(id))?.status;

describe('a return on its page', () => {
  it('is approved by the manager, received by the warehouse, and damaged goods do not go on sale [ORD-09 STK-01]', async () => {
    const { branch, slip } = await aReturn('damaged');
    const { book, shop, pot } = branch;
    await page(branch, slip, keeper);
    expect(screen.getByText('等待销售主管批准')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^收回入库/ })).toBeNull();

    cleanup();
    const approving = await page(branch, slip, manager);
    await approving.click(screen.getByRole('button', { name: /^批准/ }));
    await waitFor(async () => expect(await statusOf(branch, slip)).toBe('approved'));

    cleanup();
    const receiving = await page(branch, slip, keeper);
    expect(screen.getByText(/残次.*不可售/)).toBeDefined();
    await receiving.click(screen.getByRole('button', { name: /^收回入库/ }));
    await waitFor(async () => expect(await statusOf(branch, slip)).toBe('received'));
    expect(await book.balance(`stock/${shop}/${pot}`)).toBe(7000);
    expect(await book.balance(`stock-damaged/${shop}/${pot}`)).toBe(1000);
  });

  it('what the warehouse finds counts, not what was said: asked back as good, found damaged [ORD-09 STK-01]', async () => {
    const { branch, slip } = await aReturn('good');
    await branch.does(manager, approveReturn(slip));
    const user = await page(branch, slip, keeper);
    await user.click(screen.getByRole('radio', { name: '残次' }));
    expect(screen.getByText(/不可售/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: /^收回入库/ }));
    await waitFor(async () => expect(await statusOf(branch, slip)).toBe('received'));
    expect(await branch.book.balance(`stock/${branch.shop}/${branch.pot}`)).toBe(7000);
    expect(await branch.book.balance(`stock-damaged/${branch.shop}/${branch.pot}`)).toBe(1000);
  });

  it('is refused with a reason that stays on the page [ORD-09]', async () => {
    const { branch, slip } = await aReturn('good');
    const user = await page(branch, slip, manager);
    await user.click(screen.getByRole('button', { name: '不批准' }));
    await user.type(await screen.findByRole('textbox', { name: /原因/ }), '超过七天，已使用');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await statusOf(branch, slip)).toBe('refused'));
    expect((await screen.findAllByText('超过七天，已使用')).length).toBeGreaterThan(0);
    expect(await branch.book.balance(`stock/${branch.shop}/${branch.pot}`)).toBe(7000);
  });
});
