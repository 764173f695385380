import type { Result } from '#shared/core/result.ts';
import type { Blocked } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Actor } from '#shared/policy/roles.ts';

/** What a command left behind. */
export interface Saved<T> {
  answer: T;
  /** As stored: with printed numbers. */
  records: readonly AnyRecord[];
}

export interface SearchQuery {
  /** Number, name, phone digits, pinyin, initials or any part of them. */
  text: string;
  /** Only these kinds; all when left out. */
  kinds?: readonly string[];
  /** Leaves out documents in these statuses, e.g. withdrawn products. */
  without?: readonly string[];
  limit: number;
}

export interface SearchHit {
  id: string;
  kind: string;
  no: string;
  title: string;
  status: string;
  amount: number;
  day: string;
}

export type BookPhase =
  /** `done` of `total` documents; total 0 while unknown. */
  | { phase: 'opening' }
  | { phase: 'recovering'; reason: 'wiped' | 'behind' | 'new-book' | 'rebuild'; done: number; total: number }
  | { phase: 'ready' }
  /** Nothing is written any more; the reason is shown. It resumes by itself when writing works again. */
  | { phase: 'read-only'; reason: 'disk-full' | 'journal-failed' | 'store-failed' | 'disconnected' | 'taken' };

/** The branch's book in this page. One per page; every read and write of documents goes through it. */
export interface Book extends Reader {
  /**
   * Decides and writes, one command at a time. Resolves only when the host has fsynced the journal record; the working copy,
   * balances and live queries follow before it resolves. A refusal writes nothing.
   * Rejects with HostFailure when nothing could be made durable; the caller's input is not lost and may be sent again.
   */
  run<T>(actor: Actor, decide: Decide<T>): Promise<Result<Saved<T>, Blocked>>;
  /**
   * Calls `listener` with the result now and whenever a command changed something that `read` looked at (kinds, ids, parties, balances are
   * tracked while it reads). Returns the function that stops it.
   */
  watch<T>(
    read: (reader: Reader) => Promise<T>,
    listener: (outcome: { ok: true; value: T } | { ok: false; problem: unknown }) => void,
  ): () => void;
  /** Answers from keys held in memory; never walks the store. Best match first. Empty text gives nothing. */
  search(query: SearchQuery): SearchHit[];
  /** Documents made elsewhere (demo, import, restore): journalled and stored in batches, without decisions. `signal` stops between batches. */
  load(
    batches: AsyncIterable<readonly AnyRecord[]> | Iterable<readonly AnyRecord[]>,
    onProgress: (documents: number) => void,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Sums all balances and search keys anew from the documents; the book stays usable. */
  rebuild(onProgress: (done: number, total: number) => void, signal?: AbortSignal): Promise<void>;
  phase(): BookPhase;
  onPhase(listener: (phase: BookPhase) => void): () => void;
  /** Last journal entry that this page has taken in; behind the host's `lastSeq` while documents from the centre arrive. */
  reached(): number;
  /** Number of documents in the book. */
  size(): Promise<number>;
  /** Stops timers and closes the databases. Nothing is lost: what was acknowledged is durable already. */
  close(): Promise<void>;
}
