import { dayOf } from '#shared/core/calendar.ts';
import { nextHlc } from '#shared/core/hybrid-clock.ts';
import { ok, type Result } from '#shared/core/result.ts';
import { makeUlid } from '#shared/core/ulid.ts';
import { postingDelta, sumPostings } from '#shared/ledger/posting.ts';
import { moduleOf, modules } from '#shared/modules/registry.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import type { Blocked, Moment } from './act.ts';
import type { Decide, Reader, RecordQuery } from './reader.ts';
import type { AnyRecord } from './record.ts';

/** A branch book in memory: the same reads and the same command rule as the page's, for tests of decisions. */
export interface MemoryBook extends Reader {
  run<T>(actor: Actor, decide: Decide<T>): Promise<Result<{ answer: T; saved: AnyRecord[] }, Blocked>>;
  moment(actor: Actor): Moment;
  /** Moves the clock. */
  pass(days: number): void;
  records(): AnyRecord[];
  /** Balances summed anew from all documents. */
  rebuilt(): Map<string, number>;
  /** Balances kept as commands went along. */
  kept(): Map<string, number>;
  parameters: Parameters;
}

export function aPerson(name: string, ...roles: Role[]): Actor {
  return { id: `staff-${name}`, name, roles };
}

/** @param desk desk code; two books with different desks never give the same number */
export function aMemoryBook(desk = 'HZ01-A', start = Date.UTC(2026, 10, 2, 1)): MemoryBook {
  const byId = new Map<string, AnyRecord>();
  const balances = new Map<string, number>();
  const counters = new Map<string, number>();
  let now = start;
  let last = '';
  let ids = 0;

  const matching = (query: RecordQuery) =>
    [...byId.values()]
      .filter(
        (record) =>
          (query.kind === undefined || record.kind === query.kind) &&
          (query.status === undefined || record.status === query.status) &&
          (query.party === undefined || record.party === query.party) &&
          (query.source === undefined || record.source === query.source) &&
          (query.day === undefined || (record.day >= query.day.from && record.day <= query.day.to)),
      )
      .toSorted((a, b) => (a.seek < b.seek ? -1 : 1));

  const book: MemoryBook = {
    parameters: {},
    get: async (id) => byId.get(id) ?? null,
    getMany: async (wanted) => new Map(wanted.flatMap((id) => (byId.has(id) ? [[id, byId.get(id) as AnyRecord] as const] : []))),
    list: async ({ after = '', limit, ...query }) => {
      const rest = matching(query).filter((record) => record.seek > after);
      const rows = rest.slice(0, limit);
      return { rows, next: rest.length > limit ? (rows.at(-1)?.seek ?? null) : null };
    },
    all: async (query, atMost = 10_000) => {
      const rows = matching(query);
      return { rows: rows.slice(0, atMost), complete: rows.length <= atMost };
    },
    balance: async (account) => balances.get(account) ?? 0,
    balances: async (prefix) => new Map([...balances].filter(([account]) => account.startsWith(prefix))),
    moment: (actor) => ({
      now,
      today: dayOf(now, 480),
      hlc: () => (last = nextHlc(last, (now += 1), desk)),
      newId: () => {
        ids += 1;
        return makeUlid(
          now,
          new Uint8Array(
            [...desk]
              .slice(0, 6)
              .map((c) => c.charCodeAt(0))
              .concat([0, ids >> 16, (ids >> 8) & 255, ids & 255]),
          ),
        );
      },
      actor,
      desk,
      branch: desk.slice(0, 4),
      policy: { version: 1, parameters: book.parameters },
    }),
    run: async (actor, decide) => {
      const moment = book.moment(actor);
      const decision = await decide(book, moment);
      if (!decision.ok) return decision;
      const saved = decision.value.records.map((record) => {
        const module = moduleOf(record.kind);
        if (!module) throw new TypeError(`unknown kind ${record.kind}`);
        module.schema.parse(record.body);
        if (module.numberType === '' || record.no !== '') return record;
        const range = `${module.numberType}-${desk}-${moment.today.slice(2, 4)}${moment.today.slice(5, 7)}`;
        const next = (counters.get(range) ?? 0) + 1;
        counters.set(range, next);
        return { ...record, no: `${range}-${String(next).padStart(4, '0')}` };
      });
      for (const record of saved) {
        const module = moduleOf(record.kind);
        const before = byId.get(record.id);
        for (const [account, amount] of postingDelta(before ? (module?.postings(before) ?? []) : [], module?.postings(record) ?? [])) {
          const sum = (balances.get(account) ?? 0) + amount;
          if (sum === 0) balances.delete(account);
          else balances.set(account, sum);
        }
        byId.set(record.id, record);
      }
      return ok({ answer: decision.value.answer, saved });
    },
    pass: (days) => {
      now += days * 86_400_000;
    },
    records: () => [...byId.values()],
    rebuilt: () =>
      sumPostings([...byId.values()].flatMap((record) => modules.find((module) => module.kind === record.kind)?.postings(record) ?? [])),
    kept: () => new Map(balances),
  };
  return book;
}
