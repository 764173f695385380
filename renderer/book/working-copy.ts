import type { Hlc } from '#shared/core/hybrid-clock.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { upgrade } from '#shared/modules/registry.ts';
import { createBalanceCache, type BalanceCache } from './balance-cache.ts';
import type { Applied, BookStore, Change } from './book-store.ts';
import { isLines, type Documents, type Entries } from './document-lines.ts';
import type { Marks } from './marks.ts';
import { createRecordCache } from './record-cache.ts';
import { createSearchFeed } from './search-feed.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchKey } from './search-key.ts';
import type { StartStore } from './start-store.ts';

/** Documents handed over at once: some hundred kilobytes, a few milliseconds for the page. */
const PIECE = 250;
/** Documents asked for at once. */
const READ = 500;

export interface Effect {
  changes: Change[];
  accounts: Set<string>;
  /** Newest event in the store. */
  hlc: Hlc;
}

/** The store and what of it is kept in the page's memory, moved together. All of it can be built again from the host. */
export interface WorkingCopy {
  reader: Reader;
  /** Documents as they are kept, not as this version reads them. */
  kept(ids: readonly string[]): Promise<AnyRecord[]>;
  marks(): Promise<Marks>;
  balances: BalanceCache;
  /** Merges documents in, with their figures; `marks` are set with the last of them. Doing it again changes nothing. */
  apply(documents: Documents, marks: Partial<Marks>, entries: Entries): Promise<Effect>;
  /** The same for much at once: `sumUp` ends it; search follows a few thousand documents behind. Quietly: search and the answer leave it out. */
  gather(documents: Documents, marks: Partial<Marks>, entries: Entries, isQuiet?: boolean): Promise<Effect>;
  sumUp(): Promise<void>;
  changedIn: BookStore['changedIn'];
  /** Sums everything anew from the documents; returns how much was wrong. */
  rebuild(onProgress: (done: number) => void, signal?: AbortSignal): Promise<{ balances: number; keys: number }>;
  /** Closes what is open, however broken, and opens anew. */
  reopen(): Promise<void>;
  /** Fills search from the store, newest first, without ever holding the page up; stops when `isOver` says so. */
  loadKeys(isOver: () => boolean): Promise<void>;
  close(): Promise<void>;
}

export async function openWorkingCopy(
  name: string,
  start: StartStore,
  search: SearchIndex,
  onProblem: (problem: unknown) => void,
): Promise<WorkingCopy> {
  let progress: (done: number) => void = nothing;
  const open = () => start(name, { problem: onProblem, progress: (done) => progress(done) });
  let store = await open();
  let rebuilding: Promise<unknown> = Promise.resolve();
  const balances = createBalanceCache(() => store);
  const records = createRecordCache(() => store);
  const feed = createSearchFeed(search);

  async function inPieces(
    write: BookStore['apply'],
    putKeys: (keys: readonly SearchKey[]) => void,
    documents: Documents,
    marks: Partial<Marks>,
    entries: Entries,
  ): Promise<Effect> {
    const effect: Effect = { changes: [], accounts: new Set(), hlc: '' };
    const take = ({ changes, documents: written, moved, keys, hlc }: Applied): void => {
      balances.moved(moved);
      records.changed(changes, written);
      putKeys(keys);
      effect.changes.push(...changes);
      for (const account of moved.keys()) effect.accounts.add(account);
      effect.hlc = hlc;
    };
    const pieces = isLines(documents) ? [documents] : cut(documents);
    // The next piece is on its way while one is written; when one fails, so do all behind it.
    let before: Promise<void> = Promise.resolve();
    for (const [at, piece] of pieces.entries()) {
      const own = write(piece, at === pieces.length - 1 ? marks : {}, entries).then(take);
      own.catch(nothing);
      await before;
      before = own;
    }
    await before;
    return effect;
  }

  const kept = async (ids: readonly string[]): Promise<AnyRecord[]> => {
    const found: AnyRecord[] = [];
    const wanted = [...new Set(ids)];
    for (let at = 0; at < wanted.length; at += READ) found.push(...(await records.getMany(wanted.slice(at, at + READ))));
    return found;
  };
  const getMany: Reader['getMany'] = async (ids) => new Map((await kept(ids)).map((record) => [record.id, upgrade(record)]));

  return {
    marks: () => store.marks(),
    kept,
    balances,
    reader: {
      getMany,
      get: async (id) => (await getMany([id])).get(id) ?? null,
      list: async ({ limit, ...query }) => {
        const found = (await records.query({ ...query, limit: limit + 1 })).map((record) => upgrade(record));
        const rows = found.slice(0, limit);
        return { rows, next: found.length > limit ? (rows.at(-1)?.seek ?? null) : null };
      },
      all: async (query, atMost = 10_000) => {
        const rows: AnyRecord[] = [];
        for (let after = ''; rows.length <= atMost;) {
          const limit = Math.min(PIECE, atMost + 1 - rows.length);
          const found = await records.query({ ...query, after, limit });
          for (const record of found) rows.push(upgrade(record));
          after = found.at(-1)?.seek ?? '';
          if (found.length < limit) break;
        }
        return { rows: rows.slice(0, atMost), complete: rows.length <= atMost };
      },
      balance: (account) => balances.balance(account),
      balances: (prefix) => balances.balances(prefix),
    },
    apply: (...given) => inPieces((...piece) => store.apply(...piece), feed.put, ...given),
    gather: async (documents, marks, entries, isQuiet = false) => {
      const effect = await inPieces((...piece) => store.gather(...piece, isQuiet), feed.putLater, documents, marks, entries);
      // What changed was not told.
      if (isQuiet) records.forget();
      return effect;
    },
    sumUp: async () => {
      await store.sumUp();
      await feed.pour();
    },
    changedIn: (from, to) => store.changedIn(from, to),
    rebuild: (onProgress, signal) => {
      const work = async () => {
        signal?.throwIfAborted();
        const stop = () => void store.stopRebuild().catch(nothing);
        signal?.addEventListener('abort', stop);
        progress = onProgress;
        try {
          const { balances: corrected, keys } = await store.rebuild();
          balances.forget();
          feed.put(keys);
          return { balances: corrected, keys: keys.length };
        } finally {
          progress = nothing;
          signal?.removeEventListener('abort', stop);
        }
      };
      const own = rebuilding.then(work);
      rebuilding = own.catch(nothing);
      return own;
    },
    reopen: async () => {
      balances.forget();
      records.forget();
      await store.close().catch(nothing);
      store = await open();
      records.forget();
    },
    loadKeys: async (isOver) => {
      for (let from = 0; !isOver();) {
        const keys = JSON.parse(await store.keys(from)) as SearchKey[];
        if (keys.length === 0) return;
        search.offer(keys);
        from += keys.length;
      }
    },
    close: () => store.close(),
  };
}

function cut(records: readonly AnyRecord[]): (readonly AnyRecord[])[] {
  if (records.length <= PIECE) return [records];
  return Array.from({ length: Math.ceil(records.length / PIECE) }, (_, at) => records.slice(at * PIECE, (at + 1) * PIECE));
}

function nothing(): void {}
