import type { AnyRecord } from '#shared/documents/record.ts';
import type { Contribution } from './contribution.ts';
import type { Change } from './document-store.ts';
import type { Correction } from './figures.ts';
import { figuresOf } from './figures-of.ts';
import type { SearchKey } from './search-key.ts';
import type { PutObserver, WorkingCopy } from './working-copy.ts';

/** Small enough that the page is never held up for long. */
const PAGE = 500;

export interface RebuildFigures {
  copy: WorkingCopy;
  /** Runs the last step alone: no command is written meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Keeps readers out for a moment. */
  hold<T>(work: () => Promise<T>): Promise<T>;
  onProgress(done: number): void;
  onProblem(problem: unknown): void;
  signal?: AbortSignal | undefined;
}

/**
 * Sums everything anew from the documents while the book stays in use, and puts right in one transaction what differs from the figures kept.
 * Documents changed meanwhile are left out of the sums and added at the end as they are then.
 * @returns what had to be put right
 */
export async function rebuildFigures({ copy, alone, hold, onProgress, onProblem, signal }: RebuildFigures): Promise<Correction> {
  const tally = createTally(onProblem);
  const stop = copy.observePuts(tally.observer);
  try {
    for (let after = '', done = 0; ;) {
      signal?.throwIfAborted();
      const page = await copy.documents().scan(after, PAGE);
      const [first, last] = [page[0], page.at(-1)];
      if (!first || !last) break;
      tally.add(page, await copy.figures().kept(first.id, last.id), last.id);
      after = last.id;
      done += page.length;
      onProgress(done);
      // Between two pages the page may paint and take keys.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    signal?.throwIfAborted();
    return await alone(async () => {
      for (const record of (await copy.documents().getMany(tally.touched())).values())
        tally.addTouched(record, await copy.figures().kept(record.id, record.id));
      const correction = await tally.correction(copy);
      await hold(() => copy.correct(correction));
      return correction;
    });
  } finally {
    stop();
  }
}

type Kept = Awaited<ReturnType<ReturnType<WorkingCopy['figures']>['kept']>>;

function createTally(onProblem: (problem: unknown) => void) {
  const sums = new Map<string, number>();
  const seen = new Set<string>();
  const contributions = new Map<string, Contribution>();
  const keys = new Map<string, SearchKey>();
  /** Documents written since the beginning; true when they had been summed before that. */
  const touched = new Map<string, boolean>();
  let position = '';
  let isLost = false;

  function count(contribution: Contribution, sign: 1 | -1): void {
    for (const [account, amount] of contribution) sums.set(account, (sums.get(account) ?? 0) + sign * amount);
  }

  function take(record: AnyRecord, kept: Kept): void {
    const { contribution, key } = figuresOf(record, onProblem);
    count(contribution, 1);
    seen.add(record.id);
    if (!isSameContribution(contribution, kept.contributions.get(record.id) ?? [])) contributions.set(record.id, contribution);
    if (!isSameKey(key, kept.keys.get(record.id))) keys.set(record.id, key);
  }

  const observer: PutObserver = {
    before: (records) => {
      for (const record of records) if (!touched.has(record.id)) touched.set(record.id, record.id <= position);
    },
    after: (changes: readonly Change[]) => {
      for (const { before, after } of changes) {
        if (touched.get(after.id) !== true) continue;
        touched.set(after.id, false);
        if (before) count(figuresOf(before, onProblem).contribution, -1);
      }
    },
    lost: () => {
      isLost = true;
    },
  };

  return {
    observer,
    touched: () => [...touched.keys()],
    add: (page: readonly AnyRecord[], kept: Kept, upTo: string) => {
      for (const record of page) if (!touched.has(record.id)) take(record, kept);
      position = upTo;
    },
    /** What was found of it before it was written again no longer holds. */
    addTouched: (record: AnyRecord, kept: Kept) => {
      contributions.delete(record.id);
      keys.delete(record.id);
      take(record, kept);
    },
    correction: async (copy: WorkingCopy): Promise<Correction> => {
      if (isLost) throw new Error('the store failed during the rebuild; nothing was changed, do it again');
      const stored = await copy.figures().everything();
      const balances = new Map<string, number>();
      for (const [account, sum] of sums) if (sum !== (stored.balances.get(account) ?? 0)) balances.set(account, sum);
      for (const account of stored.balances.keys()) if (!sums.has(account)) balances.set(account, 0);
      for (const id of stored.contributors) if (!seen.has(id)) contributions.set(id, []);
      return { balances, contributions, keys: [...keys.values()] };
    },
  };
}

function isSameContribution(a: Contribution, b: Contribution): boolean {
  return a.length === b.length && a.every(([account, amount], at) => b[at]?.[0] === account && b[at]?.[1] === amount);
}

function isSameKey(key: SearchKey, kept: SearchKey | undefined): boolean {
  return kept !== undefined && (Object.keys(key) as (keyof SearchKey)[]).every((field) => key[field] === kept[field]);
}
