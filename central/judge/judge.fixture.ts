/** Desks of one branch that exchange with a CouchDB in memory, and the judge over it. */
import { ok } from '#shared/core/result.ts';
import { aMemoryBook, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { mergeRecords } from '#shared/documents/merge.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { branchDatabase, COMPANY_DATABASE } from '#shared/exchange/books.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { ask, type Transport } from '#shared/exchange/transport.ts';
import { fromCouch, toCouch } from '#shared/exchange/wire-record.ts';
import { manager } from '#shared/modules/branch.fixture.ts';
import { seal } from '#shared/modules/registry.ts';
import { verdict, verdictId } from '#shared/modules/verdict/module.ts';
import { aFakeCouch, type FakeCouch } from '../../tests/support/fake-couch.ts';
import { startJudge, type JudgeOptions } from './start-judge.ts';

export const BRANCH = 'HZ01';
/** Both books' first hour, so that nothing at the centre is ahead of the judge's clock. */
export const START = Date.UTC(2026, 10, 2, 1);
const HOUR = 3_600_000;

export interface TestCentre {
  couch: FakeCouch;
  transport: Transport;
  log: string[];
  /** Moves the judge's clock on, milliseconds. */
  pass(milliseconds: number): void;
  /** A desk whose clock shows `hour` hours after the first one's. */
  desk(letter: string, hour?: number): MemoryBook;
  /** Puts all documents of a desk into the branch's book at the centre, united with what is there. */
  send(book: MemoryBook): Promise<void>;
  /** Takes everything at the centre into the desk's book. */
  pull(book: MemoryBook): Promise<void>;
  judge(options?: Partial<JudgeOptions>): Promise<void>;
  verdictOn(id: string): AnyRecord | null;
  verdicts(): AnyRecord[];
}

export async function aTestCentre(): Promise<TestCentre> {
  let now = START + 100 * HOUR;
  const couch = aFakeCouch({ now: () => now });
  const transport = couch.admin;
  const name = branchDatabase(BRANCH);
  for (const path of [COMPANY_DATABASE, name]) await ask(transport, { method: 'PUT', path: `/${path}`, timeout: 1000 });
  const database = openCouchDatabase(transport, name);
  const log: string[] = [];

  const stored = (): AnyRecord[] =>
    (couch.database(name)?.all() ?? []).flatMap(({ id, rev, body }) => fromCouch({ _id: id, _rev: rev, ...body }) ?? []);

  return {
    couch,
    transport,
    log,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    desk: (letter, hour = 0) => aMemoryBook(`${BRANCH}-${letter}`, START + hour * HOUR),
    send: async (book) => {
      for (const record of book.records()) {
        const present = await database.read(record.id);
        const known = present && fromCouch(present);
        await database.write(toCouch(known ? mergeRecords(known, record, seal) : record, present?._rev));
      }
    },
    pull: async (book) => {
      for (const record of stored()) {
        const known = await book.get(record.id);
        const united = known ? mergeRecords(known, record, seal) : record;
        await book.run(manager, async () => ok({ records: [united], answer: null }));
      }
    },
    judge: async (options = {}) => {
      await startJudge({
        transport,
        branches: [BRANCH],
        now: () => now,
        log: (line) => log.push(line),
        instance: 'one',
        once: true,
        ...options,
      }).finished;
    },
    verdictOn: (id) => stored().find((record) => record.id === verdictId(id)) ?? null,
    verdicts: () => stored().filter(({ kind }) => kind === verdict.kind),
  };
}
