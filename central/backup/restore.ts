import { randomUUID } from 'node:crypto';
import { ensureDatabase } from '#central/couch-admin/server-requests.ts';
import { provisionCentre } from '#central/provision/provision-centre.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { openCouchDatabase, type CouchDatabase, type Written } from '#shared/exchange/couch-database.ts';
import { CentreProblem, type Transport } from '#shared/exchange/transport.ts';
import { USERS } from './back-up.ts';
import { isWhole, readContents, readDocuments, type StoredDocument } from './book-files.ts';

const PAGE = 200;

export interface Restored {
  /** Documents that were missing and are there again. */
  restored: number;
  /** Documents that were there already; they are left as they are, for a document only ever grows. */
  present: number;
  epoch: string;
}

/**
 * Puts back what is missing and begins a new life of the centre: its epoch changes, so that every desk compares its whole book and sends what
 * the backup did not have yet. May be interrupted and run again.
 */
export async function restore(transport: Transport, folder: string): Promise<Result<Restored>> {
  const contents = await readContents(folder);
  if (!contents) return refuse('NoBackup', { folder });
  for (const [name, { sha256 }] of Object.entries(contents.files)) {
    if (!(await isWhole(folder, name, sha256))) return refuse('BackupDamaged', { file: `${name}.jsonl` });
  }
  const counts = { restored: 0, present: 0 };
  // Users last: a desk that gets in finds its books complete.
  for (const name of Object.keys(contents.files).toSorted((a, b) => Number(a === USERS) - Number(b === USERS))) {
    await ensureDatabase(transport, name);
    const database = openCouchDatabase(transport, name);
    for await (const documents of readDocuments(folder, name, PAGE)) {
      const written = name === USERS ? await oneByOne(database, documents) : await database.writeMany(documents);
      for (const row of written) {
        if ('rev' in row) counts.restored += 1;
        else if (row.error === 'conflict') counts.present += 1;
        else throw new CentreProblem('refused', `${row.id}: ${row.error} ${row.reason}`);
      }
    }
  }
  return ok({ ...counts, epoch: await beginEpoch(transport) });
}

/** After the server's own files were taken back to an earlier state by other means. */
export async function beginEpoch(transport: Transport): Promise<string> {
  const { company } = await provisionCentre(transport, { epoch: randomUUID() });
  return company.epoch;
}

async function oneByOne(database: CouchDatabase, documents: readonly StoredDocument[]): Promise<Written[]> {
  const written: Written[] = [];
  for (const document of documents) {
    try {
      written.push({ id: document._id, rev: await database.write(document) });
    } catch (problem) {
      if (!(problem instanceof CentreProblem) || problem.code !== 'conflict') throw problem;
      written.push({ id: document._id, error: 'conflict', reason: '' });
    }
  }
  return written;
}
