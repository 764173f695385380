// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { aTestBook, closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import type { Overview } from '#shared/exchange/centre-notes.ts';
import { joined } from '../sync.fixture.ts';
import { ageWords, stateOf } from './age.ts';
import { OverviewPage } from './OverviewPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const HOUR = 3_600_000;
const now = Date.now();
const desk = (code: string, age: number, rest = {}) => ({
  code,
  at: now - age,
  lastComplete: now - age,
  unsent: 0,
  setAside: 0,
  version: '0.1.0',
  revoked: false,
  ...rest,
});
const overview: Overview = {
  at: now,
  branches: [
    { code: 'HZ01', name: '西湖门店', desks: [desk('HZ01-A', 60_000), desk('HZ01-B', 3 * HOUR, { unsent: 7 })] },
    { code: 'NB01', name: '宁波门店', desks: [desk('NB01-A', 50 * HOUR, { setAside: 2 }), desk('NB01-B', HOUR, { revoked: true })] },
  ],
};

async function seenBy(post: 'manager' | 'cashier', told: Overview | null) {
  const on = await aTestBook();
  on.host.centre.overview = told;
  on.host.centre.change(joined);
  return renderWithBook(<OverviewPage />, { on, actor: aPerson('某人', post) });
}

describe('the head office’s view', () => {
  it('puts the desks that have been silent longest first and says how long', async () => {
    await seenBy('manager', overview);
    const rows = (await screen.findAllByRole('row')).slice(1).map((row) => row.textContent ?? '');
    expect(rows.map((row) => /[A-Z]{2}01-[A-Z]/.exec(row)?.[0])).toEqual(['NB01-A', 'HZ01-B', 'HZ01-A', 'NB01-B']);
    expect(rows[0]).toMatch(/宁波门店.*超过一天.*2 天前/);
    expect(rows[1]).toMatch(/超过一小时.*3 小时前.*7/);
    expect(rows[2]).toMatch(/正常.*1 分钟前/);
    expect(rows[3]).toMatch(/已停用/);
    expect(within(screen.getByRole('list', { name: '电脑' })).getByText('超过一天 1')).toBeDefined();
  });

  it('shows a branch where nobody has joined yet, and leads back', async () => {
    const { path } = await seenBy('manager', { ...overview, branches: [{ code: 'WZ01', name: '温州门店', desks: [] }] });
    expect((await screen.findAllByRole('row'))[1]?.textContent).toMatch(/WZ01 温州门店—从未/);
    await userEvent.click(screen.getByRole('button', { name: '同步中心' }));
    await waitFor(() => expect(path()).toBe('/sync'));
  });

  it('says so when the centre has told nothing yet', async () => {
    await seenBy('manager', null);
    expect(await screen.findByText('还没有中心的汇总')).toBeDefined();
  });

  it('is the managers’ and the general manager’s', async () => {
    await seenBy('cashier', overview);
    expect(await screen.findByText('只有销售主管、总经理和副总可以查看各店同步')).toBeDefined();
    expect(screen.queryByRole('row')).toBeNull();
  });

  it('counts time as people say it', () => {
    expect(stateOf({ revoked: false, lastComplete: 0 }, now)).toBe('never');
    expect(stateOf({ revoked: false, lastComplete: now - HOUR }, now)).toBe('fresh');
    expect(ageWords(30_000)).toEqual({ key: 'now', count: 0 });
    expect(ageWords(47 * HOUR)).toEqual({ key: 'hours', count: 47 });
    expect(ageWords(48 * HOUR)).toEqual({ key: 'days', count: 2 });
  });
});
