/**
 * Hidden conflicting revisions. Desks make none: they write row by row against the present revision. Several nodes that were apart, or a
 * replication between servers, can; CouchDB then shows one revision and keeps the other unseen.
 */
import { z } from 'zod';
import { databaseNames } from '#central/couch-admin/server-requests.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { ask, type Transport } from '#shared/exchange/transport.ts';
import { fromCouch, toCouch } from '#shared/exchange/wire-record.ts';
import { mergeCopies } from '#shared/modules/merge-copies.ts';

export interface HiddenConflict {
  database: string;
  id: string;
  revisions: string[];
}

const PAGE = 500;
const pageSchema = z.object({
  // `style=all_docs` would name deleted revisions too, of conflicts that were settled long ago.
  results: z.array(
    z.object({ id: z.string(), doc: z.looseObject({ _rev: z.string(), _conflicts: z.array(z.string()).default([]) }).nullish() }),
  ),
  last_seq: z.union([z.string(), z.number()]),
});

export async function* scanConflicts(transport: Transport): AsyncGenerator<HiddenConflict> {
  for (const database of (await databaseNames(transport)).filter((name) => name.startsWith('bd-'))) {
    for (let since = '0'; ;) {
      const query = new URLSearchParams({ since, limit: String(PAGE), include_docs: 'true', conflicts: 'true' });
      const { value } = await ask(transport, { method: 'GET', path: `/${database}/_changes?${query}`, timeout: 120_000 });
      const { results, last_seq } = pageSchema.parse(value);
      for (const { id, doc } of results) {
        if (doc && doc._conflicts.length > 0) yield { database, id, revisions: [doc._rev, ...doc._conflicts] };
      }
      if (results.length < PAGE) break;
      since = String(last_seq);
    }
  }
}

const leafSchema = z.looseObject({ _id: z.string(), _rev: z.string(), _deleted: z.boolean().optional() });

/** Unites the revisions of a business document into one. @returns false when one of them cannot be read: nothing is touched then */
export async function healConflict(transport: Transport, { database: name, id, revisions }: HiddenConflict): Promise<boolean> {
  const database = openCouchDatabase(transport, name);
  const shown = await database.read(id);
  const leaves = [];
  for (const rev of revisions) {
    const { value } = await ask(transport, { method: 'GET', path: `/${name}/${encodeURIComponent(id)}?rev=${rev}`, timeout: 30_000 });
    const leaf = leafSchema.parse(value);
    if (leaf._deleted === true) continue;
    const record = fromCouch(leaf);
    if (!record) return false;
    leaves.push({ rev, record });
  }
  const [first, ...others] = leaves;
  if (!shown || !first) return false;
  const united = others.reduce((sum, { record }) => mergeCopies(sum, record), first.record);
  await database.write(toCouch(united, shown._rev));
  for (const { rev } of leaves) {
    if (rev !== shown._rev)
      await ask(transport, { method: 'DELETE', path: `/${name}/${encodeURIComponent(id)}?rev=${rev}`, timeout: 30_000 });
  }
  return true;
}
