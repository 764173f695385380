import { Dexie, type Table } from 'dexie';
import { postingDelta } from '#shared/ledger/posting.ts';
import type { Hlc } from '#shared/core/hybrid-clock.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Contribution } from './contribution.ts';
import { figuresOf } from './figures-of.ts';
import type { SearchKey } from './search-key.ts';
import { withinTime } from './time-limit.ts';

interface BalanceRow {
  account: string;
  amount: number;
}

interface ContributionRow {
  id: string;
  postings: Contribution;
}

/** A search key as stored, with the journal entry its document was last changed by (0: from a snapshot). */
interface KeyRow extends SearchKey {
  seq: number;
}

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
}

const noMarks: Marks = { checkpoint: 0, hlc: '', program: '', building: null };
const WRITE_MS = 30_000;

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
  balances: Table<BalanceRow, string>;
  contributions: Table<ContributionRow, string>;
  keys: Table<KeyRow, string>;
  marks: Table<MarkRow, string>;
};

/** Read models: balances, what each document contributed to them, search keys, and how far they are. All of it can be rebuilt. */
export interface Figures {
  marks(): Promise<Marks>;
  /** Brings the documents' contributions up to date, and the marks with them, in one transaction. Applying the same again moves nothing. */
  apply(records: readonly AnyRecord[], marks: Partial<Marks>, seq: number): Promise<Applied>;
  balance(account: string): Promise<number>;
  balances(prefix: string): Promise<Map<string, number>>;
  /** Newest first, `limit` keys behind the seek key `after`. */
  keys(after: string, limit: number): Promise<KeyRow[]>;
  /** Documents whose last change is in a later journal entry. Looks at all of them: for mishaps only. */
  changedAfter(seq: number): Promise<string[]>;
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
  database.version(1).stores({ balances: 'account', contributions: 'id', keys: 'id, seek', marks: 'name' });
  await withinTime('opening the figures', WRITE_MS, Promise.resolve(database.open()));
  const { balances, contributions, keys, marks } = database;
  const tables = [balances, contributions, keys, marks];

  async function move(moved: ReadonlyMap<string, number>): Promise<void> {
    const accounts = [...moved.keys()];
    const before = await balances.bulkGet(accounts);
    const after = accounts.map((account, at) => ({ account, amount: (before[at]?.amount ?? 0) + (moved.get(account) ?? 0) }));
    await balances.bulkPut(after.filter(({ amount }) => amount !== 0));
    await balances.bulkDelete(after.filter(({ amount }) => amount === 0).map(({ account }) => account));
  }

  async function mark(marked: Partial<Marks>): Promise<void> {
    await marks.bulkPut(Object.entries(marked).map(([name, value]) => ({ name, value })));
  }

  return {
    database,
    marks: async () => ({ ...noMarks, ...Object.fromEntries((await marks.toArray()).map(({ name, value }) => [name, value])) }),
    apply: (records, marked, seq) => {
      const read = records.map((record) => figuresOf(record, onProblem));
      const now = read.map(({ key, contribution }) => ({ id: key.id, postings: contribution }));
      const written = read.map(({ key }) => key);
      const work = database.transaction('rw', tables, async () => {
        const stored = await contributions.bulkGet(now.map(({ id }) => id));
        const moved = postingDelta(
          stored.flatMap((row) => toPostings(row?.postings ?? [])),
          now.flatMap(({ postings }) => toPostings(postings)),
        );
        if (moved.size > 0) await move(moved);
        await contributions.bulkPut(now.filter(({ postings }) => postings.length > 0));
        await contributions.bulkDelete(now.filter(({ postings }, at) => postings.length === 0 && stored[at]).map(({ id }) => id));
        await keys.bulkPut(written.map((key) => ({ ...key, seq })));
        await mark(marked);
        return { moved, keys: written };
      });
      return withinTime('writing the figures', WRITE_MS, Promise.resolve(work));
    },
    balance: async (account) => (await balances.get(account))?.amount ?? 0,
    balances: async (prefix) => {
      const rows = await balances.where('account').between(prefix, `${prefix}\uffff`, true, false).toArray();
      return new Map(rows.map(({ account, amount }) => [account, amount]));
    },
    keys: (after, limit) => Promise.resolve(keys.where('seek').above(after).limit(limit).toArray()),
    changedAfter: (seq) => Promise.resolve(keys.filter((key) => key.seq > seq).primaryKeys()),
    kept: async (from, to) => {
      const [parts, found] = await Promise.all([
        contributions.where('id').between(from, to, true, true).toArray(),
        keys.where('id').between(from, to, true, true).toArray(),
      ]);
      return { contributions: new Map(parts.map((row) => [row.id, row.postings])), keys: new Map(found.map((key) => [key.id, key])) };
    },
    everything: async () => ({
      balances: new Map((await balances.toArray()).map(({ account, amount }) => [account, amount])),
      contributors: await contributions.toCollection().primaryKeys(),
    }),
    correct: (correction, marked) => {
      const sums = [...correction.balances].map(([account, amount]) => ({ account, amount }));
      const parts = [...correction.contributions].map(([id, postings]) => ({ id, postings }));
      const work = database.transaction('rw', tables, async () => {
        await balances.bulkPut(sums.filter(({ amount }) => amount !== 0));
        await balances.bulkDelete(sums.filter(({ amount }) => amount === 0).map(({ account }) => account));
        await contributions.bulkPut(parts.filter(({ postings }) => postings.length > 0));
        await contributions.bulkDelete(parts.filter(({ postings }) => postings.length === 0).map(({ id }) => id));
        const seqs = await keys.bulkGet(correction.keys.map(({ id }) => id));
        await keys.bulkPut(correction.keys.map((key, at) => ({ ...key, seq: seqs[at]?.seq ?? 0 })));
        await mark(marked);
      });
      return Promise.resolve(work);
    },
    clear: () =>
      Promise.resolve(database.transaction('rw', tables, () => Promise.all(tables.map((table) => table.clear())).then(() => undefined))),
    close: () => database.close(),
  };
}

function toPostings(contribution: Contribution): { account: string; amount: number }[] {
  return contribution.map(([account, amount]) => ({ account, amount }));
}
