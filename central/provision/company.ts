/** The centre's own notes, as provisioning keeps them: what the company is, and which life the centre is in. */
import { randomUUID } from 'node:crypto';
import { COMPANY_DATABASE } from '#shared/exchange/books.ts';
import { CENTRE_NOTE, centreNoteSchema, type CentreNote } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import type { Transport } from '#shared/exchange/transport.ts';

/** null: nothing was provisioned here yet. */
export async function readCompany(transport: Transport): Promise<CentreNote | null> {
  return readCentreNote(transport, COMPANY_DATABASE);
}

export async function readCentreNote(transport: Transport, database: string): Promise<CentreNote | null> {
  const found = await openCouchDatabase(transport, database).read(CENTRE_NOTE);
  return found ? centreNoteSchema.parse(withoutMeta(found)) : null;
}

function withoutMeta({ _id, _rev, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}

export function newCompany(company: string): CentreNote {
  return { epoch: randomUUID(), company, branchCode: '', branchName: '', headOffice: '', oldestVersion: '0.1.0' };
}
