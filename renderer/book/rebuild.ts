import type { AnyRecord } from '#shared/documents/record.ts';
import { createBreath } from './breath.ts';
import type { Corrected, StoreEvents } from './book-store.ts';
import type { DocumentTable } from './document-table.ts';
import { figuresOf } from './figures-of.ts';
import type { KeyLog } from './key-log.ts';
import type { SearchKey } from './search-key.ts';

/** Documents read at once; others are answered in between. */
const PAGE = 500;

/** What a rebuild found to be different from what was kept. */
export interface Correction {
  /** Account → its true balance, 0 to remove it. */
  balances: Map<string, number>;
  keys: SearchKey[];
  /** The journal entries the keys' documents were last changed by. */
  seqs: Map<string, number>;
}

type Finish = (balances: ReadonlyMap<string, number>) => Promise<Correction>;

/** Sums all documents anew while the store stays in use. Documents changed meanwhile are left out of the sums and added at the end. */
export interface Rebuild {
  /** Documents are about to be written. */
  before(records: readonly AnyRecord[]): void;
  /** They were, and these changed. */
  after(changed: readonly (AnyRecord | null)[]): void;
  /** One at a time. @param alone compares the sums with what is kept; nothing may be written meanwhile */
  run(alone: (finish: Finish) => Promise<Corrected>): Promise<Corrected>;
  stop(): void;
}

export function createRebuild(given: { documents: DocumentTable; log: KeyLog; events: StoreEvents }): Rebuild {
  const { documents, log, events } = given;
  let running: Tally | null = null;
  let isStopped = false;

  async function count(tally: Tally): Promise<void> {
    for (let after = '', done = 0; ;) {
      if (isStopped) throw new DOMException('the rebuild was aborted', 'AbortError');
      const page = await documents.scan(after, PAGE);
      const last = page.at(-1);
      if (!last) return;
      tally.add(page, last.id);
      after = last.id;
      done += page.length;
      events.progress(done);
      // What else was asked of the store comes in between.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  return {
    before: (records) => running?.before(records),
    after: (changed) => running?.after(changed),
    stop: () => {
      isStopped = true;
    },
    run: async (alone) => {
      if (running) throw new Error('a rebuild is running already');
      isStopped = false;
      const tally = createTally(events.problem);
      running = tally;
      try {
        tally.expect(await log.all(createBreath()));
        await count(tally);
        return await alone(async (balances) => {
          tally.addUncounted(await documents.getMany(tally.uncounted()));
          return tally.correction(balances);
        });
      } finally {
        running = null;
      }
    },
  };
}

type Tally = ReturnType<typeof createTally>;

function createTally(onProblem: (problem: unknown) => void) {
  const sums = new Map<string, number>();
  const keys: SearchKey[] = [];
  const seqs = new Map<string, number>();
  /** Documents written since the beginning; true while what they were before is in the sums. */
  const touched = new Map<string, boolean>();
  let kept: Awaited<ReturnType<KeyLog['all']>> = new Map();
  let position = '';

  function count(record: AnyRecord, sign: 1 | -1): SearchKey {
    const { contribution, key } = figuresOf(record, onProblem);
    for (const [account, amount] of contribution) sums.set(account, (sums.get(account) ?? 0) + sign * amount);
    return key;
  }

  return {
    expect: (found: typeof kept) => {
      kept = found;
    },
    before: (records: readonly AnyRecord[]) => {
      for (const { id } of records) if (!touched.has(id)) touched.set(id, id <= position);
    },
    after: (changed: readonly (AnyRecord | null)[]) => {
      for (const before of changed) {
        if (!before || touched.get(before.id) !== true) continue;
        touched.set(before.id, false);
        count(before, -1);
      }
    },
    add: (page: readonly AnyRecord[], upTo: string) => {
      for (const record of page) {
        if (touched.has(record.id)) continue;
        const key = count(record, 1);
        const was = kept.get(record.id);
        if (was?.text === JSON.stringify(key)) continue;
        keys.push(key);
        seqs.set(record.id, was?.seq ?? 0);
      }
      position = upTo;
    },
    uncounted: () => [...touched].flatMap(([id, isCounted]) => (isCounted ? [] : [id])),
    /** Their keys were written with them. */
    addUncounted: (records: readonly AnyRecord[]) => {
      for (const record of records) count(record, 1);
    },
    correction: (stored: ReadonlyMap<string, number>): Correction => {
      const balances = new Map<string, number>();
      for (const [account, sum] of sums) if (sum !== (stored.get(account) ?? 0)) balances.set(account, sum);
      for (const account of stored.keys()) if (!sums.has(account)) balances.set(account, 0);
      return { balances, keys: keys.filter(({ id }) => !touched.has(id)), seqs };
    },
  };
}
