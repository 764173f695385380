import 'fake-indexeddb/auto';
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { opening } from '#shared/modules/opening/module.ts';
import type { Book } from './book.ts';
import { aMemoryHost, type MemoryHost } from './memory-host.fixture.ts';
import { openBook } from './open-book.ts';

const manager = aPerson('经理', 'manager');
const books: Book[] = [];
afterEach(async () => {
  for (const book of books.splice(0)) await book.close();
});
async function open(host: MemoryHost): Promise<Book> {
  const book = await openBook({
    host,
    info: host.info(),
    now: Date.now,
    random: (n) => randomBytes(n),
    onProblem: (p) => {
      throw p;
    },
  });
  books.push(book);
  return book;
}
const stock = (product: string, quantity: number) => ({
  type: 'stock' as const,
  product,
  code: product,
  name: product,
  spec: '',
  unit: '只',
  location: 'shop',
  quantity,
});
describe('a book', () => {
  it('keeps what a command wrote, over a restart', async () => {
    const host = aMemoryHost();
    const book = await open(host);
    const made = await book.run(manager, async (_r, m) => {
      const r = commitNew(opening, stock('kettle', 5000), m);
      if (!r.ok) return r;
      return ok({ records: [untyped(r.value)], answer: r.value.id });
    });
    expect(made.ok).toBe(true);
    expect(await book.balance('stock/shop/kettle')).toBe(5000);
    expect(await book.list({ kind: 'opening', limit: 10 })).toMatchObject({ rows: [{ title: 'kettle' }], next: null });
    expect(book.search({ text: 'ket', limit: 5 })).toHaveLength(1);
    await book.close();
    const again = await open(host);
    expect(await again.balance('stock/shop/kettle')).toBe(5000);
    expect(await again.size()).toBe(1);
  });
});
