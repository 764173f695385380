import { mkdir } from 'node:fs/promises';
import { databaseNames } from '#central/couch-admin/server-requests.ts';
import { readCompany } from '#central/provision/company.ts';
import { deskUsers } from '#central/provision/desk-users.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { openCouchDatabase, type CouchDatabase } from '#shared/exchange/couch-database.ts';
import type { Transport } from '#shared/exchange/transport.ts';
import { readContents, writeContents, writeDocuments, type BackupContents, type StoredDocument } from './book-files.ts';

const PAGE = 500;

export const USERS = '_users';

/**
 * All books and the desks' users into an empty folder, while desks go on working: a document is never half written, and what comes in
 * meanwhile is at its desk as well. Passwords are in it only as CouchDB keeps them, hashed.
 */
export async function backUp(transport: Transport, folder: string, now: number): Promise<Result<BackupContents>> {
  const company = await readCompany(transport);
  if (!company) return refuse('NothingHere');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (await readContents(folder)) return refuse('FolderHasBackup', { folder });
  const contents: BackupContents = { format: 1, at: now, epoch: company.epoch, files: {} };
  const books = (await databaseNames(transport)).filter((name) => name.startsWith('bd-'));
  for (const name of books) contents.files[name] = await writeDocuments(folder, name, documentsOf(openCouchDatabase(transport, name)));
  contents.files[USERS] = await writeDocuments(folder, USERS, usersIn(transport));
  await writeContents(folder, contents);
  return ok(contents);
}

/** By the feed of changes: it names every document once, with what it is now. */
async function* documentsOf(database: CouchDatabase): AsyncGenerator<StoredDocument[]> {
  for (let since = '0'; ;) {
    const { rows, last } = await database.changes(since, PAGE);
    yield rows.flatMap(({ doc }) => (doc && !doc._id.startsWith('_design/') ? [withoutRevision(doc)] : []));
    if (rows.length < PAGE) return;
    since = last;
  }
}

async function* usersIn(transport: Transport): AsyncGenerator<StoredDocument[]> {
  yield (await deskUsers(transport)).map(withoutRevision);
}

function withoutRevision({ _rev, ...document }: { _id: string; _rev: string }): StoredDocument {
  return document;
}
