import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '#shared/core/result.ts';
import { editRecord, untyped } from '#shared/documents/act.ts';
import { aMemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { sumPostings } from '#shared/ledger/posting.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { openBalancePages } from './balance-pages.ts';
import { bookName } from './book-names.ts';
import { aTestBook, closeTestBooks, type TestBook } from './book.fixture.ts';
import { countIn, manager, registerCustomer, stockOf, undo } from './goods.fixture.ts';
import { openStoreDatabase } from './store-database.ts';

afterEach(closeTestBooks);

/** All balances as the documents themselves say, computed without the book. */
async function byTheDocuments({ book }: TestBook): Promise<Map<string, number>> {
  const { rows } = await book.all({});
  return sumPostings(rows.flatMap((record) => moduleOf(record.kind)?.postings(record) ?? []));
}

const sorted = (balances: ReadonlyMap<string, number>) => [...balances].toSorted(([a], [b]) => (a < b ? -1 : 1));

interface Step {
  do: 'count' | 'undo' | 'edit' | 'again' | 'restart' | 'rebuild';
  product?: string;
  quantity?: number;
  pick?: number;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('count' as const),
        product: fc.constantFrom('a', 'b', 'c'),
        quantity: fc.integer({ min: -5000, max: 5000 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'edit' as const, 'again' as const), pick: fc.nat({ max: 30 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('restart' as const, 'rebuild' as const) }) },
  ),
  { minLength: 1, maxLength: 25 },
);

describe('balances', () => {
  it('kept along the way equal the sum over the documents: with undone papers, older copies coming again, restarts and rebuilds', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        let on = await aTestBook();
        const counts: string[] = [];
        const files: string[] = [];
        const everyVersion: AnyRecord[] = [];
        const done = async (decide: Parameters<typeof on.book.run<unknown>>[1]) => {
          const outcome = await on.book.run(manager, decide);
          if (outcome.ok) everyVersion.push(...outcome.value.records);
          return outcome.ok ? outcome.value.answer : null;
        };
        const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)];
        files.push(String(await done(registerCustomer())));
        const take: Record<Step['do'], (step: Step) => Promise<unknown>> = {
          count: async ({ product = 'a', quantity = 1 }) => counts.push(String(await done(countIn(product, quantity)))),
          undo: async ({ pick: at = 0 }) => {
            const id = pick(counts, at);
            if (id !== undefined) await done(undo(id));
          },
          edit: async ({ pick: at = 0 }) =>
            done(async (read, moment) => {
              const found = await read.get(pick(files, at) ?? '');
              if (!found) throw new Error('no file');
              const file = customer.read(found);
              const edited = editRecord(customer, file, { ...file.body, notes: `note ${at}` }, moment);
              return edited.ok ? ok({ records: [untyped(edited.value)], answer: null }) : edited;
            }),
          again: async ({ pick: at = 0 }) => {
            const old = pick(everyVersion, at);
            if (old) await on.book.load([[old]], () => undefined);
          },
          restart: async () => {
            await on.book.close();
            on = await aTestBook({ host: on.host });
          },
          rebuild: () => on.book.rebuild(() => undefined),
        };
        for (const step of all) await take[step.do](step);

        const kept = await on.book.balances('');
        expect(sorted(kept)).toEqual(sorted(await byTheDocuments(on)));
        expect(await on.book.size()).toBe(counts.length + files.length);
        await on.book.rebuild(() => undefined);
        expect(on.problems).toEqual([]);
        expect(sorted(await on.book.balances(''))).toEqual(sorted(kept));
        await on.book.close();
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('of a document of an unknown kind or a newer version are none, and the document is kept as it is', async () => {
    const on = await aTestBook();
    const outcome = await on.book.run(manager, countIn('kettle', 1000));
    const [known] = outcome.ok ? outcome.value.records : [];
    if (!known) throw new Error('nothing saved');
    const other = (id: string, rest: Partial<AnyRecord>): AnyRecord => ({ ...known, id: id.padEnd(26, '0'), seek: `7${id}`, ...rest });
    const strangers = [other('01A', { kind: 'hologram' }), other('01B', { v: 7, body: { whatever: true } })];
    await on.book.load([strangers], () => undefined);
    expect(await on.book.balances('')).toEqual(new Map([[stockOf('kettle'), 1000]]));
    expect(await on.book.getMany(strangers.map(({ id }) => id))).toEqual(new Map(strangers.map((record) => [record.id, record])));
    expect(on.book.search({ text: 'kettle', limit: 9 })).toHaveLength(3);
  });
});

describe('a rebuild', () => {
  it('puts right what was wrong, in one step, while commands go on', async () => {
    const elsewhere = aMemoryBook('HZ01-B');
    const on = await aTestBook();
    for (let i = 0; i < 3; i += 1) await elsewhere.run(manager, countIn(`p${i}`, 1000));
    await on.book.load([elsewhere.records()], () => undefined);
    await on.book.close();
    const { dexie, keys, balances, close } = await openStoreDatabase(bookName(on.host.info()));
    const pages = await openBalancePages(balances);
    const wrong = new Map([
      [stockOf('p0'), 77],
      ['stock/nowhere', 5],
    ]);
    await dexie.transaction('rw', balances, () => pages.set(wrong));
    await keys.clear();
    await close();

    const again = await aTestBook({ host: on.host });
    const seen: number[] = [];
    again.book.watch(
      (read) => read.balance(stockOf('p0')),
      (outcome) => outcome.ok && seen.push(outcome.value),
    );
    const rebuilding = again.book.rebuild(() => undefined);
    const meanwhile = [again.book.run(manager, countIn('p0', 500)), again.book.run(manager, undo(elsewhere.records()[2]?.id ?? ''))];
    await Promise.all([rebuilding, ...meanwhile]);
    expect(sorted(await again.book.balances(''))).toEqual(sorted(await byTheDocuments(again)));
    expect(await again.book.balance(stockOf('p0'))).toBe(1500);
    expect(again.problems.map(String).join()).toMatch(/rebuild: 2 balances, \d search keys/);
    expect(again.book.search({ text: 'p1', limit: 5 })).toHaveLength(1);
    while (seen.at(-1) !== 1500) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const value of seen) expect([77, 577, 1000, 1500]).toContain(value);
  });

  it('tells how far it is and can be stopped without changing anything', async () => {
    const on = await aTestBook();
    await on.book.run(manager, countIn('kettle', 1000));
    const progress: [number, number][] = [];
    await on.book.rebuild((done, total) => progress.push([done, total]));
    expect(progress).toEqual([[1, 1]]);
    const stopped = new AbortController();
    stopped.abort();
    await expect(on.book.rebuild(() => undefined, stopped.signal)).rejects.toThrow(/abort/i);
    expect(await on.book.balance(stockOf('kettle'))).toBe(1000);
  });
});
