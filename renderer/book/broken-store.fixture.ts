import 'fake-indexeddb/auto';

type Transaction = IDBDatabase['transaction'];

interface Failing {
  /** Part of the database's name. */
  database: string;
  mode?: IDBTransactionMode;
  /** Transactions that still work before. */
  after?: number;
  /** How many fail then. */
  times?: number;
}

let watching: { database: string; mode: IDBTransactionMode; begun: () => void } | null = null;
let failing: (Required<Failing> & { seen: number }) | null = null;

// Dexie keeps a bound copy of `transaction` from when it opened the database: this must be in place before.
const original: Transaction = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function transaction(this: IDBDatabase, stores, mode, options) {
  if (failing && this.name.includes(failing.database) && mode === failing.mode) {
    failing.seen += 1;
    if (failing.seen > failing.after && failing.seen <= failing.after + failing.times)
      throw new DOMException('Internal error opening backing store', 'UnknownError');
  }
  const transaction = original.call(this, stores, mode, options);
  if (watching && this.name.includes(watching.database) && mode === watching.mode) {
    const { begun } = watching;
    watching = null;
    begun();
  }
  return transaction;
};

/** Calls `begun` once, as soon as such a transaction has begun: a moment that no test could otherwise hit. */
export function whenTransaction(database: string, mode: IDBTransactionMode, begun: () => void): void {
  watching = { database, mode, begun };
}

/**
 * The browser's store failing as it does in the field, on fake IndexedDB: no transaction can be begun, "Internal error". Returns the
 * function that ends it.
 */
export function failTransactions({ database, mode = 'readwrite', after = 0, times = Infinity }: Failing): () => void {
  failing = { database, mode, after, times, seen: 0 };
  return () => {
    failing = null;
  };
}

/** All databases gone, as after Chromium found one of them damaged. Close the book first. */
export async function wipe(database = ''): Promise<void> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.includes(database) ? [name] : []));
  await Promise.all(
    names.map(
      (name) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase(name);
          request.addEventListener('success', () => resolve());
          request.addEventListener('error', () => reject(request.error ?? new Error(name)));
        }),
    ),
  );
}
