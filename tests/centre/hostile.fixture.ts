/** A desk with valid credentials and a will of its own, a neighbour in its branch and a desk of the head office, at one centre. */
import { aCentre, type TestCentre, type TestDesk } from '#central/centre.fixture.ts';
import type { CompileGuard } from '#central/embedded-server/guarded-writes.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Module } from '#shared/documents/module.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import type { CouchDatabase, Written } from '#shared/exchange/couch-database.ts';
import { toCouch } from '#shared/exchange/wire-record.ts';
import { value } from '#shared/modules/branch.fixture.ts';
import { receipt, type Receipt } from '#shared/modules/receipt/module.ts';
import { couchEngine } from '../support/couch-engine.ts';

/** Where guards run: in this process, and in an engine of CouchDB's. A server at `COUCHDB_URL` has its own. */
export const engines: [string, () => Promise<CompileGuard | undefined>][] =
  process.env['COUCHDB_URL'] === undefined
    ? [
        ['the embedded server', async () => undefined],
        ['QuickJS', couchEngine],
      ]
    : [['CouchDB', async () => undefined]];

export interface HostileDesk {
  centre: TestCentre;
  /** The head office's code, when the centre has it to give, and the branch of the hostile desk. */
  head: string;
  other: string;
  desk: TestDesk;
  neighbour: TestDesk;
  office: TestDesk;
  made<Body>(module: Module<Body>, body: Body, on?: TestDesk, no?: string): DocumentRecord<Body>;
  aReceipt(on?: TestDesk, no?: string): AnyRecord;
  accepted(record: AnyRecord, rev?: string, database?: CouchDatabase): Promise<string>;
  /** The code at the head of the refusal's reason; 'accepted' when there was none. */
  fate(record: AnyRecord, rev?: string, database?: CouchDatabase): Promise<string>;
}

const money: Receipt = {
  type: 'payment',
  payer: '李敏',
  method: 'cash',
  amount: 10_000,
  tendered: 10_000,
  change: 0,
  reason: '',
  remarks: '',
  reverses: '',
  parts: [{ source: 'order', no: '', party: '', amount: 10_000 }],
  heldBy: '',
  heldOn: '',
};

export async function aHostileDesk(compileGuard: CompileGuard | undefined): Promise<HostileDesk> {
  const centre = await aCentre(compileGuard);
  const [head, other] = centre.branches;
  const desk = await centre.desk(other);
  let sequence = 0;

  function made<Body>(module: Module<Body>, body: Body, on = desk, no = ''): DocumentRecord<Body> {
    const record = value(commitNew(module, body, on.moment()));
    sequence += 1;
    return {
      ...record,
      no: no || (module.numberType === '' ? '' : `${module.numberType}-${on.code}-2611-${String(sequence).padStart(4, '0')}`),
    };
  }

  async function write(record: AnyRecord, rev?: string, database = desk.book): Promise<Written> {
    const [written] = await database.writeMany([toCouch(record, rev)]);
    if (!written) throw new Error('no answer');
    return written;
  }

  return {
    centre,
    head,
    other,
    desk,
    neighbour: await centre.desk(other),
    office: await centre.desk(head),
    made,
    aReceipt: (on = desk, no = '') => untyped(made(receipt, money, on, no)),
    accepted: async (record, rev, database) => {
      const written = await write(record, rev, database);
      if ('error' in written) throw new Error(written.reason);
      return written.rev;
    },
    fate: async (record, rev, database) => {
      const written = await write(record, rev, database);
      if (!('error' in written)) return 'accepted';
      return written.error === 'forbidden' ? (written.reason.split(':')[0] ?? '') : written.error;
    },
  };
}
