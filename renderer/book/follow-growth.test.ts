import { afterEach, describe, expect, it } from 'vitest';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { aMemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { aTestBook, closeTestBooks, type TestBook } from './book.fixture.ts';
import { countIn, manager, stockOf } from './goods.fixture.ts';

afterEach(closeTestBooks);

const elsewhere = aMemoryBook('HZ01-B');
function counted(product: string, quantity: number): AnyRecord {
  const body = { type: 'stock' as const, product, code: product, name: product, spec: '', unit: '只', location: 'shop', quantity };
  const made = commitNew(opening, body, elsewhere.moment(manager));
  if (!made.ok) throw new Error(made.refusal.code);
  return untyped(made.value);
}

/** Resolves when the live balance reaches `amount`. */
function reaches({ book }: TestBook, product: string, amount: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = book.watch(
      (read) => read.balance(stockOf(product)),
      (outcome) => {
        if (!outcome.ok || outcome.value !== amount) return;
        resolve();
        queueMicrotask(() => stop());
      },
    );
  });
}

describe('what comes from the centre', () => {
  it('is on live screens and in search, without a reload', async () => {
    const on = await aTestBook();
    await on.book.run(manager, countIn('kettle', 1000));
    on.host.receive([counted('kettle', 2000), counted('pan', 500)]);
    await reaches(on, 'kettle', 3000);
    await reaches(on, 'pan', 500);
    expect(await on.book.size()).toBe(3);
    expect(on.problems).toEqual([]);
  });

  it('comes between commands: both count once, also after the next start', async () => {
    const on = await aTestBook();
    for (let round = 0; round < 5; round += 1) {
      on.host.receive(Array.from({ length: 250 }, () => counted('kettle', 1000)));
      const saved = await on.book.run(manager, countIn('kettle', 1000));
      expect(saved.ok).toBe(true);
    }
    await reaches(on, 'kettle', 5 * 251 * 1000);
    await on.book.close();
    const again = await aTestBook({ host: on.host });
    expect(await again.book.balance(stockOf('kettle'))).toBe(5 * 251 * 1000);
    expect(await again.book.getMany([...on.host.documents().keys()])).toEqual(on.host.documents());
  });

  it('lets a command through while a whole book arrives', async () => {
    const on = await aTestBook();
    for (let page = 0; page < 6; page += 1) on.host.receive(Array.from({ length: 500 }, () => counted('pan', 1000)));
    const saved = await on.book.run(manager, countIn('kettle', 1000));
    expect(saved.ok).toBe(true);
    expect(await on.book.balance(stockOf('kettle'))).toBe(1000);
    expect(await on.book.balance(stockOf('pan'))).toBeLessThan(3_000_000);
    await reaches(on, 'pan', 3_000_000);
  });

  it('is read from the snapshot when its entries were retired meanwhile', async () => {
    const on = await aTestBook();
    on.host.receive([counted('kettle', 1000)]);
    await reaches(on, 'kettle', 1000);
    const late = [counted('kettle', 500), counted('kettle', 250)];
    await on.host.call('journal.append', { commandId: 'centre.unheard', documents: [...late], numbers: [] });
    on.host.makeSnapshot([...on.host.documents().values()], 2);
    on.host.retire(2);
    on.host.receive([counted('kettle', 250)]);
    await reaches(on, 'kettle', 2000);
  });
});
