import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '#shared/documents/record.ts';
import { branchDatabase, COMPANY_DATABASE } from '#shared/exchange/books.ts';
import { deskNoteId, OVERVIEW_NOTE } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { CentreProblem, type Transport } from '#shared/exchange/transport.ts';
import { ok } from '#shared/core/result.ts';
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { toCouch } from '#shared/exchange/wire-record.ts';
import { demoRecords } from '#shared/demo/demo-records.ts';
import { aCustomer, anOrder, aProduct, goods, made, manager, seller, value } from '#shared/modules/branch.fixture.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { handGoods, takeOrder } from '#shared/modules/order/rules.ts';
import { judgementOf } from '#shared/modules/verdict/judgement.ts';
import { aTestCentre, BRANCH, type TestCentre } from './judge.fixture.ts';
import { LEASE } from './lease.ts';

const LAST = '2026-10-30';

/** Three desks that sold the same two pots offline, and one phone number twice; every desk's papers are at the centre. */
async function aBusyCentre(): Promise<TestCentre> {
  const centre = await aTestCentre();
  const first = centre.desk('C', -10);
  value(await first.run(manager, made(opening, { type: 'stock', ...goods('pot'), location: 'shop', quantity: 2000 })));
  await centre.send(first);
  const desks = ['A', 'B', 'D'].map((letter, hour) => ({ letter, book: centre.desk(letter, hour) }));
  for (const { book } of desks) await centre.pull(book);
  for (const { letter, book } of desks) {
    await sell(book);
    await aCustomer(book, { name: `客户${letter}` });
    await centre.send(book);
  }
  return centre;
}

async function sell(book: MemoryBook): Promise<void> {
  const { order } = value(await book.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 1000, price: 500 }])))).answer;
  value(await book.run(seller, handGoods(order, [{ line: 0, quantity: 1000 }])));
}

/** What the verdicts say, without when they were said. */
function said(centre: TestCentre): unknown[] {
  return centre.verdicts().map((record) => ({
    source: record.source,
    status: record.status,
    events: record.events.map(({ type }) => type),
    ...judgementOf(record),
  }));
}

/** The connection breaks at the n-th request; its answer is lost, or it never arrives. */
function breakingAt(transport: Transport, at: number, applied: boolean): Transport {
  let count = 0;
  return async (request) => {
    count += 1;
    if (count > at) throw new CentreProblem('unreachable', 'killed');
    if (count < at) return transport(request);
    if (applied) await transport(request);
    throw new CentreProblem('unreachable', 'killed');
  };
}

describe('the judge, killed', () => {
  it('at any request, before or after it was done, says the same in the end and nothing twice', async () => {
    const whole = await aBusyCentre();
    await whole.judge();
    const expected = said(whole);
    expect(
      whole
        .verdicts()
        .map(({ status }) => status)
        .toSorted(),
    ).toEqual(['confirmed', 'confirmed', 'open', 'open', 'returned']);
    let broken = 0;
    for (let at = 1; ; at += 1) {
      for (const applied of [false, true]) {
        const centre = await aBusyCentre();
        const tried = centre.judge({ transport: breakingAt(centre.transport, at, applied), instance: 'killed' });
        const ended = await tried.then(
          () => true,
          () => false,
        );
        if (ended) {
          expect(broken).toBeGreaterThan(10);
          return;
        }
        broken += 1;
        centre.pass(LEASE + 1);
        await centre.judge({ instance: 'next' });
        expect(said(centre)).toEqual(expected);
      }
    }
  });
});

describe('several judges', () => {
  it('leave a branch to the one that has it, until it falls silent', async () => {
    const centre = await aBusyCentre();
    const database = openCouchDatabase(centre.transport, branchDatabase(BRANCH));
    const silent = centre.judge({ instance: 'silent', transport: breakingAt(centre.transport, 4, false) });
    await expect(silent).rejects.toThrow('killed');
    expect(await database.read(`bd:judge:${BRANCH}`)).toMatchObject({ instance: 'silent' });
    await centre.judge({ instance: 'other' });
    expect(centre.verdicts()).toEqual([]);
    centre.pass(LEASE - 1);
    await centre.judge({ instance: 'other' });
    expect(centre.verdicts()).toEqual([]);
    centre.pass(2);
    await centre.judge({ instance: 'other' });
    expect(centre.verdicts()).toHaveLength(5);
    expect(await database.read(`bd:judge:${BRANCH}`)).toMatchObject({ instance: 'other', until: 0, documents: 7 });
  });

  it('that both believe to have it write each verdict once', async () => {
    const [centre, alone] = [await aBusyCentre(), await aBusyCentre()];
    await alone.judge();
    let isFirst = true;
    const overtaken: Transport = async (request) => {
      if (request.path.includes('_bulk_docs') && isFirst) {
        isFirst = false;
        // The lease ran out while this instance hung; the other one is quicker with everything.
        centre.pass(LEASE + 1);
        await centre.judge({ instance: 'quick' });
      }
      return centre.transport(request);
    };
    await centre.judge({ instance: 'slow', transport: overtaken });
    expect(isFirst).toBe(false);
    expect(said(centre)).toEqual(said(alone));
  });
});

describe('a year of one branch', () => {
  it('played by its own rules comes back from the judge with nothing returned [G-02 G-23 G-30 G-36 G-38]', async () => {
    const records: AnyRecord[] = [];
    // The last day's open work is written after that day's money, with earlier times; it is no story two clocks could tell.
    for await (const batch of demoRecords({ size: 600, today: LAST, pinHash: '' })) records.push(...batch.records);
    const centre = await aTestCentre();
    const database = openCouchDatabase(centre.transport, branchDatabase(BRANCH));
    for (let at = 0; at < records.length; at += 500) await database.writeMany(records.slice(at, at + 500).map((record) => toCouch(record)));
    await centre.judge();
    const returned = centre.verdicts().filter(({ status }) => status === 'returned');
    expect(returned.map((record) => ({ title: record.title, day: record.day, ...judgementOf(record) }))).toEqual([]);
    expect(centre.verdicts().length).toBeGreaterThan(100);
    expect(centre.log).toEqual([]);
  });
});

describe('the overview', () => {
  const note = { nonce: 'n', at: 1000, lastComplete: 1000, unsent: 0, setAside: 0, version: '0.2.0' };

  it('gathers the desks’ last signs of life, and is written anew only for news', async () => {
    const centre = await aTestCentre();
    const database = openCouchDatabase(centre.transport, branchDatabase(BRANCH));
    const company = openCouchDatabase(centre.transport, COMPANY_DATABASE);
    const rev = await database.write({ _id: deskNoteId('HZ01-A'), ...note });
    await centre.judge({ revoked: async () => new Set(['HZ01-A']) });
    const first = await company.read(OVERVIEW_NOTE);
    const { nonce: _nonce, ...shown } = note;
    expect(first).toMatchObject({ branches: [{ code: BRANCH, name: BRANCH, desks: [{ code: 'HZ01-A', ...shown, revoked: true }] }] });
    const later = await database.write({ _id: deskNoteId('HZ01-A'), _rev: rev, ...note, nonce: 'm', at: 2000 });
    await centre.judge({ revoked: async () => new Set(['HZ01-A']) });
    expect(await company.read(OVERVIEW_NOTE)).toEqual(first);
    await database.write({ _id: deskNoteId('HZ01-A'), _rev: later, ...note, unsent: 3 });
    await centre.judge({ revoked: async () => new Set(['HZ01-A']) });
    expect(await company.read(OVERVIEW_NOTE)).toMatchObject({ branches: [{ desks: [{ unsent: 3 }] }] });
  });
});

describe('what the company keeps', () => {
  it('counts at every branch: a floor raised at the head office comes back to the desk that had not heard of it [G-02]', async () => {
    const centre = await aTestCentre();
    const office = centre.desk('H', -20);
    const desk = centre.desk('A');
    const product = await aProduct(office, { floor: 600 });
    const kept = (await office.get(product)) as AnyRecord;
    const company = openCouchDatabase(centre.transport, COMPANY_DATABASE);
    await company.write(toCouch({ ...kept, branch: 'BJ01' }));
    const before = { ...kept, body: { ...kept.body, floor: 500 } };
    value(await desk.run(manager, async () => ok({ records: [before], answer: null })));
    value(await desk.run(manager, made(opening, { type: 'stock', ...goods(product), location: 'shop', quantity: 9000 })));
    const sale = (price: number) => desk.run(seller, takeOrder(anOrder('collect', [{ product, quantity: 1000, price }])));
    const low = value(await sale(599)).answer.order;
    const right = value(await sale(600)).answer.order;
    await centre.send(desk);
    await centre.judge();
    expect(centre.verdictOn(low)?.status).toBe('returned');
    expect(judgementOf(centre.verdictOn(low) ?? { events: [] }).gates).toMatchObject([
      { gate: 'G-02', values: { floor: 600, price: 599 } },
    ]);
    expect(centre.verdictOn(right)?.status).toBe('confirmed');
    expect(centre.verdictOn(product)).toBeNull();
  });
});
