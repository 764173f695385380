// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { readUnsigned } from '../home/read-work.ts';
import { aBranch, aNote, anOrder, finance, NOW, type Branch } from '../warehouse.fixture.ts';
import { DispatchList } from './DispatchList.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const DAY = 86_400_000;

/** Two collections whose goods went out on different days, and a note that is still here. */
async function aBranchWithUnsigned(): Promise<{ branch: Branch; old: string; fresh: string }> {
  const branch = await aBranch();
  const part = (quantity: number) => [{ line: 0, quantity }];
  const order = await anOrder(branch);
  branch.clock.now = NOW - 9 * DAY;
  const old = await aNote(branch, order, { upTo: 'out', lines: part(1000) });
  branch.clock.now = NOW - 2 * DAY;
  const fresh = await aNote(branch, order, { upTo: 'out', lines: part(1000) });
  branch.clock.now = NOW;
  await aNote(branch, order, { upTo: 'released', lines: part(1000) });
  return { branch, old: old.dispatch, fresh: fresh.dispatch };
}

describe('signed copies that are not back', () => {
  it('are known by the days since the goods went out, oldest first [DSP-04]', async () => {
    const { branch, old, fresh } = await aBranchWithUnsigned();
    const unsigned = await readUnsigned(branch.book, '2026-11-24');
    expect(unsigned.map(({ note, days, goneOn }) => [note.id, days, goneOn])).toEqual([
      [old, 9, '2026-11-15'],
      [fresh, 2, '2026-11-22'],
    ]);
  });

  it('are listed with their age and filtered by it [DSP-04]', async () => {
    const { branch, old } = await aBranchWithUnsigned();
    await renderWithBook(<DispatchList />, {
      on: branch,
      actor: finance,
      now: () => NOW,
      path: '/dispatches?unsigned=3',
      route: '/dispatches',
    });
    const table = await screen.findByRole('grid', { name: '发货单列表' });
    expect(within(table).getByText('已 9 天')).toBeDefined();
    expect(within(table).queryByText('已 2 天')).toBeNull();
    expect(within(table).getByText((await branch.book.get(old))?.no ?? '?')).toBeDefined();
    expect(within(table).getByText('1 张')).toBeDefined();
  });
});
