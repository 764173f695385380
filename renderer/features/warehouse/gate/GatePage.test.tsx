// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import type { Actor } from '#shared/policy/roles.ts';
import { aBranch, aNote, anOrder, guard, keeper, NOW, type Branch } from '../warehouse.fixture.ts';
import { GatePage } from './GatePage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const page = (branch: Branch, actor: Actor = guard) =>
  renderWithBook(<GatePage />, { on: branch, actor, now: () => NOW, path: '/gate', route: '/gate' });

async function atTheGate() {
  const branch = await aBranch();
  const note = await aNote(branch, await anOrder(branch), { upTo: 'at the gate' });
  return { branch, ...note, user: userEvent.setup({ delay: null }) };
}

describe('the gate', () => {
  it('lets a vehicle out when the guard has seen its plate, and writes it into the register [DSP-03 G-31]', async () => {
    const { branch, dispatch, pass, user } = await atTheGate();
    await page(branch);
    await user.type(await screen.findByRole('textbox', { name: '查找车牌' }), '2345{Enter}');
    await screen.findByText('车上货物');
    expect(screen.queryByRole('button', { name: '登记放行' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '就是 浙A12345' }));
    await user.click(await screen.findByRole('button', { name: '登记放行' }));
    await waitFor(async () => expect((await branch.book.get(dispatch))?.status).toBe('passed'));
    expect((await branch.book.get(pass))?.status).toBe('registered');
    const register = screen.getByRole('region', { name: '今日登记' });
    expect(await within(register).findByText('浙A12345')).toBeDefined();
    expect(within(register).getByText('已放行')).toBeDefined();
  });

  it('never lets another vehicle out on the pass: it is stopped with the reason [DSP-03 G-31]', async () => {
    const { branch, dispatch, pass, user } = await atTheGate();
    await page(branch);
    await user.click(await screen.findByRole('button', { name: /浙A12345/ }));
    await user.type(await screen.findByRole('textbox', { name: '看到的车牌' }), '浙B99999{Enter}');
    expect(screen.getByText(/与出门证上的 浙A12345 不一致/)).toBeDefined();
    expect(screen.getByRole('button', { name: '登记放行' })).toHaveProperty('disabled', true);
    expect((await branch.book.get(dispatch))?.status).toBe('out');

    await user.click(screen.getByRole('button', { name: '拦下' }));
    await user.click(await screen.findByRole('button', { name: '不是这辆车' }));
    await waitFor(async () => expect((await branch.book.get(pass))?.status).toBe('stopped'));
    expect((await branch.book.get(dispatch))?.status).toBe('out');
    expect(await screen.findByText('已拦下 · 不是这辆车')).toBeDefined();
  });

  it('tells a guard that a vehicle without a pass may not leave [DSP-03]', async () => {
    const { branch, user } = await atTheGate();
    await page(branch);
    await screen.findByRole('button', { name: /浙A12345/ });
    await user.type(screen.getByRole('textbox', { name: '查找车牌' }), '88888');
    expect(await screen.findByText('没有车牌含“88888”的出门证')).toBeDefined();
  });

  it('shows the warehouse who waits, but lets only the guard register [DSP-03]', async () => {
    const { branch, user } = await atTheGate();
    await page(branch, keeper);
    await user.click(await screen.findByRole('button', { name: /浙A12345/ }));
    await screen.findByText('车上货物');
    expect(screen.queryByRole('button', { name: '就是 浙A12345' })).toBeNull();
    expect(screen.getByText('仅门卫可登记')).toBeDefined();
  });
});
