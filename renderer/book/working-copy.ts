import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { createBalanceCache, type BalanceCache } from './balance-cache.ts';
import { openDocumentStore, type Change, type DocumentStore } from './document-store.ts';
import { openFigures, type Correction, type EntryOf, type Figures, type Marks } from './figures.ts';
import type { SearchIndex } from './search-index.ts';
import { upgrade } from '#shared/modules/registry.ts';

/** Documents per transaction: small enough that a key is answered in between. */
const CHUNK = 100;
const KEYS_AT_ONCE = 2_000;

export interface Effect {
  changes: Change[];
  accounts: Set<string>;
}

/** Told around each write of documents: before it may be seen, and when it is done. */
export interface PutObserver {
  before(records: readonly AnyRecord[]): void;
  after(changes: readonly Change[]): void;
  /** The store failed and was opened anew: some writes were not told of. */
  lost(): void;
}

/** Documents, figures and what of them is kept in memory, moved together. All of it can be built again from the host. */
export interface WorkingCopy {
  reader: Reader;
  documents(): DocumentStore;
  figures(): Figures;
  balances: BalanceCache;
  /** Merges documents in, with their figures; `marks` are set with the last of them. Doing it again changes nothing. */
  apply(records: readonly AnyRecord[], marks: Partial<Marks>, seq: EntryOf): Promise<Effect>;
  /** The same for a whole book: balances are not kept along the way; `sumUp` ends it. */
  applyUnsummed(records: readonly AnyRecord[], marks: Partial<Marks>, seq: EntryOf): Promise<void>;
  sumUp(): Promise<void>;
  /** Returns the function that stops it. */
  observePuts(observer: PutObserver): () => void;
  /** Puts right what a rebuild found. */
  correct(correction: Correction): Promise<void>;
  /** Closes what is open, however broken, and opens anew. */
  reopen(): Promise<void>;
  /** Empties the figures; search forgets. */
  clearFigures(): Promise<void>;
  /** Fills search from the store, newest first, without ever holding the page up; stops when `isOver` says so. */
  loadKeys(isOver: () => boolean): Promise<void>;
  close(): Promise<void>;
}

export async function openWorkingCopy(
  names: { documents: string; figures: string },
  search: SearchIndex,
  onProblem: (problem: unknown) => void,
): Promise<WorkingCopy> {
  let stores = await open();
  const observers = new Set<PutObserver>();
  const balances = createBalanceCache(() => stores.figures);

  async function open(): Promise<{ documents: DocumentStore; figures: Figures }> {
    const documents = await openDocumentStore(names.documents);
    try {
      return { documents, figures: await openFigures(names.figures, onProblem) };
    } catch (problem) {
      await documents.close();
      throw problem;
    }
  }

  async function applyChunk(
    write: Figures['apply'],
    records: readonly AnyRecord[],
    marks: Partial<Marks>,
    seq: EntryOf,
    effect: Effect,
  ): Promise<void> {
    for (const observer of observers) observer.before(records);
    const changes = await stores.documents.put(records);
    for (const observer of observers) observer.after(changes);
    // Also for documents that did not change: an interruption may have left their figures behind.
    const { moved, keys } = await write(
      changes.map(({ after }) => after),
      marks,
      seq,
    );
    balances.moved(moved);
    search.put(keys);
    effect.changes.push(...changes.filter(({ before, after }) => before !== after));
    for (const account of moved.keys()) effect.accounts.add(account);
  }

  async function inChunks(write: Figures['apply'], records: readonly AnyRecord[], marks: Partial<Marks>, seq: EntryOf): Promise<Effect> {
    const effect: Effect = { changes: [], accounts: new Set() };
    for (let at = 0; at === 0 || at < records.length; at += CHUNK) {
      const isLast = at + CHUNK >= records.length;
      await applyChunk(write, records.slice(at, at + CHUNK), isLast ? marks : {}, seq, effect);
    }
    return effect;
  }

  const getMany: Reader['getMany'] = async (ids) => {
    if (ids.length === 0) return new Map();
    const found = await stores.documents.getMany(ids);
    return new Map([...found].map(([id, record]) => [id, upgrade(record)]));
  };

  return {
    documents: () => stores.documents,
    figures: () => stores.figures,
    balances,
    reader: {
      getMany,
      get: async (id) => (await getMany([id])).get(id) ?? null,
      list: async ({ limit, ...query }) => {
        const found = (await stores.documents.query({ ...query, limit: limit + 1 })).map((record) => upgrade(record));
        const rows = found.slice(0, limit);
        return { rows, next: found.length > limit ? (rows.at(-1)?.seek ?? null) : null };
      },
      all: async (query, atMost = 10_000) => {
        const found = (await stores.documents.query({ ...query, limit: atMost + 1 })).map((record) => upgrade(record));
        return { rows: found.slice(0, atMost), complete: found.length <= atMost };
      },
      balance: (account) => balances.balance(account),
      balances: (prefix) => balances.balances(prefix),
    },
    apply: (records, marks, seq) => inChunks((...given) => stores.figures.apply(...given), records, marks, seq),
    applyUnsummed: async (records, marks, seq) => {
      await inChunks((...given) => stores.figures.applyUnsummed(...given), records, marks, seq);
    },
    sumUp: async () => {
      await stores.figures.sumUp();
      balances.forget();
    },
    observePuts: (observer) => {
      observers.add(observer);
      return () => void observers.delete(observer);
    },
    correct: async (correction) => {
      await stores.figures.correct(correction, {});
      balances.forget();
      search.put(correction.keys);
    },
    reopen: async () => {
      for (const observer of observers) observer.lost();
      balances.forget();
      stores.figures.close();
      await stores.documents.close().catch(() => undefined);
      stores = await open();
    },
    clearFigures: async () => {
      await stores.figures.clear();
      balances.forget();
      search.clear();
    },
    loadKeys: async (isOver) => {
      for (let after = ''; ;) {
        const keys = await stores.figures.keys(after, KEYS_AT_ONCE);
        search.offer(keys);
        const last = keys.at(-1);
        if (!last || keys.length < KEYS_AT_ONCE || isOver()) return;
        after = last.seek;
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    },
    close: async () => {
      stores.figures.close();
      await stores.documents.close();
    },
  };
}
