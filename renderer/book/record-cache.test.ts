import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '#shared/documents/record.ts';
import { createBalanceCache } from './balance-cache.ts';
import type { PageQuery } from './document-table.ts';
import { createRecordCache } from './record-cache.ts';
import { isMatch } from './record-query.ts';

function aSource() {
  const byId = new Map<string, AnyRecord>();
  let questions = 0;
  return {
    byId,
    questions: () => questions,
    getMany: async (ids: readonly string[]) => {
      questions += 1;
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    query: async ({ limit, after = '', ...query }: PageQuery) => {
      questions += 1;
      const rows = [...byId.values()].filter((record) => isMatch(query, record) && record.seek > after);
      return rows.toSorted((a, b) => (a.seek < b.seek ? -1 : 1)).slice(0, limit);
    },
  };
}

function aRecord(n: number, kind: string, status: string): AnyRecord {
  const id = `id-${String(n).padStart(3, '0')}`;
  const heads = { branch: '', desk: '', owner: '', party: n % 2 === 0 ? 'even' : '', source: '', day: '2026-01-01', amount: 0 };
  return { id, kind, v: 1, no: '', ...heads, seek: id, status, title: status, body: {}, events: [] };
}

const kinds = fc.constantFrom('order', 'visit');
const statuses = fc.constantFrom('open', 'done');
const step = fc.oneof(
  fc.record({ do: fc.constant('put' as const), n: fc.nat(40), kind: kinds, status: statuses, isAtHand: fc.boolean() }),
  fc.record({ do: fc.constant('get' as const), ids: fc.array(fc.nat(40), { maxLength: 5 }) }),
  fc.record({
    do: fc.constant('list' as const),
    kind: kinds,
    status: fc.option(statuses),
    party: fc.boolean(),
    limit: fc.integer({ min: 1, max: 6 }),
  }),
);

describe('what is kept of reads', () => {
  it('is what the store says, whatever was written in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const source = aSource();
        const cache = createRecordCache(() => source);
        for (const one of steps) {
          if (one.do === 'put') {
            const after = aRecord(one.n, one.kind, one.status);
            const before = source.byId.get(after.id) ?? null;
            source.byId.set(after.id, after);
            cache.changed([{ before, after }], one.isAtHand ? [after] : []);
          } else if (one.do === 'get') {
            const ids = [...new Set(one.ids.map((n) => aRecord(n, '', '').id))];
            expect(await cache.getMany(ids)).toEqual(ids.flatMap((id) => source.byId.get(id) ?? []));
          } else {
            const { kind, status, limit } = one;
            const query = { kind, limit, ...(status === null ? {} : { status }), ...(one.party ? { party: 'even' } : {}) };
            expect(await cache.query(query)).toEqual(await source.query(query));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is asked for once by all who ask at one time, and by those who ask later', async () => {
    const source = aSource();
    for (let n = 0; n < 10; n += 1) source.byId.set(`id-${n}`, { ...aRecord(n, 'order', 'open'), id: `id-${n}` });
    const cache = createRecordCache(() => source);
    const query = { kind: 'order', limit: 20 };
    const [first, second] = await Promise.all([cache.query(query), cache.query({ limit: 20, kind: 'order' })]);
    expect(second).toEqual(first);
    expect(source.questions()).toBe(1);
    await Promise.all([cache.getMany(['id-1', 'none']), cache.getMany(['none']), cache.getMany(['id-1'])]);
    expect(source.questions()).toBe(2);
    await cache.query(query);
    await cache.getMany(['none']);
    expect(source.questions()).toBe(2);
    const [before, after] = [aRecord(3, 'order', 'open'), aRecord(3, 'order', 'done')];
    source.byId.set('id-3', after);
    cache.changed([{ before: { ...before, id: 'id-3' }, after: { ...after, id: 'id-3' } }], [{ ...after, id: 'id-3' }]);
    expect((await cache.query(query)).find(({ id }) => id === 'id-3')?.status).toBe('done');
    expect(source.questions()).toBe(2);
  });

  it('is not what was on its way when it changed, and no failure', async () => {
    const source = aSource();
    const cache = createRecordCache(() => source);
    const old = aRecord(1, 'order', 'open');
    source.byId.set(old.id, old);
    const asked = [cache.query({ kind: 'order', limit: 5 }), cache.getMany([old.id])];
    const next = aRecord(1, 'order', 'done');
    source.byId.set(old.id, next);
    cache.changed([{ before: old, after: next }], [next]);
    await Promise.all(asked);
    expect(await cache.query({ kind: 'order', limit: 5 })).toEqual([next]);
    expect(await cache.getMany([old.id])).toEqual([next]);

    let isBroken = true;
    const failing = createRecordCache(() => (isBroken ? { getMany: fails, query: fails } : source));
    await expect(failing.getMany([old.id])).rejects.toThrow('broken');
    await expect(failing.query({ limit: 5 })).rejects.toThrow('broken');
    isBroken = false;
    expect(await failing.getMany([old.id])).toEqual([next]);
    expect(await failing.query({ limit: 5 })).toEqual([next]);
  });
});

describe('balances asked one by one', () => {
  it('are one question to the store, kept and moved along', async () => {
    const asked: string[][] = [];
    const balances = createBalanceCache(() => ({
      amounts: async (accounts) => {
        asked.push([...accounts]);
        // It moves while the answer is on its way.
        if (asked.length === 2) balances.moved(new Map([['ccc', 1]]));
        return accounts.map((account) => account.length);
      },
      balances: async () => new Map(),
    }));
    expect(await Promise.all(['a', 'bb', 'a'].map(balances.balance))).toEqual([1, 2, 1]);
    expect(asked).toEqual([['a', 'bb']]);
    balances.moved(new Map([['bb', 5]]));
    expect(await balances.balance('bb')).toBe(7);
    await balances.balance('ccc');
    await balances.balance('ccc');
    expect(asked).toEqual([['a', 'bb'], ['ccc'], ['ccc']]);
  });
});

function fails(): Promise<never> {
  return Promise.reject(new Error('broken'));
}
