/** The browser's database with nothing in between: the same documents under the same indexes. */
import type { AnyRecord } from '#shared/documents/record.ts';

/** As the book's: each ends with the key that lists newest first. */
export const indexes = [
  ['seek'],
  ['kind', 'seek'],
  ['kind', 'status', 'seek'],
  ['party', 'seek'],
  ['party', 'kind', 'seek'],
  ['source', 'seek'],
] as const;

const STORE = 'documents';
const COMMITS = 'commits';

export interface RawStore {
  write(records: readonly AnyRecord[]): Promise<void>;
  /** One document, on the disk when it resolves. */
  commit(record: AnyRecord): Promise<void>;
  /** Rows of the index over `fields` with these values, from the seek key `from` up to `to`. */
  list(fields: readonly string[], values: readonly string[], from: string, to: string, limit: number): Promise<AnyRecord[]>;
  get(id: string): Promise<AnyRecord | undefined>;
  count(): Promise<number>;
  close(): void;
}

/** Sorts behind every seek key. */
export const LAST = '~';

export async function openRawStore(): Promise<RawStore> {
  const opening = indexedDB.open('bench-raw', 1);
  opening.addEventListener('upgradeneeded', () => {
    const store = opening.result.createObjectStore(STORE, { keyPath: 'id' });
    for (const fields of indexes) store.createIndex(fields.join('+'), fields.length === 1 ? fields[0] : [...fields]);
    const commits = opening.result.createObjectStore(COMMITS, { keyPath: 'id' });
    for (const fields of indexes) commits.createIndex(fields.join('+'), fields.length === 1 ? fields[0] : [...fields]);
  });
  const database = await answered(opening);
  return {
    write: (records) => {
      const transaction = database.transaction(STORE, 'readwrite');
      const store = transaction.objectStore(STORE);
      for (const record of records) store.put(record);
      return completed(transaction);
    },
    commit: (record) => {
      const transaction = database.transaction(COMMITS, 'readwrite', { durability: 'strict' });
      transaction.objectStore(COMMITS).put(record);
      return completed(transaction);
    },
    list: (fields, values, from, to, limit) => {
      const index = database
        .transaction(STORE)
        .objectStore(STORE)
        .index([...fields, 'seek'].join('+'));
      const range = values.length === 0 ? IDBKeyRange.bound(from, to) : IDBKeyRange.bound([...values, from], [...values, to]);
      return answered<AnyRecord[]>(index.getAll(range, limit));
    },
    get: (id) => answered<AnyRecord | undefined>(database.transaction(STORE).objectStore(STORE).get(id)),
    count: () => answered(database.transaction(STORE).objectStore(STORE).count()),
    close: () => database.close(),
  };
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the request failed')));
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the transaction was given up')));
  });
}
