import { Dexie, type Table } from 'dexie';
import { postingDelta } from '#shared/ledger/posting.ts';
import type { Hlc } from '#shared/core/hybrid-clock.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Contribution } from './contribution.ts';
import { openBalancePages, type BalancePage } from './balance-pages.ts';
import { figuresOf, type FiguresOf } from './figures-of.ts';
import type { SearchKey } from './search-key.ts';
import { withinTime } from './time-limit.ts';

interface ContributionRow {
  id: string;
  postings: Contribution;
}

/** A search key as stored, with the journal entry its document was last changed by (0: from a snapshot). */
interface KeyRow extends SearchKey {
  seq: number;
}

/** The journal entry of all these documents, or of each by its id; 0 for those from a snapshot. */
export type EntryOf = number | ReadonlyMap<string, number>;

interface MarkRow {
  name: string;
  value: unknown;
}

/** Where the read models stand. Written in the same transaction as the figures it speaks of. */
export interface Marks {
  /** Last journal entry in the figures. */
  checkpoint: number;
  /** Newest event seen; the next one must be later. */
  hlc: Hlc;
  /** Version of the program that computed the figures. */
  program: string;
  /** A build from a snapshot that has not ended. */
  building: { snapshot: string; done: number } | null;
  /** Contributions were written without their balances; `sumUp` is still to come. */
  unsummed: boolean;
}

const noMarks: Marks = { checkpoint: 0, hlc: '', program: '', building: null, unsummed: false };
const WRITE_MS = 30_000;
/** Contributions read at once; the browser's thread is free in between. */
const ROWS = 5_000;

/** What a rebuild found to be different from what was kept. */
export interface Correction {
  /** Account → its true balance, 0 to remove it. */
  balances: Map<string, number>;
  /** Document → its true contribution. */
  contributions: Map<string, Contribution>;
  keys: SearchKey[];
}

/** What applying documents changed. */
export interface Applied {
  /** Account → how much it moved; never zero. */
  moved: Map<string, number>;
  keys: SearchKey[];
}

export type FiguresDatabase = Dexie & {
  balances: Table<BalancePage, string>;
  contributions: Table<ContributionRow, string>;
  keys: Table<KeyRow, string>;
  marks: Table<MarkRow, string>;
};

/** Read models: balances, what each document contributed to them, search keys, and how far they are. All of it can be rebuilt. */
export interface Figures {
  marks(): Promise<Marks>;
  /** Brings the documents' contributions up to date, and the marks with them, in one transaction. Applying the same again moves nothing. */
  apply(records: readonly AnyRecord[], marks: Partial<Marks>, seq: EntryOf): Promise<Applied>;
  /**
   * The same without the balances, which `sumUp` then writes once: several times faster for a whole book (measured: of a transaction with
   * five order lines, nine tenths of the time go into balances that the next one moves again).
   */
  applyUnsummed(records: readonly AnyRecord[], marks: Partial<Marks>, seq: EntryOf): Promise<Applied>;
  /** All balances anew from the contributions, in one transaction. */
  sumUp(): Promise<void>;
  balance(account: string): Promise<number>;
  balances(prefix: string): Promise<Map<string, number>>;
  /** Newest first, `limit` keys behind the seek key `after`. */
  keys(after: string, limit: number): Promise<KeyRow[]>;
  /** Documents whose last change is in one of these journal entries. Looks at all of them: for mishaps only. */
  changedIn(from: number, to: number): Promise<string[]>;
  /** What is kept of the documents with ids from `from` to `to`. */
  kept(from: string, to: string): Promise<{ contributions: Map<string, Contribution>; keys: Map<string, SearchKey> }>;
  /** All balances, and the documents that contributed. */
  everything(): Promise<{ balances: Map<string, number>; contributors: string[] }>;
  /** Puts right what a rebuild found, in one transaction. */
  correct(correction: Correction, marks: Partial<Marks>): Promise<void>;
  clear(): Promise<void>;
  database: FiguresDatabase;
  close(): void;
}

/** @param onProblem told of documents that a module cannot make sense of; they are kept, count for nothing and must not stop the others */
export async function openFigures(name: string, onProblem: (problem: unknown) => void): Promise<Figures> {
  const database = new Dexie(name) as FiguresDatabase;
  database.version(1).stores({ balances: 'first', contributions: 'id', keys: 'id, seek', marks: 'name' });
  await withinTime('opening the figures', WRITE_MS, Promise.resolve(database.open()));
  const { balances, contributions, keys, marks } = database;
  const tables = [balances, contributions, keys, marks];
  const pages = await openBalancePages(balances);

  async function write(figures: readonly FiguresOf[], seq: EntryOf): Promise<void> {
    const parts = figures.map(({ key, contribution }) => ({ id: key.id, postings: contribution }));
    await contributions.bulkPut(parts.filter(({ postings }) => postings.length > 0));
    await contributions.bulkDelete(parts.filter(({ postings }) => postings.length === 0).map(({ id }) => id));
    await keys.bulkPut(figures.map(({ key }) => ({ ...key, seq: typeof seq === 'number' ? seq : (seq.get(key.id) ?? 0) })));
  }

  async function mark(marked: Partial<Marks>): Promise<void> {
    await marks.bulkPut(Object.entries(marked).map(([name, value]) => ({ name, value })));
  }

  return {
    database,
    marks: async () => ({ ...noMarks, ...Object.fromEntries((await marks.toArray()).map(({ name, value }) => [name, value])) }),
    apply: async (records, marked, seq) => {
      const now = records.map((record) => figuresOf(record, onProblem));
      const work = database.transaction('rw', tables, async () => {
        const stored = await contributions.bulkGet(now.map(({ key }) => key.id));
        const moved = postingDelta(
          stored.flatMap((row) => toPostings(row?.postings ?? [])),
          now.flatMap(({ contribution }) => toPostings(contribution)),
        );
        const committed = await pages.move(moved);
        await write(now, seq);
        await mark(marked);
        return { committed, applied: { moved, keys: now.map(({ key }) => key) } };
      });
      const { committed, applied } = await withinTime('writing the figures', WRITE_MS, Promise.resolve(work));
      committed();
      return applied;
    },
    applyUnsummed: (records, marked, seq) => {
      const now = records.map((record) => figuresOf(record, onProblem));
      const work = database.transaction('rw', contributions, keys, marks, async () => {
        await write(now, seq);
        await mark({ ...marked, unsummed: true });
        return { moved: new Map<string, number>(), keys: now.map(({ key }) => key) };
      });
      return withinTime('writing the figures', WRITE_MS, Promise.resolve(work));
    },
    sumUp: async () => {
      const sums = new Map<string, number>();
      for (let after = ''; ;) {
        const rows = await contributions.where('id').above(after).limit(ROWS).toArray();
        for (const { postings } of rows) for (const [account, amount] of postings) sums.set(account, (sums.get(account) ?? 0) + amount);
        const last = rows.at(-1);
        if (!last) break;
        after = last.id;
      }
      const committed = await database.transaction('rw', balances, marks, async () => {
        const replaced = await pages.replace(sums);
        await mark({ unsummed: false });
        return replaced;
      });
      committed();
    },
    balance: pages.balance,
    balances: pages.below,
    keys: (after, limit) => Promise.resolve(keys.where('seek').above(after).limit(limit).toArray()),
    changedIn: (from, to) => Promise.resolve(keys.filter(({ seq }) => seq >= from && seq <= to).primaryKeys()),
    kept: async (from, to) => {
      const [parts, found] = await Promise.all([
        contributions.where('id').between(from, to, true, true).toArray(),
        keys.where('id').between(from, to, true, true).toArray(),
      ]);
      return { contributions: new Map(parts.map((row) => [row.id, row.postings])), keys: new Map(found.map((key) => [key.id, key])) };
    },
    everything: async () => ({
      balances: await pages.below(''),
      contributors: await contributions.toCollection().primaryKeys(),
    }),
    correct: async (correction, marked) => {
      const parts = [...correction.contributions].map(([id, postings]) => ({ id, postings }));
      const committed = await database.transaction('rw', tables, async () => {
        const set = await pages.set(correction.balances);
        await contributions.bulkPut(parts.filter(({ postings }) => postings.length > 0));
        await contributions.bulkDelete(parts.filter(({ postings }) => postings.length === 0).map(({ id }) => id));
        const seqs = await keys.bulkGet(correction.keys.map(({ id }) => id));
        await keys.bulkPut(correction.keys.map((key, at) => ({ ...key, seq: seqs[at]?.seq ?? 0 })));
        await mark(marked);
        return set;
      });
      committed();
    },
    clear: async () => {
      await database.transaction('rw', tables, async () => {
        for (const table of tables) await table.clear();
      });
      (await pages.replace(new Map()))();
    },
    close: () => database.close(),
  };
}

function toPostings(contribution: Contribution): { account: string; amount: number }[] {
  return contribution.map(([account, amount]) => ({ account, amount }));
}
