// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { NOW } from '#renderer/desk/shop.fixture.ts';
import type { CentreStatus } from '#shared/host/contract.ts';
import { CentreChip } from './CentreChip.tsx';

const AT = NOW - 49 * 60_000;
const minute = 60_000;

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

async function chip(status: Partial<CentreStatus>) {
  const { host } = await renderWithBook(<CentreChip />, { now: () => NOW });
  const centre = (changes: Partial<CentreStatus>) => act(() => host.centre.change(changes));
  await screen.findByRole('link');
  centre({ url: 'https://centre.example', phase: 'idle', lastComplete: AT, ...status });
  return { centre, shows: () => screen.getByRole('link').textContent, heard: () => screen.getByRole('status').textContent };
}

describe('the chip', () => {
  it.each<[Partial<CentreStatus>, string]>([
    [{ phase: 'alone', url: '' }, '单机（未加入中心）'],
    [{}, '已同步 09:41'],
    [{ lastComplete: AT - 24 * 60 * minute }, '已同步 11-23 09:41'],
    [{ lastComplete: 0 }, '尚未同步'],
    [{ unsent: 3 }, '待发 3'],
    [{ unsent: 3, phase: 'exchanging' }, '发送中 3'],
    [{ phase: 'exchanging' }, '已同步 09:41'],
    [{ phase: 'offline', problem: 'unreachable' }, '离线（最后同步 09:41）'],
    [{ phase: 'offline', problem: 'unreachable', unsent: 3 }, '离线（最后同步 09:41） · 待发 3'],
    [{ setAside: 1 }, '已搁置 1'],
    [{ clockOffset: 12 * minute }, '时钟慢 12 分钟'],
    [{ clockOffset: -12 * minute }, '时钟快 12 分钟'],
    [{ clockOffset: 119 * minute }, '时钟慢 119 分钟'],
    [{ clockOffset: 120 * minute }, '时钟慢 2 小时'],
    [{ clockOffset: -385_195 * minute }, '时钟快 267 天'],
    [{ clockOffset: 9 * minute }, '已同步 09:41'],
    [{ phase: 'first-download', lastComplete: 0, progress: { done: 450, total: 1000 } }, '首次下载 45%'],
    [{ phase: 'first-download', lastComplete: 0, progress: { done: 0, total: 0 } }, '首次下载'],
    [{ phase: 'stopped', problem: 'unauthorized', unsent: 2 }, '本机已停用 · 待发 2'],
    [{ phase: 'stopped', problem: 'cloned' }, '机号重复'],
    [{ phase: 'stopped', problem: 'too-old', setAside: 4 }, '需要更新 · 已搁置 4'],
    [{ phase: 'stopped', problem: 'forbidden' }, '同步已停止'],
  ])('says what matters most in one line: %o', async (status, expected) => {
    expect((await chip(status)).shows()).toBe(expected);
  });

  it('leads to the sync centre and names everything that is so', async () => {
    await chip({ phase: 'offline', problem: 'unreachable', unsent: 3, setAside: 1, clockOffset: 12 * minute });
    const link = screen.getByRole('link', { name: '中心：已搁置 1、时钟慢 12 分钟、离线（最后同步 09:41）、待发 3' });
    expect(link.getAttribute('href')).toBe('#/sync');
  });

  it('tells a screen reader of another kind of state, not of every paper', async () => {
    const { centre, heard } = await chip({});
    centre({ phase: 'exchanging', unsent: 1 });
    centre({ phase: 'idle', unsent: 0, lastComplete: AT + minute });
    const before = heard();
    centre({ phase: 'offline', problem: 'unreachable' });
    expect(heard()).toBe('离线（最后同步 09:42）');
    centre({ unsent: 5, lastComplete: AT + minute });
    expect(heard()).toBe('离线（最后同步 09:42）');
    centre({ phase: 'exchanging', problem: '' });
    expect(heard()).toBe('发送中 5');
    expect(before).not.toContain('发送中');
  });
});
