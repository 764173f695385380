import { buildGuard } from '#central/guard/build-guard.ts';
import { guardRules, type GuardRules } from '#central/guard/rules.ts';
import {
  databaseNames,
  ensureDatabase,
  ensureDocument,
  ensureMembers,
  letUsersChangePasswords,
} from '#central/couch-admin/server-requests.ts';
import {
  branchDatabase,
  branchRole,
  COMPANY_DATABASE,
  DESK_ROLE,
  filesDatabase,
  JUDGE_ROLE,
  PIECES_DATABASE,
} from '#shared/exchange/books.ts';
import { CENTRE_NOTE, type CentreNote } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import type { Transport } from '#shared/exchange/transport.ts';
import { newCompany, readCentreNote, readCompany } from './company.ts';
import { grantHeadOffice } from './desk-users.ts';

export interface BranchOfCentre {
  code: string;
  name: string;
}

export interface Centre {
  company: CentreNote;
  branches: BranchOfCentre[];
}

/**
 * Makes or completes everything at the centre: databases, who may read them, guards, notes. Whatever is right already stays untouched, so it
 * may run at every start, and after an interruption again.
 * @param change what is to be different from now on; the company's name when there is none yet
 */
export async function provisionCentre(transport: Transport, change: Partial<CentreNote> = {}): Promise<Centre> {
  await letUsersChangePasswords(transport, DESK_ROLE);
  await ensureDatabase(transport, PIECES_DATABASE);
  await ensureMembers(transport, PIECES_DATABASE, [JUDGE_ROLE]);
  await ensureDatabase(transport, COMPANY_DATABASE);
  const company = { ...((await readCompany(transport)) ?? newCompany('')), ...change };
  await ensureMembers(transport, COMPANY_DATABASE, [DESK_ROLE, JUDGE_ROLE]);
  await ensureGuard(transport, COMPANY_DATABASE, guardRules('company', company.headOffice));
  await ensureNote(transport, COMPANY_DATABASE, company);
  const branches: BranchOfCentre[] = [];
  for (const code of await branchCodes(transport)) {
    const note = await readCentreNote(transport, branchDatabase(code));
    // Without a note the branch was never finished: `addBranch` was interrupted and is run again.
    if (!note) continue;
    await provisionBranch(transport, company, { code, name: note.branchName });
    branches.push({ code, name: note.branchName });
  }
  if (company.headOffice !== '') await grantHeadOffice(transport, company.headOffice);
  return { company, branches };
}

export async function provisionBranch(transport: Transport, company: CentreNote, { code, name }: BranchOfCentre): Promise<void> {
  const readers = [branchRole(code), JUDGE_ROLE];
  const files = filesDatabase(code);
  await ensureDatabase(transport, files);
  await ensureMembers(transport, files, readers);
  await ensureGuard(transport, files, guardRules('files', code));
  const database = branchDatabase(code);
  await ensureDatabase(transport, database);
  await ensureMembers(transport, database, readers);
  await ensureGuard(transport, database, guardRules('branch', code));
  await ensureNote(transport, database, { ...company, branchCode: code, branchName: name });
}

export async function branchCodes(transport: Transport): Promise<string[]> {
  const start = branchDatabase('');
  return (await databaseNames(transport)).filter((name) => name.startsWith(start)).map((name) => name.slice(start.length).toUpperCase());
}

async function ensureNote(transport: Transport, database: string, note: CentreNote): Promise<void> {
  await ensureDocument(openCouchDatabase(transport, database), { _id: CENTRE_NOTE, ...note });
}

async function ensureGuard(transport: Transport, database: string, rules: GuardRules): Promise<void> {
  await ensureDocument(openCouchDatabase(transport, database), {
    _id: '_design/guard',
    language: 'javascript',
    validate_doc_update: await buildGuard(rules),
  });
}
