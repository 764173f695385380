// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import type { Actor } from '#shared/policy/roles.ts';
import { aBranch, aNote, anOrder, finance, guard, keeper, manager, NOW, seller, type Branch } from '../warehouse.fixture.ts';
import { DispatchPage } from './DispatchPage.tsx';
import { passGate } from '#shared/modules/gatepass/rules.ts';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

async function page(branch: Branch, dispatch: string, actor: Actor) {
  const print = vi.fn();
  await renderWithBook(<DispatchPage />, {
    on: branch,
    actor,
    now: () => NOW,
    path: `/dispatches/${dispatch}`,
    route: '/dispatches/$id',
    desk: { print },
  });
  await screen.findByRole('heading', { level: 1 });
  return { print, user: userEvent.setup({ delay: null }) };
}

const statusOf = async (branch: Branch, id: string) => (await branch.book.get(id))?.status;

describe('a dispatch note on its page', () => {
  it('is released by the manager, not by its writer [DSP-01 G-29]', async () => {
    const branch = await aBranch();
    const { dispatch } = await aNote(branch, await anOrder(branch), { upTo: 'drafted' });
    await page(branch, dispatch, seller);
    expect(screen.getByText('等待销售主管签批')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^签批/ })).toBeNull();

    cleanup();
    const { user } = await page(branch, dispatch, manager);
    await user.click(screen.getByRole('button', { name: /^签批/ }));
    await waitFor(async () => expect(await statusOf(branch, dispatch)).toBe('released'));
  });

  it('does not let goods out when the count differs, and says by how much [STK-08 G-30]', async () => {
    const branch = await aBranch();
    const { dispatch } = await aNote(branch, await anOrder(branch));
    const { user, print } = await page(branch, dispatch, keeper);
    await user.type(await screen.findByRole('textbox', { name: '实点 砂锅' }), '2{Enter}');
    await user.keyboard('5{Enter}');
    expect(screen.getByText('少 1 只')).toBeDefined();
    await user.click(screen.getByRole('button', { name: /^出库/ }));
    const refusal = await screen.findByRole('alert');
    expect(refusal.textContent).toMatch(/8.*7/);
    expect(await statusOf(branch, dispatch)).toBe('released');
    expect(await branch.book.balance(`stock/${branch.shop}/${branch.pot}`)).toBe(10_000);

    const pots = screen.getByRole('textbox', { name: '实点 砂锅' });
    await user.clear(pots);
    await user.type(pots, '3');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await statusOf(branch, dispatch)).toBe('out'));
    expect(await branch.book.balance(`stock/${branch.shop}/${branch.pot}`)).toBe(7_000);
    expect(print).toHaveBeenCalledWith(expect.objectContaining({ kind: 'stockout' }), 'stock-out-slip');
  });

  it('is counted with the scanner alone, one unit a scan [STK-03 STK-08]', async () => {
    const branch = await aBranch();
    const lines = [
      { line: 0, quantity: 2000 },
      { line: 1, quantity: 1000 },
    ];
    const { dispatch } = await aNote(branch, await anOrder(branch), { lines });
    const { user } = await page(branch, dispatch, keeper);
    await screen.findByRole('textbox', { name: '扫描产品条码' });
    // Nothing has the focus: the scanner's keys find their field.
    (document.activeElement as HTMLElement | null)?.blur();
    await user.keyboard('6901234567892{Enter}');
    await user.keyboard('6901234567892{Enter}');
    await waitFor(() => expect(screen.getByRole('textbox', { name: '实点 砂锅' })).toHaveProperty('value', '2'));
    await user.keyboard('SP-01{Enter}');
    await waitFor(() => expect(screen.getByRole('textbox', { name: '实点 汤勺' })).toHaveProperty('value', '1'));
    await user.keyboard('0000000{Enter}');
    expect(await screen.findByText('没有条码为“0000000”的产品')).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await statusOf(branch, dispatch)).toBe('out'));
  });

  it('needs a vehicle for its gate pass, and counts as gone only when the guard registered it [DSP-03 G-31]', async () => {
    const branch = await aBranch();
    const { dispatch } = await aNote(branch, await anOrder(branch), { upTo: 'out' });
    const { user, print } = await page(branch, dispatch, keeper);
    const vehicle = await screen.findByRole('textbox', { name: '车牌号' });
    await user.clear(vehicle);
    await user.click(screen.getByRole('button', { name: /^开出门证/ }));
    expect((await branch.book.all({ kind: 'gatepass' })).rows).toEqual([]);
    await user.type(vehicle, '浙A12345');
    await user.type(screen.getByRole('textbox', { name: '件数' }), '2');
    await user.click(screen.getByRole('button', { name: /^开出门证/ }));
    await screen.findByText('等待门卫登记');
    expect(print).toHaveBeenCalledWith(expect.objectContaining({ kind: 'gatepass' }), 'gate-pass');
    expect(screen.queryByRole('textbox', { name: '签收人' })).toBeNull();

    const pass = (await branch.book.all({ kind: 'gatepass' })).rows[0];
    await branch.does(guard, passGate(pass?.id ?? '', { time: '10:31', vehicle: '浙A12345' }));
    expect(await screen.findByRole('textbox', { name: '签收人' })).toBeDefined();
  });

  it('comes back signed with name, day and proof, and only then finance books it [DSP-04 G-32]', async () => {
    const branch = await aBranch();
    const { dispatch, pass } = await aNote(branch, await anOrder(branch), { upTo: 'at the gate' });
    await branch.does(guard, passGate(pass, { time: '10:31', vehicle: '浙A12345' }));
    const { user } = await page(branch, dispatch, seller);
    await user.type(await screen.findByRole('textbox', { name: '签收人' }), '李敏');
    // A name alone is no proof.
    await user.click(screen.getByRole('button', { name: /^登记签收/ }));
    expect(await statusOf(branch, dispatch)).toBe('passed');
    await user.click(screen.getByRole('radio', { name: '仅存纸质' }));
    await user.click(screen.getByRole('button', { name: /^登记签收/ }));
    await waitFor(async () => expect(await statusOf(branch, dispatch)).toBe('signed'));

    cleanup();
    const booking = await page(branch, dispatch, finance);
    await booking.user.click(screen.getByRole('button', { name: /^入账/ }));
    await waitFor(async () => expect(await statusOf(branch, dispatch)).toBe('booked'));
  });

  it('closes a self-collection at the counter, without the gate [DSP-06]', async () => {
    const branch = await aBranch();
    const { dispatch } = await aNote(branch, await anOrder(branch), { type: 'collection' });
    const { user } = await page(branch, dispatch, keeper);
    await user.click(await screen.findByRole('button', { name: '全部照单' }));
    await user.type(screen.getByRole('textbox', { name: '签收人' }), '李敏');
    await user.click(screen.getByRole('radio', { name: '仅存纸质' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await statusOf(branch, dispatch)).toBe('signed'));
    expect(await branch.book.balance(`stock/${branch.shop}/${branch.pot}`)).toBe(7_000);
    expect((await branch.book.all({ kind: 'gatepass' })).rows).toEqual([]);
  });

  it('keeps a delay with what is proposed and the new day in sight [DSP-07]', async () => {
    const branch = await aBranch();
    const { dispatch } = await aNote(branch, await anOrder(branch));
    const { user } = await page(branch, dispatch, seller);
    await user.click(screen.getByRole('button', { name: '其他操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '延误或异常' }));
    await user.type(await screen.findByRole('textbox', { name: /^原因/ }), '车辆故障');
    await user.type(screen.getByRole('textbox', { name: /^处理办法/ }), '换车明日送');
    await user.type(screen.getByRole('textbox', { name: /^新的送达日期/ }), '11-27');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('延误：车辆故障')).toBeDefined();
    expect(screen.getByText('换车明日送 · 改约 2026-11-27')).toBeDefined();
  });
});
