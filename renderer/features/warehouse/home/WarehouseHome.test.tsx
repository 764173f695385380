// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { aBranch, aNote, anOrder, keeper, NOW, type Branch } from '../warehouse.fixture.ts';
import { WarehouseHome } from './WarehouseHome.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

async function page(branch: Branch) {
  const print = vi.fn();
  const rendered = await renderWithBook(<WarehouseHome />, {
    on: branch,
    actor: keeper,
    now: () => NOW,
    path: '/warehouse',
    route: '/warehouse',
    desk: { print },
  });
  return { print, user: userEvent.setup({ delay: null }), path: rendered.path };
}

/** One of each: to be picked, to be issued, without a pass, at the gate. */
async function aBusyBranch() {
  const branch = await aBranch();
  const order = await anOrder(branch);
  const part = (quantity: number) => [{ line: 0, quantity }];
  const released = await aNote(branch, order, { lines: part(1000) });
  const out = await aNote(branch, order, { lines: part(1000), upTo: 'out' });
  const leaving = await aNote(branch, order, { lines: part(1000), upTo: 'at the gate' });
  const sale = await anOrder(branch, 'collect');
  return { branch, released: released.dispatch, out: out.dispatch, leaving: leaving.dispatch, sale };
}

describe('the warehouse clerk’s home', () => {
  it('shows what waits, a vehicle without a pass first, and prints each paper in one click [DSP-02 STK-03]', async () => {
    const { branch, released, out, leaving, sale } = await aBusyBranch();
    const { user, print } = await page(branch);
    const no = async (id: string) => (await branch.book.get(id))?.no ?? '';
    const groups = await screen.findAllByRole('region');
    expect(groups.map((group) => within(group).getByRole('heading').textContent)).toEqual(['待开出门证', '待出库', '等门卫登记', '待配货']);
    const [passes, issues, gate, picks] = groups as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    expect(within(passes).getByText(await no(out))).toBeDefined();
    expect(within(issues).getByText(await no(released))).toBeDefined();
    expect(within(gate).getByText(await no(leaving))).toBeDefined();
    expect(within(picks).getByText(await no(sale))).toBeDefined();

    for (const [group, paper, kind] of [
      [passes, '出库单', 'stockout'],
      [issues, '配货单', 'dispatch'],
      [gate, '出门证', 'gatepass'],
      [picks, '配货单', 'order'],
    ] as const) {
      await user.click(within(group).getByRole('button', { name: new RegExp(`^打印${paper}`) }));
      expect(print).toHaveBeenLastCalledWith(expect.objectContaining({ kind }), expect.any(String));
    }
  });

  it('opens a paper the moment its code is scanned, whatever has the focus [DSP-02]', async () => {
    const { branch, released } = await aBusyBranch();
    const { user, path } = await page(branch);
    await screen.findAllByRole('region');
    (document.activeElement as HTMLElement | null)?.blur();
    await user.keyboard(`${(await branch.book.get(released))?.no}{Enter}`);
    await waitFor(() => expect(path()).toBe(`/dispatches/${released}`));
  });

  it('says that a code is nobody’s, and the next scan replaces it [DSP-02]', async () => {
    const { branch } = await aBusyBranch();
    const { user } = await page(branch);
    const field = await screen.findByRole('combobox', { name: '扫描或查找单据' });
    await user.type(field, 'FH-XX99-A-2611-0001{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('没有找到“FH-XX99-A-2611-0001”');
    await user.keyboard('SG');
    expect(field).toHaveProperty('value', 'SG');
  });

  it('is walked with the arrow keys from group to group, and Enter opens [DSP-02]', async () => {
    const { branch, released } = await aBusyBranch();
    const { user, path } = await page(branch);
    const first = (await screen.findAllByRole('region'))[0] as HTMLElement;
    within(first)
      .getAllByRole('button')
      .find((button) => button.dataset.workRow !== undefined)
      ?.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(path()).toBe(`/dispatches/${released}`));
  });
});
