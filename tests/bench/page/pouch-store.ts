/** What others would have used: PouchDB with one view that has the six indexes in it. */
import PouchDB from 'pouchdb-browser';
import type { AnyRecord } from '#shared/documents/record.ts';

export interface PouchStore {
  write(records: readonly AnyRecord[]): Promise<void>;
  /** The view is built at its first question. */
  buildIndexes(): Promise<void>;
  list(fields: readonly string[], values: readonly string[], from: string, to: string, limit: number): Promise<unknown[]>;
  close(): Promise<void>;
}

const map = `function (doc) {
  emit(['', doc.seek]);
  emit(['kind', doc.kind, doc.seek]);
  emit(['kind+status', doc.kind, doc.status, doc.seek]);
  emit(['party', doc.party, doc.seek]);
  emit(['party+kind', doc.party, doc.kind, doc.seek]);
  emit(['source', doc.source, doc.seek]);
}`;

export async function openPouchStore(name: string): Promise<PouchStore> {
  await new PouchDB(name).destroy();
  const database = new PouchDB(name, { auto_compaction: true });
  await database.put({ _id: '_design/lists', views: { all: { map } } });
  return {
    write: async (records) => void (await database.bulkDocs(records.map((record) => ({ _id: record.id, ...record })))),
    buildIndexes: async () => void (await database.query('lists/all', { limit: 1 })),
    list: async (fields, values, from, to, limit) => {
      const start = [fields.join('+'), ...values];
      const { rows } = await database.query('lists/all', {
        startkey: [...start, from],
        endkey: [...start, to],
        limit,
        include_docs: true,
      });
      return rows;
    },
    close: () => database.close(),
  };
}

/** A whole database into an empty one. */
export async function replicateHere(address: string): Promise<void> {
  await new PouchDB('bench-replica').destroy();
  const database = new PouchDB('bench-replica', { auto_compaction: true });
  await database.replicate.from(address, { batch_size: 1_000, batches_limit: 2 });
  await database.close();
}
