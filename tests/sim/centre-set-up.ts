/** The centre of the simulation: databases, rights, notes and users as provisioning makes them. */
import {
  branchDatabase,
  branchRole,
  COMPANY_DATABASE,
  deskRole,
  filesDatabase,
  HEAD_OFFICE_ROLE,
  JUDGE_ROLE,
} from '#shared/exchange/books.ts';
import { CENTRE_NOTE } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { deskUser, enrolmentCode } from '#shared/exchange/enrolment-code.ts';
import { ask } from '#shared/exchange/transport.ts';
import type { Random } from '#shared/demo/random.ts';
import type { FakeCouch } from '../support/fake-couch.ts';

export const HEAD_OFFICE = 'HQ01';
const TIMEOUT = 1_000;
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export async function setUpCentre(couch: FakeCouch, branches: readonly string[]): Promise<void> {
  const everybody = [...branches.map(branchRole), JUDGE_ROLE];
  await makeDatabase(couch, COMPANY_DATABASE, everybody, '');
  for (const branch of branches) {
    await makeDatabase(couch, branchDatabase(branch), [branchRole(branch), JUDGE_ROLE], branch);
    await makeDatabase(couch, filesDatabase(branch), [branchRole(branch), JUDGE_ROLE], branch);
  }
  // Only head-office desks write the company's book.
  const only = `function (doc, old, user) {
    if (user.roles.indexOf('_admin') < 0 && user.roles.indexOf('${HEAD_OFFICE_ROLE}') < 0) throw ({ forbidden: 'company book' });
  }`;
  await openCouchDatabase(couch.admin, COMPANY_DATABASE).write({ _id: '_design/guard', validate_doc_update: only });
}

async function makeDatabase(couch: FakeCouch, name: string, roles: readonly string[], branch: string): Promise<void> {
  await ask(couch.admin, { method: 'PUT', path: `/${name}`, timeout: TIMEOUT });
  const security = { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles } };
  await ask(couch.admin, { method: 'PUT', path: `/${name}/_security`, body: security, timeout: TIMEOUT });
  await sayEpoch(couch, name, 'first', branch);
}

async function sayEpoch(couch: FakeCouch, name: string, epoch: string, branch: string): Promise<void> {
  const database = openCouchDatabase(couch.admin, name);
  const known = await database.read(CENTRE_NOTE);
  await database.write({
    _id: CENTRE_NOTE,
    ...(known ? { _rev: known._rev } : {}),
    epoch,
    company: '试验公司',
    branchCode: branch,
    branchName: branch,
    headOffice: HEAD_OFFICE,
    oldestVersion: '0.0.0',
  });
}

/** After a backup was put back: every database says that it began another life. */
export async function sayRestored(couch: FakeCouch, branches: readonly string[], epoch: string): Promise<void> {
  await sayEpoch(couch, COMPANY_DATABASE, epoch, '');
  for (const branch of branches) {
    await sayEpoch(couch, branchDatabase(branch), epoch, branch);
    await sayEpoch(couch, filesDatabase(branch), epoch, branch);
  }
}

/** A new code for a desk: the user is made, or its password is changed. */
export async function issueCode(couch: FakeCouch, deskCode: string, random: Random): Promise<string> {
  const branch = deskCode.slice(0, 4);
  const part = (): string => Array.from({ length: 5 }, () => letters.charAt(random.whole(0, 31))).join('');
  const password = `${part()}-${part()}-${part()}`;
  const users = openCouchDatabase(couch.admin, '_users');
  const id = `org.couchdb.user:${deskUser(deskCode)}`;
  const known = await users.read(id);
  const roles = [branchRole(branch), deskRole(deskCode), ...(branch === HEAD_OFFICE ? [HEAD_OFFICE_ROLE] : [])];
  await users.write({ _id: id, ...(known ? { _rev: known._rev } : {}), type: 'user', name: deskUser(deskCode), roles, password });
  return enrolmentCode(deskCode, password);
}
