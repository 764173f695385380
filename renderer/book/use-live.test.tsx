// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { aTestBook, closeTestBooks } from './book.fixture.ts';
import { renderWithBook } from './test-book.fixture.tsx';
import { useLive } from './use-live.ts';

function Stock({ product }: { product: string }) {
  const live = useLive((read) => read.balance(`stock/shop/${product}`), [product]);
  return <p>{live.state === 'ready' ? `${product}: ${live.value}` : live.state}</p>;
}
const manager = aPerson('经理', 'manager');

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

describe('a live figure on a screen', () => {
  it('follows what commands do', async () => {
    const on = await aTestBook();
    await renderWithBook(<Stock product="kettle" />, { on });
    expect(await screen.findByText('kettle: 0')).toBeTruthy();
    await on.book.run(manager, async (_read, moment) => {
      const made = commitNew(
        opening,
        { type: 'stock', product: 'kettle', code: 'k', name: '水壶', spec: '', unit: '只', location: 'shop', quantity: 3000 },
        moment,
      );
      return made.ok ? ok({ records: [untyped(made.value)], answer: null }) : made;
    });
    expect(await screen.findByText('kettle: 3000')).toBeTruthy();
  });
});
