import type { Hlc } from '#shared/core/hybrid-clock.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Documents, Entries } from './document-lines.ts';
import type { PageQuery } from './document-table.ts';
import type { Marks } from './marks.ts';
import type { RecordHead } from './record-query.ts';
import type { SearchKey } from './search-key.ts';

/** One document as it was and as it is now, as far as lists can tell. */
export interface Change {
  before: RecordHead | null;
  after: RecordHead;
}

/** What applying documents changed. */
export interface Applied {
  changes: Change[];
  /** The changed documents as they are kept now; none when there are many. */
  documents: AnyRecord[];
  /** Account → how much it moved; never zero. */
  moved: Map<string, number>;
  keys: SearchKey[];
  /** Newest event in the store. */
  hlc: Hlc;
}

/** How many a rebuild had to put right. */
export interface Corrected {
  balances: number;
  keys: SearchKey[];
}

/**
 * The working copy's databases, as the page asks for them: in a worker where there is one. Everything given and answered can be copied
 * from one thread to another. Documents come as they are kept.
 */
export interface BookStore {
  marks(): Promise<Marks>;
  getMany(ids: readonly string[]): Promise<AnyRecord[]>;
  /** Newest first. */
  query(query: PageQuery): Promise<AnyRecord[]>;
  /** The balance of each of these accounts. */
  amounts(accounts: readonly string[]): Promise<number[]>;
  balances(prefix: string): Promise<Map<string, number>>;
  /**
   * Merges documents in, moves balances by what they add to what they added before, and sets the marks: all in one transaction. Applying the
   * same again moves nothing. Once one has failed, all that were asked for after it fail as well, until the store is opened anew.
   */
  apply(documents: Documents, marks: Partial<Marks>, entries: Entries): Promise<Applied>;
  /**
   * The same for much at once: balances are gathered in memory, where readers find them too, and `sumUp` writes them.
   * @param isQuiet nobody is waiting to hear what changed
   */
  gather(documents: Documents, marks: Partial<Marks>, entries: Entries, isQuiet: boolean): Promise<Applied>;
  /** Writes what was gathered; after an interruption sums all documents instead. */
  sumUp(): Promise<void>;
  /** Documents whose last change is in one of these journal entries. Looks at all of them: for mishaps only. */
  changedIn(from: number, to: number): Promise<string[]>;
  /** Search keys, newest document first, as a JSON array: those from number `from` on. '[]' at the end. */
  keys(from: number): Promise<string>;
  /** Sums everything anew, puts right what differs. Others may read and write meanwhile. Rejects when stopped. */
  rebuild(): Promise<Corrected>;
  stopRebuild(): Promise<void>;
  close(): Promise<void>;
}

/** What a store tells unasked. */
export interface StoreEvents {
  /** Documents that a module cannot make sense of; they are kept, count for nothing and do not stop the others. */
  problem(problem: unknown): void;
  /** Documents a rebuild has summed. */
  progress(done: number): void;
}
