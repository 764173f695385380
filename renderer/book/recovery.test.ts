import { afterEach, describe, expect, it } from 'vitest';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { aMemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { aTestBook, closeTestBooks, type TestBook } from './book.fixture.ts';
import { bookName } from './book-names.ts';
import { failTransactions, wipe } from './broken-store.fixture.ts';
import { countIn, manager, stockOf, undo } from './goods.fixture.ts';
import { aMemoryHost } from './memory-host.fixture.ts';
import { openBookStore } from './open-book-store.ts';

afterEach(closeTestBooks);

const elsewhere = aMemoryBook('HZ01-B');
function counted(product: string, quantity: number): AnyRecord {
  const body = { type: 'stock' as const, product, code: product, name: product, spec: '', unit: '只', location: 'shop', quantity };
  const made = commitNew(opening, body, elsewhere.moment(manager));
  if (!made.ok) throw new Error(made.refusal.code);
  return untyped(made.value);
}

/** Whole and exact: every journalled document is there as journalled, found by search, and the balances are what a rebuild gives. */
async function isWhole({ book, host, problems }: TestBook): Promise<void> {
  const documents = host.documents();
  expect(await book.getMany([...documents.keys()])).toEqual(documents);
  expect(await book.size()).toBe(documents.size);
  const balances = await book.balances('');
  const before = problems.length;
  await book.rebuild(() => undefined);
  expect(problems.slice(before)).toEqual([]);
  expect(await book.balances('')).toEqual(balances);
}

describe('the page was killed', () => {
  it('between journal and store: the command is there at the next start', async () => {
    const first = await aTestBook();
    await first.book.run(manager, countIn('kettle', 1000));
    await first.book.close();
    await first.host.call('journal.append', { commandId: 'lost', documents: [counted('kettle', 2000)], numbers: [] });
    const second = await aTestBook({ host: first.host });
    expect(await second.book.balance(stockOf('kettle'))).toBe(3000);
    await isWhole(second);
  });

  it('after a part of an entry was stored, before the entry was: counted once all the same', async () => {
    const { host, book } = await aTestBook();
    await book.run(manager, countIn('kettle', 1000));
    await book.close();
    const record = counted('kettle', 2000);
    await host.call('journal.append', { commandId: 'half', documents: [record, counted('pan', 500)], numbers: [] });
    const store = await openBookStore(bookName(host.info()), { problem: () => undefined, progress: () => undefined });
    await store.apply([record], {}, 2);
    await store.close();
    const second = await aTestBook({ host });
    expect(await second.book.balance(stockOf('kettle'))).toBe(3000);
    expect(await second.book.balance(stockOf('pan'))).toBe(500);
    await isWhole(second);
  });

  it('in the middle of a replay: it goes on, and nothing counts twice', async () => {
    const { host, book } = await aTestBook();
    await book.close();
    const records = Array.from({ length: 450 }, (_, at) => counted(`p${at % 7}`, 1000 + at));
    for (const record of records) await host.call('journal.append', { commandId: record.id, documents: [record], numbers: [] });
    const stop = failTransactions({ database: '--documents', after: 1, times: 1 });
    const second = await aTestBook({ host });
    stop();
    expect(second.problems).toHaveLength(1);
    expect(second.phases).toContainEqual({ phase: 'recovering', reason: 'new-book', done: 200, total: 250 });
    expect(second.phases.at(-1)).toEqual({ phase: 'ready' });
    await isWhole(second);
  });
});

describe('the store fails while a book is built', () => {
  it('just before its balances are summed: they are summed later, and exact', async () => {
    const host = aMemoryHost();
    for (const record of [counted('kettle', 1000), counted('pan', 2000), counted('kettle', 500)])
      await host.call('journal.append', { commandId: record.id, documents: [record], numbers: [] });
    const stop = failTransactions({ database: '--documents', after: 1, times: 1 });
    const on = await aTestBook({ host });
    stop();
    expect(on.problems).toHaveLength(1);
    expect(await on.book.balances('stock/')).toEqual(
      new Map([
        [stockOf('kettle'), 1500],
        [stockOf('pan'), 2000],
      ]),
    );
    await on.book.run(manager, countIn('pan', 1000));
    await isWhole(on);
  });
});

describe('the store was lost', () => {
  it('wiped by the browser: built anew from the newest snapshot and the journal', async () => {
    const { host, book } = await aTestBook();
    const early = await book.run(manager, countIn('kettle', 1000));
    await book.run(manager, countIn('pan', 5000));
    host.makeSnapshot([...host.documents().values()], 2);
    host.retire(2);
    if (early.ok) await book.run(manager, undo(early.value.answer));
    await book.close();
    await wipe(bookName(host.info()));
    const second = await aTestBook({ host });
    expect(await second.book.balances('stock/')).toEqual(new Map([[stockOf('pan'), 5000]]));
    expect(await second.book.list({ kind: 'opening', limit: 9 })).toMatchObject({
      rows: [{ title: 'pan' }, { title: 'kettle', status: 'undone' }],
    });
    expect(second.phases).toContainEqual({ phase: 'recovering', reason: 'new-book', done: 2, total: 2 });
  });

  it('the building was interrupted between two pages of the snapshot: it goes on where it was', async () => {
    const host = aMemoryHost();
    const records = Array.from({ length: 1_300 }, (_, at) => counted(`p${at % 5}`, 1000));
    for (const documents of [records.slice(0, 700), records.slice(700)])
      await host.call('journal.append', { commandId: documents[0]?.id ?? '', documents, numbers: [] });
    host.makeSnapshot(records, 2);
    host.retire(2);
    host.fail('snapshots.lines', 'disconnected', 'after');
    const { book, phases } = await aTestBook({ host });
    expect(await book.size()).toBe(1_300);
    expect(await book.balance(stockOf('p0'))).toBe(260_000);
    expect(phases.filter(({ phase }) => phase === 'recovering')).toHaveLength(2);
    await book.close();
    host.fail('snapshots.lines', 'internal', 'before', 99);
    const again = await aTestBook({ host });
    expect(await again.book.size()).toBe(1_300);
  });

  it('a new epoch never meets the old working copy', async () => {
    const { host, book } = await aTestBook();
    await book.run(manager, countIn('kettle', 1000));
    await book.close();
    host.forget(0);
    host.setEpoch(`${host.info().epoch}-restored`);
    const second = await aTestBook({ host });
    expect(await second.book.size()).toBe(0);
    expect(await second.book.balances('')).toEqual(new Map());
  });

  it('a damaged snapshot is passed over for an older one', async () => {
    const host = aMemoryHost();
    host.makeSnapshot([counted('kettle', 1000)], 0);
    host.makeSnapshot([counted('pan', 1000)], 0);
    host.fail('snapshots.lines', 'damaged');
    const { book, problems } = await aTestBook({ host });
    expect(await book.balances('stock/')).toEqual(new Map([[stockOf('kettle'), 1000]]));
    expect(problems).toHaveLength(1);
  });

  it('an entry is damaged on the host: the store gives it back to the journal, once; without the store it is missed and told', async () => {
    const { host, book } = await aTestBook();
    for (const product of ['kettle', 'pan', 'pot']) await book.run(manager, countIn(product, 1000));
    await book.close();
    host.damage(2);
    const second = await aTestBook({ host });
    expect(second.problems).toEqual([]);
    expect([...host.documents().values()].map(({ title }) => title).toSorted()).toEqual(['kettle', 'pan', 'pot']);
    await isWhole(second);
    await second.book.close();
    const entries = host.entries().length;
    const third = await aTestBook({ host });
    expect(host.entries()).toHaveLength(entries);
    await third.book.close();

    const other = await aTestBook();
    for (const product of ['kettle', 'pan', 'pot']) await other.book.run(manager, countIn(product, 1000));
    await other.book.close();
    other.host.damage(2);
    await wipe(bookName(other.host.info()));
    const rebuilt = await aTestBook({ host: other.host });
    expect(rebuilt.problems.map(String)).toEqual(['Error: journal entries 2 to 2 are in no snapshot']);
    expect(await rebuilt.book.balances('stock/')).toEqual(
      new Map([
        [stockOf('kettle'), 1000],
        [stockOf('pot'), 1000],
      ]),
    );
  });

  it('the journal ends before the store does: what only the store has is journalled again', async () => {
    const { host, book } = await aTestBook();
    await book.run(manager, countIn('kettle', 1000));
    await book.run(manager, countIn('pan', 2000));
    await book.close();
    host.forget(1);
    const second = await aTestBook({ host });
    expect(host.entries()).toHaveLength(2);
    expect(await second.book.balance(stockOf('pan'))).toBe(2000);
    await second.book.run(manager, countIn('pan', 1000));
    await isWhole(second);
  });
});

describe('the store fails under a command', () => {
  it('after the journal has it: the book says so, opens the store anew and answers', async () => {
    const on = await aTestBook();
    await on.book.run(manager, countIn('kettle', 1000));
    const stop = failTransactions({ database: '--documents', times: 1 });
    const outcome = await on.book.run(manager, countIn('kettle', 2000));
    stop();
    expect(outcome.ok).toBe(true);
    expect(on.phases).toContainEqual({ phase: 'read-only', reason: 'store-failed' });
    expect(on.book.phase()).toEqual({ phase: 'ready' });
    expect(on.host.entries()).toHaveLength(2);
    expect(await on.book.balance(stockOf('kettle'))).toBe(3000);
    await isWhole(on);
  });

  it('reads survive it too', async () => {
    const on = await aTestBook();
    const outcome = await on.book.run(manager, countIn('kettle', 1000));
    const stop = failTransactions({ database: '--documents', mode: 'readonly', times: 1 });
    expect((await on.book.list({ kind: 'opening', limit: 1 })).rows).toHaveLength(1);
    stop();
    expect(on.phases).toContainEqual({ phase: 'read-only', reason: 'store-failed' });
    expect(outcome.ok && (await on.book.get(outcome.value.answer))?.title).toBe('kettle');
  });
});
