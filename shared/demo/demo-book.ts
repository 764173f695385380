import { dayOf, type Day } from '#shared/core/calendar.ts';
import { nextHlc } from '#shared/core/hybrid-clock.ts';
import { ok, type Result } from '#shared/core/result.ts';
import { makeUlid } from '#shared/core/ulid.ts';
import type { Blocked, Moment } from '#shared/documents/act.ts';
import type { Decide, Reader, RecordQuery } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { account, postingDelta, type Posting } from '#shared/ledger/posting.ts';
import { order } from '#shared/modules/order/module.ts';
import { policy } from '#shared/modules/policy/module.ts';
import { newestPolicy } from '#shared/modules/policy/rules.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { demoBalances } from './demo-balances.ts';
import { liveRecords } from './live-records.ts';
import type { Random } from './random.ts';

/** Minutes east of UTC of the imagined branch. */
export const OFFSET = 480;

/** Where somebody writes: a branch and the letter of a desk in it. */
export interface Post {
  branch: string;
  letter: string;
}

/** A branch book that only the demonstration writes: the same reads and the same command rule as the page's, years of it in seconds. */
export interface DemoBook extends Reader {
  /** Milliseconds since 1970; set by the diary before every step. */
  now: number;
  /** What ids are made from. */
  random: Random;
  readonly today: Day;
  /** Documents made so far. */
  readonly made: number;
  run<T>(actor: Actor, decide: Decide<T>): Promise<Result<T, Blocked>>;
  /** As `run`, for what cannot be refused in this story. @throws Error naming the refusal */
  must<T>(actor: Actor, decide: Decide<T>): Promise<T>;
  /**
   * What is written meanwhile is the head branch's and stands in every branch's book, equal to the last byte: it comes from this chance
   * and a clock of its own. Only at an hour when nobody else writes, so that no event id comes twice.
   */
  asHeadBranch<T>(post: Post, chance: Random, work: () => Promise<T>): Promise<T>;
  amount(account: string): number;
  /** Documents written from now on stay in memory until `release(holder)`; rules may read them. */
  hold(holder: string): void;
  release(holder: string): void;
  /** Takes documents nobody holds out of memory, but for orders still owed for; all of them at the end. */
  settle(everything: boolean): AnyRecord[];
  /** Balances as kept while the documents were written. */
  balancesKept(): Map<string, number>;
}

/** @param postOf where a person's papers come from, by staff id */
export function aDemoBook(postOf: (actor: string) => Post, random: Random): DemoBook {
  const live = liveRecords();
  const balances = demoBalances();
  const counters = new Map<string, number>();
  const clocks = new Map<string, string>();
  /** What the version in memory stands for, so that it is not worked out twice. */
  const posted = new WeakMap<AnyRecord, readonly Posting[]>();
  let holder = '';
  let made = 0;
  let headBranch: Post | null = null;
  let inForce: Moment['policy'] & { day: Day } = { day: '', version: 0, parameters: {} };

  function policyToday(): Moment['policy'] {
    if (inForce.day !== book.today) inForce = { day: book.today, ...newestPolicy(live.matching({ kind: policy.kind }), book.today) };
    return { version: inForce.version, parameters: inForce.parameters };
  }

  function moment(actor: Actor): Moment {
    const { branch, letter } = headBranch ?? postOf(actor.id);
    const desk = `${branch}-${letter}`;
    const clock = headBranch ? 'head branch' : branch;
    return {
      now: book.now,
      today: book.today,
      hlc: () => {
        const next = nextHlc(clocks.get(clock) ?? '', book.now, desk);
        clocks.set(clock, next);
        return next;
      },
      newId: () => makeUlid(book.now, book.random.bytes(10)),
      actor,
      desk,
      branch,
      policy: policyToday(),
    };
  }

  function numbered(record: AnyRecord): AnyRecord {
    const module = moduleOf(record.kind);
    if (!module) throw new TypeError(`unknown kind ${record.kind}`);
    if (live.get(record.id)) return record;
    module.schema.parse(record.body);
    made += 1;
    if (module.numberType === '' || record.no !== '') return record;
    const range = `${module.numberType}-${record.desk}-${book.today.slice(2, 4)}${book.today.slice(5, 7)}`;
    const next = (counters.get(range) ?? 0) + 1;
    counters.set(range, next);
    return { ...record, no: `${range}-${String(next).padStart(4, '0')}` };
  }

  function save(records: readonly AnyRecord[]): void {
    for (const record of records.map(numbered)) {
      const before = live.get(record.id);
      const after = moduleOf(record.kind)?.postings(record) ?? [];
      balances.add(postingDelta((before && posted.get(before)) ?? [], after));
      posted.set(record, after);
      live.put(record, holder);
      if (record.kind === policy.kind) inForce = { ...inForce, day: '' };
    }
  }

  async function run<T>(actor: Actor, decide: Decide<T>): Promise<Result<T, Blocked>> {
    const decision = await decide(book, moment(actor));
    if (!decision.ok) return decision;
    save(decision.value.records);
    return ok(decision.value.answer);
  }

  const book: DemoBook = {
    now: 0,
    random,
    get today() {
      return dayOf(book.now, OFFSET);
    },
    get made() {
      return made;
    },
    run,
    must: async (actor, decide) => {
      const result = await run(actor, decide);
      if (result.ok) return result.value;
      const { code, values, outcomes = [] } = result.refusal as Blocked & { values?: unknown };
      throw new Error(
        `${book.today} ${actor.name}: ${code} ${JSON.stringify(values ?? {})} ${outcomes.map((o) => JSON.stringify(o)).join()}`,
      );
    },
    asHeadBranch: async (post, chance, work) => {
      const own = book.random;
      headBranch = post;
      book.random = chance;
      try {
        return await work();
      } finally {
        headBranch = null;
        book.random = own;
      }
    },
    amount: (account) => balances.get(account),
    hold: (next) => {
      holder = next;
    },
    release: (done) => live.release(done),
    settle: (everything) => live.take(everything, isOwing),
    balancesKept: () => balances.all(),

    get: async (id) => live.get(id) ?? null,
    getMany: async (ids) => new Map(ids.flatMap((id) => (live.get(id) ? [[id, live.get(id) as AnyRecord] as const] : []))),
    list: async ({ after = '', limit, ...query }) => {
      const rest = found(query).filter((record) => record.seek > after);
      const rows = rest.slice(0, limit);
      return { rows, next: rest.length > limit ? (rows.at(-1)?.seek ?? null) : null };
    },
    all: async (query, atMost = 10_000) => {
      const rows = found(query);
      return { rows: rows.slice(0, atMost), complete: rows.length <= atMost };
    },
    balance: async (account) => balances.get(account),
    balances: async (prefix) => balances.below(prefix),
  };

  /** Whether the customer's credit depends on it: goods not paid for, or promised. */
  function isOwing({ kind, id, party }: AnyRecord): boolean {
    if (kind !== order.kind || party === '') return false;
    return balances.get(account('receivable', party, id)) !== 0 || balances.below(`${account('unbilled', party, id)}/`).size > 0;
  }

  function found(query: RecordQuery): AnyRecord[] {
    return live.matching(query).toSorted((a, b) => (a.seek < b.seek ? -1 : 1));
  }
  return book;
}
