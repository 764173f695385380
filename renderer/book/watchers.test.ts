import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '#shared/core/result.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { aTestBook, closeTestBooks, type TestBook } from './book.fixture.ts';
import { whenTransaction } from './broken-store.fixture.ts';
import { countIn, manager, registerCustomer, stockOf, undo } from './goods.fixture.ts';

afterEach(closeTestBooks);

interface Watched<T> {
  values: T[];
  runs(): number;
  stop(): void;
  /** Resolves with the next value. */
  next(): Promise<T>;
}

function watching<T>({ book }: TestBook, read: (reader: Reader) => Promise<T>): Watched<T> {
  const values: T[] = [];
  const waiting: ((value: T) => void)[] = [];
  let runs = 0;
  const stop = book.watch(
    (reader) => {
      runs += 1;
      return read(reader);
    },
    (outcome) => {
      if (!outcome.ok) throw outcome.problem;
      values.push(outcome.value);
      for (const tell of waiting.splice(0)) tell(outcome.value);
    },
  );
  return { values, runs: () => runs, stop, next: () => new Promise((resolve) => waiting.push(resolve)) };
}

async function done<T>(on: TestBook, decide: Parameters<typeof on.book.run<T>>[1]): Promise<T> {
  const outcome = await on.book.run(manager, decide);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.answer;
}

/** Everything that a commit set off has run. */
async function settled(on: TestBook): Promise<void> {
  const probe = watching(on, (read) => read.list({ limit: 1 }));
  await probe.next();
  probe.stop();
}

describe('a live query runs again', () => {
  it('for the account it read, and for no other', async () => {
    const on = await aTestBook();
    const kettles = watching(on, (read) => read.balance(stockOf('kettle')));
    await kettles.next();
    await done(on, countIn('pan', 1000));
    await settled(on);
    expect(kettles.runs()).toBe(1);
    const next = kettles.next();
    await done(on, countIn('kettle', 1000));
    expect(await next).toBe(1000);
    expect(kettles.runs()).toBe(2);
  });

  it('for accounts below a path', async () => {
    const on = await aTestBook();
    const shop = watching(on, async (read) => (await read.balances('stock/shop/')).size);
    await shop.next();
    await done(on, registerCustomer());
    await settled(on);
    expect(shop.runs()).toBe(1);
    const next = shop.next();
    await done(on, countIn('pan', 1000));
    expect(await next).toBe(1);
  });

  it('for the kind, status and party it listed: also when a document leaves the list', async () => {
    const on = await aTestBook();
    const counted = watching(on, async (read) => (await read.list({ kind: 'opening', status: 'counted', limit: 10 })).rows.length);
    const undone = watching(on, async (read) => (await read.all({ kind: 'opening', status: 'undone' })).rows.length);
    const customers = watching(on, async (read) => (await read.list({ kind: 'customer', limit: 10 })).rows.length);
    await Promise.all([counted.next(), undone.next(), customers.next()]);
    let next: Promise<unknown> = counted.next();
    const id = await done(on, countIn('kettle', 1000));
    await next;
    await settled(on);
    expect([counted.runs(), undone.runs(), customers.runs()]).toEqual([2, 1, 1]);
    next = Promise.all([counted.next(), undone.next()]);
    await done(on, undo(id));
    expect(await next).toEqual([0, 1]);
    await settled(on);
    expect([counted.runs(), undone.runs(), customers.runs()]).toEqual([3, 2, 1]);
  });

  it('for the document it got, also one that is not there yet', async () => {
    const on = await aTestBook();
    const kettle = await done(on, countIn('kettle', 1000));
    const status = watching(on, async (read) => (await read.get(kettle))?.status);
    expect(await status.next()).toBe('counted');
    await done(on, countIn('kettle', 1000));
    await settled(on);
    expect(status.runs()).toBe(1);
    const next = status.next();
    await done(on, undo(kettle));
    expect(await next).toBe('undone');
  });

  it('for the page it shows, not for what happens behind it', async () => {
    let now = Date.UTC(2026, 10, 1, 1);
    const on = await aTestBook({ now: () => now });
    const ids: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      ids.unshift(await done(on, countIn(`p${i}`, 1000)));
      now += 86_400_000;
    }
    const page = watching(on, async (read) => (await read.list({ kind: 'opening', status: 'counted', limit: 2 })).rows.map(({ id }) => id));
    expect(await page.next()).toEqual(ids.slice(0, 2));
    await done(on, undo(ids[5] ?? ''));
    await settled(on);
    expect(page.runs()).toBe(1);
    // The row behind the page says whether there is a next one.
    let next = page.next();
    await done(on, undo(ids[2] ?? ''));
    expect(await next).toEqual(ids.slice(0, 2));
    next = page.next();
    await done(on, undo(ids[1] ?? ''));
    expect(await next).toEqual([ids[0], ids[3]]);
    expect(page.runs()).toBe(3);
  });

  it('not after it was stopped, and only what still counts is told', async () => {
    const on = await aTestBook();
    const kettles = watching(on, (read) => read.balance(stockOf('kettle')));
    await kettles.next();
    kettles.stop();
    await done(on, countIn('kettle', 1000));
    await settled(on);
    expect(kettles.values).toEqual([0]);
    expect(kettles.runs()).toBe(1);
  });

  it('until nothing it read changed under it: documents and balances always belong together', async () => {
    const on = await aTestBook();
    const both = watching(on, async (read) => {
      const { rows } = await read.all({ kind: 'opening' });
      return { documents: rows.reduce((sum, row) => sum + Number(row.body.quantity), 0), balance: await read.balance(stockOf('kettle')) };
    });
    await both.next();
    await Promise.all(Array.from({ length: 30 }, () => done(on, countIn('kettle', 1000))));
    while (both.values.at(-1)?.balance !== 30_000) await both.next();
    for (const { documents, balance } of both.values) expect(documents).toBe(balance);
    expect(both.runs()).toBeLessThanOrEqual(31);
  });

  it('never sees a document without its figures, whenever it reads', async () => {
    const on = await aTestBook();
    await done(on, countIn('kettle', 1000));
    const seen: Promise<[number, number]>[] = [];
    whenTransaction('--documents', 'readwrite', () =>
      seen.push(Promise.all([on.book.all({ kind: 'opening' }).then(({ rows }) => rows.length), on.book.balance(stockOf('kettle'))])),
    );
    await done(on, countIn('kettle', 1000));
    expect(await Promise.all(seen)).toEqual([[2, 2000]]);
  });

  it('a decision that changes nothing sets nothing off', async () => {
    const on = await aTestBook();
    const everything = watching(on, (read) => read.list({ limit: 5 }));
    await everything.next();
    await done(on, async () => ok({ records: [], answer: null }));
    await on.book.size();
    expect(everything.runs()).toBe(1);
  });

  it('what the read throws is told', async () => {
    const on = await aTestBook();
    const outcome = await new Promise((resolve) => {
      on.book.watch(() => Promise.reject(new Error('no such screen')), resolve);
    });
    expect(outcome).toMatchObject({ ok: false, problem: { message: 'no such screen' } });
  });
});
