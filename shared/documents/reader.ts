import type { Day } from '#shared/core/calendar.ts';
import type { Result } from '#shared/core/result.ts';
import type { Blocked, Moment } from './act.ts';
import type { AnyRecord } from './record.ts';

/** Which documents: one index each. `party` and `source` go over all kinds unless `kind` narrows them. */
export interface RecordQuery {
  kind?: string;
  status?: string;
  party?: string;
  source?: string;
  day?: { from: Day; to: Day };
}

/** What a decision may look at: the book, read-only. The page's book answers it from its store, tests from memory. */
export interface Reader {
  get(id: string): Promise<AnyRecord | null>;
  getMany(ids: readonly string[]): Promise<Map<string, AnyRecord>>;
  /** Newest first, page by key: pass `next` back as `after`. */
  list(query: RecordQuery & { after?: string; limit: number }): Promise<{ rows: AnyRecord[]; next: string | null }>;
  /** Every row of a small set (open tasks, active staff); stops at `atMost` and says so. */
  all(query: RecordQuery, atMost?: number): Promise<{ rows: AnyRecord[]; complete: boolean }>;
  balance(account: string): Promise<number>;
  /** Accounts below a path that ends with '/', account → amount; zero balances are absent. */
  balances(prefix: string): Promise<Map<string, number>>;
}

/** What a command wants written, all or nothing, and what it tells the screen. */
export interface Decision<T = null> {
  records: readonly AnyRecord[];
  answer: T;
}

/** A use case: looks, decides, changes nothing itself. */
export type Decide<T = null> = (read: Reader, moment: Moment) => Promise<Result<Decision<T>, Blocked>>;
