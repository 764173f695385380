/**
 * A provisioned centre for tests: the embedded server in memory, or the CouchDB at `COUCHDB_URL` (with the administrator's name and password
 * in it), where the branches' codes are chosen anew and everything made is removed again.
 */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { connectByFetch } from '#electron/host/exchange/fetch-transport.ts';
import { nextHlc } from '#shared/core/hybrid-clock.ts';
import type { Day } from '#shared/core/calendar.ts';
import { makeUlid } from '#shared/core/ulid.ts';
import type { Moment } from '#shared/documents/act.ts';
import { branchDatabase, filesDatabase } from '#shared/exchange/books.ts';
import { openCouchDatabase, type CouchDatabase } from '#shared/exchange/couch-database.ts';
import { deskUser, readEnrolmentCode } from '#shared/exchange/enrolment-code.ts';
import { ask, type CentreAnswer, type Transport } from '#shared/exchange/transport.ts';
import { adminAddress, connectAdmin, type AdminAddress } from './couch-admin/connect-admin.ts';
import type { CompileGuard } from './embedded-server/guarded-writes.ts';
import { startEmbeddedServer } from './embedded-server/start-embedded-server.ts';
import { addBranch } from './provision/add-branch.ts';
import { deskUsers } from './provision/desk-users.ts';
import { enrolDesk } from './provision/enrol-desk.ts';
import { provisionCentre } from './provision/provision-centre.ts';

export interface TestDesk {
  code: string;
  branch: string;
  secret: string;
  transport: Transport;
  book: CouchDatabase;
  files: CouchDatabase;
  company: CouchDatabase;
  /** Signs as this desk; `ahead` milliseconds in the future. */
  moment(ahead?: number): Moment;
  send(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<CentreAnswer>;
}

export interface TestCentre {
  admin: AdminAddress;
  transport: Transport;
  /** The head office, when this centre has it to give, and a branch beside it. */
  branches: readonly [string, string];
  desk(branch: string, options?: { letter?: string; replaces?: string[] }): Promise<TestDesk>;
  close(): Promise<void>;
}

/** @param compileGuard where the embedded server's guards run, when not in this process */
export async function aCentre(compileGuard?: CompileGuard): Promise<TestCentre> {
  const outside = process.env['COUCHDB_URL'];
  const own = { name: 'admin', password: 'test' };
  const server =
    outside === undefined
      ? await startEmbeddedServer({ folder: null, port: 0, admin: own, ...(compileGuard ? { compileGuard } : {}) })
      : null;
  const admin = server ? { url: server.url, ...own } : adminAddress(outside ?? '', process.env);
  if (!admin) throw new Error('COUCHDB_URL needs name and password');
  const transport = connectAdmin(admin);
  const { company } = await provisionCentre(transport, server ? { company: '虹桥机电' } : {});
  const prefix = String.fromCharCode(65 + randomInt(26), 65 + randomInt(26));
  const branches = [`${prefix}01`, `${prefix}02`] as const;
  for (const code of branches) {
    const added = await addBranch(transport, {
      code,
      name: `${code}营业部`,
      isHeadOffice: code === branches[0] && company.headOffice === '',
    });
    if (!added.ok) throw new Error(added.refusal.code);
  }
  return {
    admin,
    transport,
    branches,
    desk: (branch, options = {}) => aDesk(admin, transport, branch, options),
    close: async () => {
      if (server) return server.close();
      for (const code of branches) {
        for (const name of [branchDatabase(code), filesDatabase(code)])
          await ask(transport, { method: 'DELETE', path: `/${name}`, timeout: 30_000 });
        for (const { _id, _rev } of await deskUsers(transport, code)) {
          await ask(transport, { method: 'DELETE', path: `/_users/${_id}?rev=${_rev}`, timeout: 30_000 });
        }
      }
    },
  };
}

async function aDesk(
  admin: AdminAddress,
  transport: Transport,
  branchCode: string,
  { letter = '', replaces = [] }: { letter?: string; replaces?: string[] },
): Promise<TestDesk> {
  const enrolled = await enrolDesk(transport, { branchCode, letter, replaces, now: Date.now(), goodFor: 60_000 });
  if (!enrolled.ok) throw new Error(enrolled.refusal.code);
  const code = readEnrolmentCode(enrolled.value.code);
  if (!code) throw new Error(enrolled.value.code);
  const secret = randomUUID();
  await takeOver(connectByFetch(admin.url, { name: deskUser(code.deskCode), password: code.password }), code.deskCode, secret);
  const own = connectByFetch(admin.url, { name: deskUser(code.deskCode), password: secret });
  let last = '';
  return {
    code: code.deskCode,
    branch: branchCode,
    secret,
    transport: own,
    book: openCouchDatabase(own, branchDatabase(branchCode)),
    files: openCouchDatabase(own, filesDatabase(branchCode)),
    company: openCouchDatabase(own, 'bd-company'),
    moment: (ahead = 0) => ({
      now: Date.now() + ahead,
      today: '2026-11-24' as Day,
      hlc: () => (ahead === 0 ? (last = nextHlc(last, Date.now(), code.deskCode)) : nextHlc('', Date.now() + ahead, code.deskCode)),
      newId: () => makeUlid(Date.now(), randomBytes(10)),
      actor: { id: 'manager', name: '经理', roles: ['manager', 'cashier', 'salesperson', 'warehouse', 'finance'] },
      desk: code.deskCode,
      branch: branchCode,
      policy: { version: 1, parameters: {} },
    }),
    send: (method, path, body) => own({ method, path, timeout: 30_000, ...(body === undefined ? {} : { body }) }),
  };
}

/** As a desk joins: the one-time code opens the own user once, and a secret of its own takes the code's place. */
async function takeOver(transport: Transport, deskCode: string, secret: string): Promise<void> {
  const users = openCouchDatabase(transport, '_users');
  const user = await users.read(`org.couchdb.user:${deskUser(deskCode)}`);
  if (!user) throw new Error(`no user of ${deskCode}`);
  await users.write({ ...user, password: secret });
}
