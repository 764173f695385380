// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { aTestBook, closeTestBooks, type TestBook } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { NOW } from '#renderer/desk/shop.fixture.ts';
import type { CentreStatus } from '#shared/host/contract.ts';
import { SyncPage } from './SyncPage.tsx';
import { AT, joined } from './sync.fixture.ts';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const ID = '01J00000000000000000000000';
const paper = { id: ID, kind: 'order', no: 'XS-HZ01-A-2611-0042', title: '远山宾馆 电水壶', at: AT };

async function onThePage(status: Partial<CentreStatus>, prepare: (on: TestBook) => void = () => undefined) {
  const on = await aTestBook();
  prepare(on);
  on.host.centre.change({ ...joined, ...status });
  const page = await renderWithBook(<SyncPage />, { on, now: () => NOW });
  await screen.findByRole('heading', { name: '同步中心' });
  return { ...page, user: userEvent.setup({ delay: null }) };
}

describe('the sync centre', () => {
  it('says how things stand in one sentence, and with which centre', async () => {
    const { host } = await onThePage({});
    expect(await screen.findByText('单据已全部送达中心')).toBeDefined();
    expect(screen.getByText('https://centre.example')).toBeDefined();
    expect(screen.getByText('09:41')).toBeDefined();
    act(() => host.centre.change({ setAside: 1 }));
    expect(screen.getByText('除已搁置的以外，单据已全部送达中心')).toBeDefined();
    act(() => host.centre.change({ unsent: 3, setAside: 0 }));
    expect(screen.getByText('还有 3 张单据待发')).toBeDefined();
    act(() => host.centre.change({ phase: 'exchanging' }));
    expect(screen.getByText('正在发送 3 张单据…')).toBeDefined();
  });

  it('leads a desk that works alone to joining', async () => {
    const { user, path } = await onThePage({ phase: 'alone', url: '', lastComplete: 0 });
    await user.click(await screen.findByRole('button', { name: '加入中心' }));
    await waitFor(() => expect(path()).toBe('/settings/centre'));
  });

  it('lets people work during the first download and says so', async () => {
    await onThePage({ phase: 'first-download', lastComplete: 0, progress: { done: 1200, total: 20_000 } });
    const progress = await screen.findByRole('group', { name: '首次下载本店账簿' });
    expect(within(progress).getByText(/1,200/)).toBeDefined();
    expect(within(progress).getByText(/现在就可以工作/)).toBeDefined();
    expect(screen.getByRole('button', { name: /立即同步/ }).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('正在同步中')).toBeDefined();
  });

  it.each<[CentreStatus['problem'], CentreStatus['phase'], RegExp]>([
    ['unreachable', 'offline', /可以照常工作，本机会自动重试/],
    ['nonsense', 'offline', /登录页/],
    ['unauthorized', 'stopped', /单据没有丢失：全部在这台电脑上/],
    ['cloned', 'stopped', /单号/],
    ['too-old', 'stopped', /请更新这台电脑/],
  ])('explains %s and what to do about it', async (problem, phase, words) => {
    await onThePage({ problem, phase, unsent: 2 });
    expect(await screen.findByText(words)).toBeDefined();
  });

  it.each(['unauthorized', 'cloned'] as const)('offers to join again when the desk is %s', async (problem) => {
    const { user, path } = await onThePage({ problem, phase: 'stopped' });
    await user.click(await screen.findByRole('button', { name: '重新加入' }));
    await waitFor(() => expect(path()).toBe('/settings/centre'));
  });

  it.each([
    ['centre-restored', /中心曾从备份恢复/],
    ['centre-lost-documents', /中心缺少本机发过的单据/],
    ['desk-restored', /本机曾恢复到快照/],
    ['joined', /各自缺少的单据已补齐/],
  ] as const)('says what was healed: %s', async (reason, words) => {
    await onThePage({ healed: { reason, at: AT } });
    // Joining is no repair.
    expect(await screen.findByText(reason === 'joined' ? '09:41 已加入中心' : '09:41 已自动修复')).toBeDefined();
    expect(screen.getByText(words)).toBeDefined();
  });

  it('speaks of a clock that is off, of photos to send and of papers it cannot read yet', async () => {
    await onThePage({ clockOffset: 720_000, filesUnsent: 2, unreadable: 5 });
    expect(await screen.findByText(/相差 12 分钟/)).toBeDefined();
    expect(screen.getByText(/^5 · 已保留/)).toBeDefined();
  });

  it('exchanges by button and by keys, and tells how it ended', async () => {
    const { host, user } = await onThePage({});
    await user.click(await screen.findByRole('button', { name: /立即同步/ }));
    expect(await screen.findByText('已全部同步')).toBeDefined();
    act(() => host.centre.change({ phase: 'offline', problem: 'unreachable' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('未能同步：中心没有应答')).toBeDefined();
    // The newer word takes the place of the older one.
    await waitFor(() => expect(screen.queryByText('已全部同步')).toBeNull());
    expect(host.centre.asked).toEqual(['exchange', 'exchange']);
  });

  it('lists what is unsent, with links to the papers', async () => {
    await onThePage({ unsent: 1 }, ({ host }) => {
      host.centre.unsent = [paper];
    });
    const link = await screen.findByRole('link', { name: /XS-HZ01-A-2611-0042/ });
    expect(link.getAttribute('href')).toBe(`#/orders/${ID}`);
    expect(screen.getByText('远山宾馆 电水壶')).toBeDefined();
  });
});

describe('papers the centre refused', () => {
  const refused = (reason: string) =>
    onThePage({ setAside: 1 }, ({ host }) => {
      host.centre.setAside = [{ ...paper, reason, withdrawn: false }];
    });

  it('each say why in words and what to do', async () => {
    await refused('number-not-yours: XS-HZ01-B-2611-0042');
    const row = await screen.findByRole('article', { name: paper.no });
    expect(within(row).getByText(/另一台电脑的号段/)).toBeDefined();
  });

  it('show the server’s own words when they are all there is', async () => {
    await refused('doc_validation weird');
    expect(await screen.findByText('中心的原话：doc_validation weird')).toBeDefined();
  });

  it('are sent again', async () => {
    const { host, user } = await refused('too-large');
    await user.click(await screen.findByRole('button', { name: '重新发送' }));
    await waitFor(() => expect(host.centre.asked).toEqual([`retry ${ID}`]));
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
  });

  it('are left here only when somebody has read what that means, and can still be sent later', async () => {
    const { host, user } = await refused('too-large');
    await user.click(await screen.findByRole('button', { name: '只留本机' }));
    const dialog = await screen.findByRole('dialog', { name: `${paper.no} 只留在这台电脑上？` });
    expect(within(dialog).getByText(/其他电脑和总部看不到它/)).toBeDefined();
    await user.click(within(dialog).getByRole('button', { name: /取消/ }));
    expect(host.centre.asked).toEqual([]);

    await user.click(screen.getByRole('button', { name: '只留本机' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /只留本机/ }));
    await waitFor(() => expect(host.centre.asked).toEqual([`withdraw ${ID}`]));
    const row = screen.getByRole('article', { name: paper.no });
    await waitFor(() => expect(within(row).queryByRole('button', { name: '只留本机' })).toBeNull());
    await user.click(within(row).getByRole('button', { name: '重新发送' }));
    await waitFor(() => expect(host.centre.asked).toEqual([`withdraw ${ID}`, `retry ${ID}`]));
  });
});
