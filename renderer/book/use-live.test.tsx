// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { aTestBook, closeTestBooks, type TestBook } from './book.fixture.ts';
import { sharedLive } from './shared-live.ts';
import { renderWithBook } from './test-book.fixture.tsx';
import { useLive } from './use-live.ts';

function Stock({ product }: { product: string }) {
  const live = useLive((read) => read.balance(`stock/shop/${product}`), [product]);
  return <p>{live.state === 'ready' ? `${product}: ${live.value}` : live.state}</p>;
}
let reads = 0;
const useKettles = sharedLive((read) => {
  reads += 1;
  return read.balance('stock/shop/kettle');
});
function Kettles({ place }: { place: string }) {
  const live = useKettles();
  return <p>{live.state === 'ready' ? `${place}: ${live.value}` : live.state}</p>;
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
    await countIn(on);
    expect(await screen.findByText('kettle: 3000')).toBeTruthy();
  });

  it('that a whole page has in common is read once, and follows too', async () => {
    const on = await aTestBook();
    const ui = ['shelf', 'till', 'door'].map((place) => <Kettles key={place} place={place} />);
    await renderWithBook(<>{ui}</>, { on });
    for (const place of ['shelf', 'till', 'door']) expect(await screen.findByText(`${place}: 0`)).toBeTruthy();
    expect(reads).toBe(1);
    await countIn(on);
    for (const place of ['shelf', 'till', 'door']) expect(await screen.findByText(`${place}: 3000`)).toBeTruthy();
    expect(reads).toBe(2);
  });
});

async function countIn(on: TestBook): Promise<void> {
  await on.book.run(manager, async (_read, moment) => {
    const made = commitNew(
      opening,
      { type: 'stock', product: 'kettle', code: 'k', name: '水壶', spec: '', unit: '只', location: 'shop', quantity: 3000 },
      moment,
    );
    return made.ok ? ok({ records: [untyped(made.value)], answer: null }) : made;
  });
}
