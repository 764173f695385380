// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { claimExpense } from '#shared/modules/expense/rules.ts';
import { useDesk } from './desk.ts';
import { aShop, TODAY } from './shop.fixture.ts';
import { useMayFind } from './use-may-find.ts';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

function Found() {
  const hits = useMayFind(useDesk().book.search({ text: '招待远山', limit: 10 }));
  return <p>找到：{hits.map(({ title }) => title).join('、')}。</p>;
}

describe('a search over everything', () => {
  it('names a claim to whoever claims and whoever signs or pays it, to nobody else [PLT-07 TRV-04]', async () => {
    const shop = await aShop();
    const line = { day: TODAY, category: 'meals' as const, what: '午餐', amount: 5_000, vouchers: 1, scan: '' };
    const head = { type: 'sales' as const, purpose: '招待远山宾馆', trip: '', from: '', to: '', place: '', notes: '' };
    await shop.does(shop.seller, claimExpense({ ...head, lines: [line] }));
    const show = (actor: typeof shop.seller) => renderWithBook(<Found />, { on: shop, actor, now: () => shop.clock.now });
    for (const reader of [shop.seller, shop.manager, aPerson('出纳', 'treasurer')]) {
      await show(reader);
      await screen.findByText('找到：招待远山宾馆。');
      cleanup();
    }
    await show(aPerson('小孙', 'salesperson'));
    await screen.findByText('找到：。');
    expect(screen.queryByText(/远山宾馆/)).toBeNull();
  });
});
