/** Desks of one branch that exchange with a CouchDB in memory, and the judge over it. */
import { ensureDatabase } from '#central/couch-admin/server-requests.ts';
import { ok } from '#shared/core/result.ts';
import { aMemoryBook, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { mergeRecords } from '#shared/documents/merge.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { branchDatabase, COMPANY_DATABASE, PIECES_DATABASE } from '#shared/exchange/books.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import type { Transport } from '#shared/exchange/transport.ts';
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

/** @param beside a centre that this branch is one more of */
export async function aTestCentre(branch = BRANCH, beside?: TestCentre): Promise<TestCentre> {
  let now = START + 100 * HOUR;
  const couch = beside?.couch ?? aFakeCouch({ now: () => now });
  const transport = couch.admin;
  const name = branchDatabase(branch);
  for (const database of [COMPANY_DATABASE, PIECES_DATABASE, name]) await ensureDatabase(transport, database);
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
    desk: (letter, hour = 0) => aMemoryBook(`${branch}-${letter}`, START + hour * HOUR),
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
        branches: [branch],
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
