/** What the embedded server, or the CouchDB at `COUCHDB_URL`, takes from one desk, and how a first download gets to a host's journal. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { aCentre } from '#central/centre.fixture.ts';
import { createHost } from '#electron/host/create-host.ts';
import { demoRecords } from '#shared/demo/demo-records.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { bookOf, branchDatabase, COMPANY_DATABASE } from '#shared/exchange/books.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { toCouch } from '#shared/exchange/wire-record.ts';
import { aCustomerBody, value } from '#shared/modules/branch.fixture.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { anHttpCentre, type HttpCentre } from '../../exchange/http-centre.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf } from '../report/spread.ts';
import { openWay } from './open-way.ts';

/** The embedded server takes a minute for 20,000, and nothing here depends on how many there are. */
const MOST = 20_000;
const SENT = 5_000;
const PAGE = 1_000;

export async function measureCentre(documents: number, page: Page): Promise<Measured[]> {
  // Made first: while they are, nobody would keep the connection to the centre.
  const records: AnyRecord[] = [];
  const options = { size: Math.min(documents, MOST), today: '2026-10-30', pinHash: '' };
  for await (const batch of demoRecords(options)) records.push(...batch.records);
  const centre = await anHttpCentre(2);
  try {
    const count = await layIn(centre, records);
    const database = branchDatabase(centre.headOffice);
    const way = await openWay(centre.url, 'admin', 'test');
    const raw = (count * 1_000) / (await rawDownload(`${way.url}/${database}`));
    const replicationStart = performance.now();
    await page.evaluate((address) => window.bench.replicate(address), `${way.url}/${database}`);
    const replicated = (count * 1_000) / (performance.now() - replicationStart);
    await way.close();
    const ours = await intoJournal(centre);
    return [
      {
        work: 'first download, from the centre into the host’s journal',
        note: `${count} documents`,
        unit: 'documents/s',
        ours: spreadOf([ours]),
        beside: [
          { name: 'raw _changes, nothing kept', spread: spreadOf([raw]) },
          { name: 'PouchDB replication', spread: spreadOf([replicated]) },
        ],
      },
      { work: 'one desk sends, 250 documents at a time', unit: 'documents/s', ours: spreadOf([await sent()]) },
    ];
  } finally {
    await centre.close();
  }
}

/** The demonstration into the centre's books; gives how many are in the branch's. */
async function layIn({ admin, headOffice }: HttpCentre, all: readonly AnyRecord[]): Promise<number> {
  const books = { branch: openCouchDatabase(admin, branchDatabase(headOffice)), company: openCouchDatabase(admin, COMPANY_DATABASE) };
  let count = 0;
  for (const book of ['branch', 'company'] as const) {
    // The demonstration's branch under the code this centre gave.
    const own = all.map((record) => ({ ...record, branch: headOffice })).filter((record) => bookOf(record, headOffice) === book);
    for (let at = 0; at < own.length; at += PAGE / 2) {
      await books[book].writeMany(own.slice(at, at + PAGE / 2).map((record) => toCouch(record)));
    }
    if (book === 'branch') count = own.length;
  }
  return count;
}

/** Milliseconds, as `curl` would take. */
async function rawDownload(database: string): Promise<number> {
  const start = performance.now();
  for (let since = '0'; ;) {
    const answer = await fetch(`${database}/_changes?include_docs=true&limit=${PAGE}&since=${encodeURIComponent(since)}`);
    const text = await answer.text();
    const { last_seq: last, results } = JSON.parse(text) as { last_seq: string | number; results: unknown[] };
    if (results.length < PAGE) return performance.now() - start;
    since = String(last);
  }
}

/** Documents a second into a new desk's journal, the company's book with them. */
async function intoJournal(centre: HttpCentre): Promise<number> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'branch-desk-bench-join-'));
  const printer = { list: () => Promise.resolve([]), print: () => Promise.resolve('opened' as const) };
  const host = await createHost({
    dataFolder,
    version: '0.1.0',
    shell: 'loopback',
    shellReason: 'asked',
    emit: () => undefined,
    printBackends: { printer, viewer: printer },
  });
  try {
    const start = performance.now();
    await host.handlers['centre.join']({ url: centre.url, code: await centre.enrol(centre.headOffice) });
    for (;;) {
      const { phase, progress, problem } = await host.handlers['centre.status'](undefined);
      if (problem !== '') throw new Error(`the exchange stopped: ${problem}`);
      if (phase === 'idle' && progress === null) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const took = performance.now() - start;
    let count = 0;
    for (let after = 0; ;) {
      const { entries } = await host.handlers['journal.read']({ after, limit: 500 });
      const last = entries.at(-1);
      if (!last) break;
      after = last.seq;
      count += entries.reduce((sum, entry) => sum + entry.documents.length, 0);
    }
    return (count * 1_000) / took;
  } finally {
    await host.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** Documents a second that the server takes from one desk, guard included. */
async function sent(): Promise<number> {
  const centre = await aCentre();
  const { book, moment } = await centre.desk(centre.branches[1]);
  const documents = Array.from({ length: SENT }, () =>
    toCouch(untyped(value(commitNew(customer, aCustomerBody({ notes: '字'.repeat(300) }), moment())))),
  );
  const start = performance.now();
  for (let at = 0; at < SENT; at += 250) await book.writeMany(documents.slice(at, at + 250));
  const took = performance.now() - start;
  await centre.close();
  return (SENT * 1_000) / took;
}
