import { postingDelta, sumPostings } from '#shared/ledger/posting.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { isSame } from '#shared/core/canonical.ts';
import { mergeCopies } from '#shared/modules/merge-copies.ts';
import { openBalancePages } from './balance-pages.ts';
import type { Applied, BookStore, Change, StoreEvents } from './book-store.ts';
import { createBreath } from './breath.ts';
import { createCommandQueue } from './command-queue.ts';
import type { Contribution } from './contribution.ts';
import { readDocuments, type Documents, type Entries } from './document-lines.ts';
import { documentTable } from './document-table.ts';
import { figuresOf, type FiguresOf } from './figures-of.ts';
import { createKeyLog } from './key-log.ts';
import { toMarks, toRows, type Marks } from './marks.ts';
import { createPendingSums } from './pending-sums.ts';
import { createRebuild } from './rebuild.ts';
import type { RecordHead } from './record-query.ts';
import { openStoreDatabase } from './store-database.ts';
import { bare, heightOf, toStored, type StoredRecord } from './stored-form.ts';

/** Gathered accounts after which they are written. */
const MOST_PENDING = 50_000;
/** Documents read at once to sum them. */
const PAGE = 1_000;
/** Search keys handed over at once: a few milliseconds for the page. */
const KEYS = 1_000;
/** Changed documents handed back to the page. */
const FEW = 20;

export async function openBookStore(name: string, events: StoreEvents): Promise<BookStore> {
  const database = await openStoreDatabase(name);
  const { dexie, balances, marks } = database;
  const documents = documentTable(database.documents);
  const pages = await openBalancePages(balances);
  const log = createKeyLog(database.keys);
  const pending = createPendingSums();
  const turn = createCommandQueue();
  const rebuild = createRebuild({ documents, log, events });
  const readMarks = async () => toMarks(await marks.toArray());
  const opened = await readMarks();
  let { hlc } = opened;
  /** All that is not in the balances is in `pending`. */
  let isGathered = !opened.unsummed;
  let failure: { problem: unknown } | null = null;
  let keyTexts: string[] = [];

  const everything = [database.documents, balances, database.keys, marks];
  // Dexie keeps a transaction over `await` only for what it sees to be an async function.
  const transaction = async <T>(work: () => Promise<T>): Promise<T> => dexie.transaction('rw', everything, async () => work());

  interface Writing {
    records: readonly AnyRecord[];
    /** Of each, if it is new. */
    fresh: readonly FiguresOf[];
    seqOf(id: string): number;
    marked: Partial<Marks>;
    gathers: boolean;
  }

  async function write({ records, fresh, seqOf, marked, gathers }: Writing) {
    const present = await documents.present(records.map(({ id }) => id));
    const rows: StoredRecord[] = [];
    const changes: Change[] = [];
    const replaced: (AnyRecord | null)[] = [];
    const written: AnyRecord[] = [];
    const came: Contribution[] = [];
    const figures: FiguresOf[] = [];
    const gone: Contribution[] = [];
    for (const [at, record] of records.entries()) {
      const stored = present.get(record.id);
      const before = stored ? bare(stored) : null;
      const merged = before ? mergeCopies(before, record) : record;
      const isKept = before !== null && (merged === before || isSame(merged, before));
      const after = isKept ? before : merged;
      const own = (after === record ? fresh[at] : undefined) ?? figuresOf(after, events.problem);
      figures.push(own);
      if (isKept) continue;
      rows.push(toStored(after, stored ? heightOf(stored) + 1 : 1));
      if (before) gone.push(figuresOf(before, events.problem).contribution);
      came.push(own.contribution);
      written.push(after);
      changes.push({ before: before && headOf(before), after: headOf(after) });
      replaced.push(before);
    }
    const moved = postingDelta(gone.flatMap(toPostings), came.flatMap(toPostings));
    const keys = figures.map(({ key }) => key);
    const newest = newestEvent(records, hlc);
    // Asked for together: the store's own thread works while the next is put together here.
    const [settled] = await Promise.all([
      moveBalances(moved, gathers),
      database.documents.bulkPut(rows),
      log.add(keys, seqOf),
      marks.bulkPut(toRows({ ...marked, ...(gathers ? { unsummed: true } : {}), ...(newest > hlc ? { hlc: newest } : {}) })),
    ]);
    const applied: Applied = { changes, documents: written.length <= FEW ? written : [], moved, keys, hlc: newest };
    return { settled, newest, replaced, applied };
  }

  /** Into the pages, or, gathering, into memory until there is too much of it. The answer is for after the transaction. */
  async function moveBalances(moved: ReadonlyMap<string, number>, gathers: boolean): Promise<() => void> {
    if (!gathers) return pages.move(moved);
    if (pending.size() + moved.size < MOST_PENDING) return () => pending.add(moved);
    const all = createPendingSums();
    all.add(pending.all());
    all.add(moved);
    const committed = await pages.move(all.all());
    return () => {
      committed();
      pending.clear();
    };
  }

  async function put(given: Documents, marked: Partial<Marks>, entries: Entries, gathers: boolean): Promise<Applied> {
    // At once, while the transaction before is still being written.
    const { records, seqOf } = readDocuments(given, entries);
    const fresh = records.map((record) => figuresOf(record, events.problem));
    return turn.add(async () => {
      if (failure) throw failure.problem;
      rebuild.before(records);
      try {
        const { settled, newest, replaced, applied } = await transaction(() => write({ records, fresh, seqOf, marked, gathers }));
        settled();
        hlc = newest;
        rebuild.after(replaced);
        return applied;
      } catch (problem) {
        failure = { problem };
        throw problem;
      }
    });
  }

  async function sumDocuments(): Promise<void> {
    pending.clear();
    (await transaction(() => pages.replace(new Map())))();
    for (let after = ''; ;) {
      const page = await documents.scan(after, PAGE);
      const last = page.at(-1);
      if (!last) break;
      after = last.id;
      pending.add(sumPostings(page.flatMap((record) => toPostings(figuresOf(record, events.problem).contribution))));
      if (pending.size() >= MOST_PENDING) await flush({});
    }
  }

  async function flush(marked: Partial<Marks>): Promise<void> {
    const committed = await transaction(async () => {
      const done = await pages.move(pending.all());
      await marks.bulkPut(toRows(marked));
      return done;
    });
    committed();
    pending.clear();
  }

  async function sumUp(): Promise<void> {
    if (!(await readMarks()).unsummed) return;
    if (!isGathered) await sumDocuments();
    await flush({ unsummed: false });
    isGathered = true;
  }

  const allBalances = async (prefix: string): Promise<Map<string, number>> => {
    const stored = await pages.below(prefix);
    if (pending.size() === 0) return stored;
    return sumPostings([...stored, ...pending.below(prefix)].map(([account, amount]) => ({ account, amount })));
  };

  return {
    marks: readMarks,
    getMany: documents.getMany,
    query: documents.query,
    amounts: async (accounts) => (await pages.amounts(accounts)).map((amount, at) => amount + pending.of(accounts[at] ?? '')),
    balances: allBalances,
    apply: (given, marked, entries) => put(given, marked, entries, false),
    gather: async (given, marked, entries, isQuiet) => {
      const applied = await put(given, marked, entries, true);
      return isQuiet ? { ...applied, changes: [], documents: [], moved: new Map(), keys: [] } : applied;
    },
    sumUp: () => turn.add(sumUp),
    changedIn: async (from, to) => [...(await log.all(createBreath()))].flatMap(([id, { seq }]) => (seq >= from && seq <= to ? [id] : [])),
    keys: async (from) => {
      if (from === 0) keyTexts = await log.newestFirst(createBreath());
      const some = keyTexts.slice(from, from + KEYS);
      if (some.length === 0) keyTexts = [];
      return `[${some.join(',')}]`;
    },
    rebuild: () =>
      rebuild.run(async (finish) =>
        turn.add(async () => {
          if (pending.size() > 0) await flush({});
          const correction = await finish(await pages.below(''));
          if (correction.balances.size + correction.keys.length > 0) {
            const committed = await transaction(async () => {
              const done = await pages.set(correction.balances);
              await log.add(correction.keys, (id) => correction.seqs.get(id) ?? 0);
              return done;
            });
            committed();
          }
          return { balances: correction.balances.size, keys: correction.keys };
        }),
      ),
    stopRebuild: async () => rebuild.stop(),
    close: async () => {
      if (isGathered && pending.size() > 0 && !failure) await turn.add(sumUp);
      await database.close();
    },
  };
}

function headOf({ id, kind, party, source, status, day, seek }: AnyRecord): RecordHead {
  return { id, kind, party, source, status, day, seek };
}

function toPostings(contribution: Contribution): { account: string; amount: number }[] {
  return contribution.map(([account, amount]) => ({ account, amount }));
}

function newestEvent(records: readonly AnyRecord[], than: string): string {
  let newest = than;
  for (const { events } of records) for (const { id } of events) if (id > newest) newest = id;
  return newest;
}
