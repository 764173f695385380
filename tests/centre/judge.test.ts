/** The judge as its own user over HTTP, behind the guard. `COUCHDB_URL` sets another server than the embedded one. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCentre, type TestCentre, type TestDesk } from '#central/centre.fixture.ts';
import { connectAdmin } from '#central/couch-admin/connect-admin.ts';
import { startJudge } from '#central/judge/start-judge.ts';
import { ensureJudge } from '#central/provision/judge-user.ts';
import { aMemoryBook, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { fromCouch, toCouch } from '#shared/exchange/wire-record.ts';
import { anOrder, goods, made, manager, seller, value } from '#shared/modules/branch.fixture.ts';
import { ok } from '#shared/core/result.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { handGoods, takeOrder } from '#shared/modules/order/rules.ts';
import { verdictId } from '#shared/modules/verdict/module.ts';
import { settleVerdict } from '#shared/modules/verdict/rules.ts';

const HOUR = 3_600_000;
let centre: TestCentre;
let desks: [TestDesk, TestDesk];

beforeAll(async () => {
  centre = await aCentre();
  const [, branch] = centre.branches;
  desks = [await centre.desk(branch), await centre.desk(branch)];
});
afterAll(() => centre.close());

async function send(desk: TestDesk, records: readonly AnyRecord[]): Promise<void> {
  const rows = await desk.book.writeMany(records.map((record) => toCouch(record)));
  expect(rows.filter((row) => 'error' in row)).toEqual([]);
}

const sell = async (book: MemoryBook): Promise<AnyRecord> => {
  const { order } = value(await book.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 1000, price: 500 }])))).answer;
  value(await book.run(seller, handGoods(order, [{ line: 0, quantity: 1000 }])));
  const record = await book.get(order);
  if (!record) throw new Error('no order');
  return record;
};

it('two desks sell the last piece: the judge returns the later one, and its desk decides [G-23]', async () => {
  const [one, two] = desks;
  const books = desks.map((desk, index) => aMemoryBook(desk.code, Date.now() - (10 - index) * HOUR)) as [MemoryBook, MemoryBook];
  value(await books[0].run(manager, made(opening, { type: 'stock', ...goods('pot'), location: 'shop', quantity: 1000 })));
  const [stock] = books[0].records();
  if (!stock) throw new Error('no stock');
  value(await books[1].run(manager, async () => ok({ records: [stock], answer: null })));
  await send(one, [stock]);
  const later = await sell(books[1]);
  const earlier = await sell(books[0]);
  await send(two, [later]);
  await send(one, [earlier]);

  const judge = await ensureJudge(centre.transport, centre.admin);
  const log: string[] = [];
  const run = () =>
    startJudge({
      transport: connectAdmin(judge),
      branches: [one.branch],
      now: Date.now,
      log: (line) => log.push(line),
      instance: 'test',
      once: true,
    }).finished;
  await run();
  expect(log).toEqual([]);
  const found = await two.book.readMany([later, earlier].map(({ id }) => verdictId(id)));
  expect([...found.values()].map(({ source, status }) => [source, status]).toSorted()).toEqual(
    [
      [earlier.id, 'confirmed'],
      [later.id, 'returned'],
    ].toSorted(),
  );

  const document = found.get(verdictId(later.id));
  const verdict = document && fromCouch(document);
  if (!verdict) throw new Error('no verdict');
  value(await books[1].run(manager, async () => ok({ records: [later, verdict], answer: null })));
  value(await books[1].run(manager, settleVerdict(verdict.id, '明天补货')));
  const settled = await books[1].get(verdict.id);
  if (!settled) throw new Error('no verdict');
  const [row] = await two.book.writeMany([toCouch(settled, document._rev)]);
  expect(row).toHaveProperty('rev');
  await run();
  expect(await two.book.read(verdict.id)).toMatchObject({ status: 'settled', _rev: (row as { rev: string }).rev });
});
