// @vitest-environment jsdom
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aTestBook, closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import type { CentreStatus } from '#shared/host/contract.ts';
import { CentreTab } from './CentreTab.tsx';

configure({ asyncUtilTimeout: 15_000, defaultHidden: true });
vi.setConfig({ testTimeout: 60_000 });
const reloadPage = vi.hoisted(() => vi.fn());
vi.mock('#renderer/desk/leave-page.ts', () => ({ reloadPage, isLeaving: () => false }));

afterEach(async () => {
  cleanup();
  reloadPage.mockClear();
  await closeTestBooks();
});

async function onTheTab(status: Partial<CentreStatus>, post: 'manager' | 'cashier' = 'manager') {
  const on = await aTestBook();
  on.host.centre.change(status);
  await renderWithBook(<CentreTab />, { on, actor: aPerson('某人', post) });
  return { host: on.host, user: userEvent.setup({ delay: null }) };
}

describe('joining from the settings', () => {
  it('says what becomes of the papers, asks once more and starts the page again', async () => {
    const { host, user } = await onTheTab({});
    expect(await screen.findByText(/单据全部保留，并按原单号发往中心/)).toBeDefined();
    await user.type(screen.getByRole('textbox', { name: '中心地址' }), 'https://centre.example');
    await user.type(screen.getByRole('textbox', { name: '一次性加入码' }), 'HZ01-B-7K4MP-9QXDT-3WVNC');
    await user.click(screen.getByRole('button', { name: /^加入/ }));
    const dialog = await screen.findByRole('dialog', { name: '让本机加入 https://centre.example？' });
    expect(within(dialog).getByText(/以 HZ01-B 给单据编号/)).toBeDefined();
    expect(host.centre.asked).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: /^加入/ }));
    await waitFor(() => expect(reloadPage).toHaveBeenCalledOnce());
    expect(host.centre.asked).toEqual(['join https://centre.example HZ01-B-7K4MP-9QXDT-3WVNC']);
  });

  it('does not ask the centre with another branch’s code', async () => {
    const { host, user } = await onTheTab({});
    await user.type(await screen.findByRole('textbox', { name: '中心地址' }), 'https://centre.example');
    await user.type(screen.getByRole('textbox', { name: '一次性加入码' }), 'NB01-A-7K4MP-9QXDT-3WVNC');
    await user.click(screen.getByRole('button', { name: /^加入/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('这台电脑的单据属于 HZ01');
    expect(host.centre.asked).toEqual([]);
  });

  it('is the manager’s', async () => {
    await onTheTab({}, 'cashier');
    expect(await screen.findByText('只有销售主管可以让本机加入中心')).toBeDefined();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it.each(['cloned', 'unauthorized'] as const)('offers to join again when %s, and to nobody who is well', async (problem) => {
    await onTheTab({ phase: 'stopped', problem, url: 'https://centre.example' });
    expect(await screen.findByRole('region', { name: '重新加入' })).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '中心地址' }).value).toBe('https://centre.example');
    cleanup();
    await onTheTab({ phase: 'idle', url: 'https://centre.example', lastComplete: 1 });
    expect(await screen.findByText('已加入')).toBeDefined();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
