/** Desks and a centre in memory: journal, files and exchange as they are in the host, on a disk that can be copied and cut off. */
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { commitNew, editRecord, untyped, type Moment } from '#shared/documents/act.ts';
import type { Refusal, Result } from '#shared/core/result.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { nextHlc } from '#shared/core/hybrid-clock.ts';
import { makeUlid } from '#shared/core/ulid.ts';
import { branchDatabase, branchRole, COMPANY_DATABASE, deskRole, filesDatabase, HEAD_OFFICE_ROLE } from '#shared/exchange/books.ts';
import { CENTRE_NOTE } from '#shared/exchange/centre-notes.ts';
import { deskUser } from '#shared/exchange/enrolment-code.ts';
import { ask, type Transport } from '#shared/exchange/transport.ts';
import type { CentreStatus, Identity } from '#shared/host/contract.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { mergeCopies } from '#shared/modules/merge-copies.ts';
import { product, productGroups, type Product } from '#shared/modules/product/module.ts';
import { z } from 'zod';
import { aFakeCouch, type FakeCouch } from './fake-couch.ts';
import { aMemoryDisk, type MemoryDisk } from '#electron/host/disk/memory-disk.fixture.ts';
import { jsonFile } from '#electron/host/disk/json-file.ts';
import { openFiles, type Files } from '#electron/host/files/create-files.ts';
import { openJournal, type Journal } from '#electron/host/journal/open-journal.ts';
import { openExchange, type Exchange } from '#electron/host/exchange/open-exchange.ts';

export interface TestCentre {
  couch: FakeCouch;
  url: string;
  /** Milliseconds since 1970, of all clocks. */
  clock: { now: number };
  /** Databases of a branch. */
  addBranch(code: string, headOffice?: string): Promise<void>;
  /** Another life of every database, as after a restore. */
  setEpoch(epoch: string): Promise<void>;
  /** A CouchDB user; answers with the one-time code. */
  enrol(deskCode: string, ...earlier: string[]): Promise<string>;
  /** Business documents of a database. */
  documents(database: string): Record<string, unknown>[];
}

const HEAD_OFFICE = 'ZB01';

export async function aCentre(): Promise<TestCentre> {
  const clock = { now: Date.UTC(2026, 10, 2, 1) };
  const couch = aFakeCouch({ now: () => clock.now });
  const put = (path: string, body: unknown = {}) => ask(couch.admin, { method: 'PUT', path, body, timeout: 1000 });
  const note = (branchCode: string, epoch: string) => ({
    epoch,
    company: '远山家电',
    branchCode,
    branchName: branchCode,
    headOffice: HEAD_OFFICE,
    oldestVersion: '',
  });
  const books: [string, string][] = [];
  let codes = 0;

  async function addDatabase(name: string, branchCode: string, role: string): Promise<void> {
    await put(`/${name}`);
    await put(`/${name}/_security`, { admins: { roles: ['_admin'] }, members: { roles: [role] } });
    await put(`/${name}/${encodeURIComponent(CENTRE_NOTE)}`, note(branchCode, 'first'));
    books.push([name, branchCode]);
  }

  // As provisioning does: only then may a desk put a secret of its own in place of the code.
  await put('/_users/_security', { admins: { roles: ['_admin'] }, members: { roles: ['desk'] } });
  await addDatabase(COMPANY_DATABASE, '', 'desk');
  return {
    couch,
    url: 'http://centre',
    clock,
    addBranch: async (code) => {
      await addDatabase(branchDatabase(code), code, branchRole(code));
      await addDatabase(filesDatabase(code), code, branchRole(code));
    },
    setEpoch: async (epoch) => {
      for (const [name, branchCode] of books) {
        const path = `/${name}/${encodeURIComponent(CENTRE_NOTE)}`;
        const { value } = await ask(couch.admin, { method: 'GET', path, timeout: 1000 });
        await put(path, { ...(value as object), ...note(branchCode, epoch) });
      }
    },
    enrol: async (deskCode, ...earlier) => {
      codes += 1;
      const password = `7K4MP-9QXDT-${String(codes).padStart(5, '0')}`;
      const branchCode = deskCode.slice(0, 4);
      const roles = ['desk', branchRole(branchCode), ...[deskCode, ...earlier].map(deskRole)];
      if (branchCode === HEAD_OFFICE) roles.push(HEAD_OFFICE_ROLE);
      const name = deskUser(deskCode);
      await put(`/_users/org.couchdb.user:${name}`, { name, type: 'user', roles, password });
      return `${deskCode}-${password}`;
    },
    documents: (name) =>
      (couch.database(name)?.all() ?? [])
        .filter(({ id, deleted }) => !deleted && !id.startsWith('bd:') && !id.startsWith('_'))
        .map(({ id, body }) => ({ ...body, id })),
  };
}

export interface TestDesk {
  exchange: Exchange;
  journal: Journal;
  files: Files;
  disk: MemoryDisk;
  identity(): Identity | null;
  /** Documents of one command, durable; the centre hears of them with the next round. */
  write(...records: AnyRecord[]): Promise<void>;
  /** What the desk's book holds, from its journal. */
  book(): Promise<Map<string, AnyRecord>>;
  /** Who acts at this desk, now. */
  moment(): Moment;
  aCustomer(name: string): AnyRecord;
  aProduct(name: string): AnyRecord;
  /** The customer with other notes. */
  remarked(record: AnyRecord, remark: string): AnyRecord;
  /** The program ends without another word and starts again. */
  restart(version?: string): Promise<TestDesk>;
  /** The same on a copy of its disk. */
  copy(): Promise<TestDesk>;
  /** Requests of this desk go through `fault` until it is replaced. */
  through(fault: (next: Transport) => Transport): void;
  statuses: CentreStatus[];
}

const identitySchema = z.custom<Identity>();
const secretsSchema = z.strictObject({ password: z.string(), joining: z.string(), next: z.string() });

export async function aDesk(centre: TestCentre, deskCode = '', disk = aMemoryDisk(), version = '1.0.0'): Promise<TestDesk> {
  const { clock, couch } = centre;
  const secretFile = jsonFile(disk, '/desk/secret', secretsSchema);
  const identityFile = jsonFile(disk, '/desk/identity', identitySchema);
  await disk.makeFolder('/desk');
  const stored = await identityFile.read();
  let identity = typeof stored === 'string' ? null : stored;
  if (!identity && deskCode !== '') {
    identity = { company: '远山家电', branchCode: deskCode.slice(0, 4), branchName: deskCode.slice(0, 4), deskLetter: deskCode.slice(5) };
    await identityFile.write(identity);
  }
  const statuses: CentreStatus[] = [];
  let fault: (next: Transport) => Transport = (next) => next;
  let ids = 0;
  let last = '';
  const installation = Math.floor(Number(`0x${(couch.writes() + 7).toString(16)}`));
  const newId = (): string =>
    makeUlid(clock.now, Uint8Array.from([installation >> 8, installation, 0, 0, 0, 0, 0, 0, (ids += 1) >> 8, ids]));
  const journal = await openJournal({
    disk,
    folder: '/desk/journal',
    now: () => clock.now,
    floor: { seq: 0, counters: {} },
    log: () => undefined,
  });
  const files = await openFiles(disk, '/desk/files');

  async function book(): Promise<Map<string, AnyRecord>> {
    const found = new Map<string, AnyRecord>();
    for await (const frame of journal.frames(0)) {
      for (const line of frame.lines()) {
        const record = JSON.parse(line) as AnyRecord;
        const known = found.get(record.id);
        found.set(record.id, known ? mergeCopies(known, record) : record);
      }
    }
    return found;
  }

  const exchange = await openExchange({
    disk,
    folder: '/desk/exchange',
    journal,
    files,
    everything: async function* () {
      yield* (await book()).values();
    },
    identity: () => identity,
    saveIdentity: async (next) => {
      await identityFile.write(next);
      identity = next;
    },
    connect:
      (_url, { name, password }) =>
      (request) =>
        fault(couch.as(name, password))(request),
    secret: {
      read: async () => {
        const found = await secretFile.read();
        return typeof found === 'string' ? { password: '', joining: '', next: '' } : found;
      },
      write: (secrets) => secretFile.write(secrets),
    },
    version,
    now: () => clock.now,
    newId,
    newSecret: () => `secret-${newId()}`,
    log: () => undefined,
    changed: (status) => statuses.push(status),
    grew: () => undefined,
  });

  const code = (): string => (identity ? `${identity.branchCode}-${identity.deskLetter}` : '');
  const moment = (): Moment => ({
    now: clock.now,
    today: '2026-11-02',
    hlc: () => (last = nextHlc(last, clock.now, code())),
    newId,
    actor: aPerson('经理', 'manager', 'salesperson'),
    desk: code(),
    branch: identity?.branchCode ?? '',
    policy: { version: 1, parameters: {} },
  });

  return {
    exchange,
    journal,
    files,
    disk,
    identity: () => identity,
    write: async (...documents) => {
      const unnumbered = documents.filter(({ kind, no }) => kind === 'customer' && no === '');
      const { seq, numbers } = await journal.append({
        commandId: newId(),
        documents,
        numbers: unnumbered.map(({ id }) => ({ documentId: id, range: `KH-${code()}-2611` })),
      });
      exchange.wrote(
        seq,
        documents.map((document) => ({ ...document, no: document.no || (numbers[document.id] ?? '') })),
      );
    },
    book,
    moment,
    aCustomer: (name) => made(commitNew(customer, aCustomerBody(name), moment())),
    aProduct: (name) => made(commitNew(product, aProductBody(name), moment())),
    remarked: (record, notes) => made(editRecord(customer, customer.read(record), { ...customer.read(record).body, notes }, moment())),
    restart: async (next = version) => aDesk(centre, '', disk, next),
    copy: async () =>
      aDesk(
        centre,
        '',
        disk.cutPower(() => 0),
        version,
      ),
    through: (next) => {
      fault = next;
    },
    statuses,
  };
}

function made<Body>(result: Result<DocumentRecord<Body>, Refusal>): AnyRecord {
  if (!result.ok) throw new Error(result.refusal.code);
  return untyped(result.value);
}

function aCustomerBody(name: string): Customer {
  return {
    type: 'person',
    name,
    contact: '',
    phone: '',
    otherPhone: '',
    address: '',
    industry: '',
    size: '',
    web: '',
    class: 'ordinary',
    level: '',
    birthday: '',
    interests: '',
    creditLimit: 0,
    creditDays: 0,
    notes: '',
  };
}

function aProductBody(name: string): Product {
  return {
    code: name,
    name,
    spec: '',
    unit: '只',
    barcode: '',
    group: productGroups[0],
    price: 100,
    floor: 90,
    substitutes: [],
    lowStock: 0,
    notes: '',
  };
}
