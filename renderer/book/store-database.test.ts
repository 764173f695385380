import 'fake-indexeddb/auto';
import type { RxCollection } from 'rxdb';
import { afterEach, describe, expect, it } from 'vitest';
import { aMemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { BookStore } from './book-store.ts';
import { countIn, manager, undo } from './goods.fixture.ts';
import { openBookStore } from './open-book-store.ts';
import { openStoreDatabase, type StoreDatabase } from './store-database.ts';

const quiet = { problem: () => undefined, progress: () => undefined };
let opened = 0;
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Three papers written by the store, the first of them twice. */
async function written(): Promise<{ records: AnyRecord[]; name: string }> {
  const elsewhere = aMemoryBook('HZ01-B');
  for (const product of ['kettle', 'pan', 'pot']) await elsewhere.run(manager, countIn(product, 1000));
  const before = elsewhere.records();
  await elsewhere.run(manager, undo(before[0]?.id ?? ''));
  const name = `bd-desk-stored-${(opened += 1)}`;
  const store: BookStore = await openBookStore(name, quiet);
  await store.apply(before, {}, 1);
  await store.apply(elsewhere.records(), { checkpoint: 2 }, 2);
  await store.close();
  return { records: elsewhere.records(), name };
}

async function reopened(name: string): Promise<StoreDatabase> {
  const database = await openStoreDatabase(name);
  open.push(database);
  return database;
}

const plain = async (found: ReturnType<RxCollection<AnyRecord>['find']>) => (await found.exec()).map((one) => one.toJSON());

describe('documents written past RxDB', () => {
  it('are read by it by id, by each of its indexes and in their order', async () => {
    const { records, name } = await written();
    const { collection } = await reopened(name);
    const byId = await collection.findByIds(records.map(({ id }) => id)).exec();
    expect(new Map([...byId].map(([id, one]) => [id, one.toJSON()]))).toEqual(new Map(records.map((record) => [record.id, record])));
    const newestFirst = records.toSorted((a, b) => (a.seek < b.seek ? -1 : 1));
    expect(await plain(collection.find({ selector: { kind: 'opening' }, sort: [{ seek: 'asc' }] }))).toEqual(newestFirst);
    for (const index of ['seek', 'party', 'source'])
      expect(await plain(collection.find({ selector: { [index]: { $gte: '' } }, sort: [{ seek: 'asc' }] }))).toEqual(newestFirst);
    const undone = collection.find({ selector: { kind: 'opening', status: 'undone' }, sort: [{ seek: 'asc' }], limit: 2 });
    expect(await plain(undone)).toEqual(records.filter(({ status }) => status === 'undone'));
    expect(await collection.count({ selector: { kind: 'opening', status: 'counted' } }).exec()).toBe(2);
  });

  it('are changed and taken out by it, and the store sees that', async () => {
    const { records, name } = await written();
    const [first, second, third] = records;
    if (!first || !second || !third) throw new Error('nothing written');
    const database = await openStoreDatabase(name);
    const found = await database.collection.findOne(second.id).exec();
    await found?.incrementalPatch({ title: 'copper pan' });
    await (await database.collection.findOne(third.id).exec())?.remove();
    const { error } = await database.collection.bulkUpsert([{ ...first, title: 'copper kettle' }]);
    expect(error).toEqual([]);
    await database.close();
    const store = await openBookStore(name, quiet);
    open.push(store);
    const titles = (await store.query({ kind: 'opening', limit: 9 })).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['copper kettle', 'copper pan']);
    const more = await store.apply([{ ...third, title: 'pot' }], {}, 3);
    expect(more.changes).toHaveLength(1);
    expect(await store.getMany([third.id])).toMatchObject([{ title: 'pot' }]);
  });

  it('have the indexes that queries walk, and no others', async () => {
    const { name } = await written();
    const { documents } = await reopened(name);
    const names = documents.schema.indexes.map((index) => index.name);
    expect(names).toEqual([
      '[_deleted+seek+id]',
      '[_deleted+kind+seek+id]',
      '[_deleted+kind+status+seek+id]',
      '[_deleted+party+seek+id]',
      '[_deleted+party+kind+seek+id]',
      '[_deleted+source+seek+id]',
    ]);
  });
});
