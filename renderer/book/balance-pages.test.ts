import 'fake-indexeddb/auto';
import { Dexie, type Table } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openBalancePages, type BalancePage, type BalancePages } from './balance-pages.ts';

let opened = 0;
const databases: Dexie[] = [];
afterEach(() => {
  for (const database of databases.splice(0)) database.close();
});

async function aTable(): Promise<{ database: Dexie; table: Table<BalancePage, string> }> {
  opened += 1;
  const database = new Dexie(`pages-${opened}`);
  database.version(1).stores({ balances: 'first' });
  databases.push(database);
  return { database, table: database.table('balances') };
}

async function doing(database: Dexie, pages: BalancePages, what: 'move' | 'set' | 'replace', amounts: Map<string, number>): Promise<void> {
  const committed = await database.transaction('rw', 'balances', () => pages[what](amounts));
  committed();
}

const account = fc
  .tuple(fc.constantFrom('a', 'ab', 'b', 'stock', '库存'), fc.integer({ min: 0, max: 400 }))
  .map(([head, at]) => `${head}/${at}`);
const amounts = fc.array(fc.tuple(account, fc.integer({ min: -2, max: 2 })), { maxLength: 300 }).map((entries) => new Map(entries));
const steps = fc.array(
  fc.record({ what: fc.constantFrom('move' as const, 'move' as const, 'set' as const, 'replace' as const), amounts }),
  {
    minLength: 1,
    maxLength: 12,
  },
);

describe('balances in pages', () => {
  it('say what a plain map says, whatever was moved, set or replaced, also to another window that knows of no cuts', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { database, table } = await aTable();
        const pages = await openBalancePages(table);
        const unaware = await openBalancePages(table);
        const plain = new Map<string, number>();
        for (const [at, { what, amounts: given }] of all.entries()) {
          await doing(database, at % 3 === 2 ? unaware : pages, what, given);
          if (what === 'replace') plain.clear();
          for (const [one, amount] of given) plain.set(one, what === 'move' ? (plain.get(one) ?? 0) + amount : amount);
          for (const [one, amount] of plain) if (amount === 0) plain.delete(one);
        }
        const sorted = (map: Map<string, number>) => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
        for (const prefix of ['', 'a/', 'ab/', 'b/1', 'stock/', '库存/', 'z'])
          expect(sorted(await pages.below(prefix)), prefix).toEqual(sorted(new Map([...plain].filter(([one]) => one.startsWith(prefix)))));
        const some = [...[...plain.keys()].slice(0, 20), 'a/none'];
        for (const asked of [pages, unaware]) expect(await asked.amounts(some)).toEqual(some.map((one) => plain.get(one) ?? 0));
        const rows = await table.toArray();
        expect(rows.every(({ until }, at) => until === (rows[at + 1]?.first ?? null))).toBe(true);
        expect(rows.every(({ accounts }) => accounts.length <= 128)).toBe(true);
        database.close();
      }),
      { numRuns: 60 },
    );
  });

  it('leave no empty pages behind', async () => {
    const { database, table } = await aTable();
    const pages = await openBalancePages(table);
    const many = new Map(Array.from({ length: 1_000 }, (_, at) => [`undelivered/${String(at).padStart(4, '0')}`, 1]));
    await doing(database, pages, 'move', many);
    expect(await table.count()).toBeGreaterThan(10);
    await doing(database, pages, 'move', new Map([...many].map(([one]) => [one, -1])));
    expect(await table.toArray()).toEqual([{ first: '', until: null, accounts: [], amounts: [] }]);
    await doing(database, pages, 'move', new Map([['undelivered/0500', 7]]));
    expect(await pages.amounts(['undelivered/0500', 'undelivered/0501'])).toEqual([7, 0]);
  });
});
