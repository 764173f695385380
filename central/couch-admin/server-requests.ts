/** What an administrator asks of the server beside documents. Documented interface of CouchDB 3.5 only. */
import { z } from 'zod';
import { isSame } from '#shared/core/canonical.ts';
import { openCouchDatabase, type CouchDatabase } from '#shared/exchange/couch-database.ts';
import { ask, CentreProblem, type Transport } from '#shared/exchange/transport.ts';

const TIMEOUT = 60_000;

export async function databaseNames(transport: Transport): Promise<string[]> {
  return z.array(z.string()).parse((await ask(transport, { method: 'GET', path: '/_all_dbs', timeout: TIMEOUT })).value);
}

/** @returns whether it was made just now */
export async function ensureDatabase(transport: Transport, name: string): Promise<boolean> {
  try {
    await ask(transport, { method: 'PUT', path: `/${name}`, timeout: TIMEOUT });
    return true;
  } catch (problem) {
    if (problem instanceof CentreProblem && problem.status === 412) return false;
    throw problem;
  }
}

export async function ensureMembers(transport: Transport, name: string, roles: readonly string[]): Promise<void> {
  const wanted = { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles: [...roles] } };
  const path = `/${name}/_security`;
  const { value } = await ask(transport, { method: 'GET', path, timeout: TIMEOUT });
  if (!isSame(value, wanted)) await ask(transport, { method: 'PUT', path, body: wanted, timeout: TIMEOUT });
}

/** Writes the document unless it is there already with just this content. */
export async function ensureDocument(database: CouchDatabase, wanted: { _id: string } & Record<string, unknown>): Promise<void> {
  for (;;) {
    const present = await database.read(wanted._id);
    const { _rev, ...rest } = present ?? { _rev: undefined };
    if (isSame(rest, wanted)) return;
    try {
      await database.write(_rev === undefined ? wanted : { ...wanted, _rev });
      return;
    } catch (problem) {
      // Somebody else provisions at the same time.
      if (!(problem instanceof CentreProblem) || problem.code !== 'conflict') throw problem;
    }
  }
}

const rangeSchema = z.object({ rows: z.array(z.object({ doc: z.looseObject({ _id: z.string(), _rev: z.string() }).nullish() })) });

/** Documents whose ids begin with `prefix`. */
export async function documentsBelow(
  transport: Transport,
  name: string,
  prefix: string,
): Promise<z.infer<typeof rangeSchema>['rows'][number]['doc'][]> {
  const query = new URLSearchParams({ startkey: JSON.stringify(prefix), endkey: JSON.stringify(`${prefix}\ufff0`), include_docs: 'true' });
  const { value } = await ask(transport, { method: 'GET', path: `/${name}/_all_docs?${query}`, timeout: TIMEOUT });
  return rangeSchema.parse(value).rows.map(({ doc }) => doc);
}

const SETTING = '/_config/couchdb/users_db_security_editable';

/**
 * Since CouchDB 3.0 nobody but an administrator may open even the own user document (`_users/_security`), so that a desk could not put a
 * secret of its own in place of the one-time code. The documented way back is this setting, on each node, while the members are changed.
 */
export async function letUsersChangePasswords(transport: Transport, role: string): Promise<void> {
  await ensureDatabase(transport, '_users');
  const wanted = { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles: [role] } };
  const path = '/_users/_security';
  const { value } = await ask(transport, { method: 'GET', path, timeout: TIMEOUT });
  if (isSame(value, wanted)) return;
  const put = (where: string, body: unknown) => ask(transport, { method: 'PUT', path: where, body, timeout: TIMEOUT });
  const nodes = await nodeNames(transport);
  for (const node of nodes) await put(`/_node/${node}${SETTING}`, 'true');
  await put(path, wanted);
  for (const node of nodes) await put(`/_node/${node}${SETTING}`, 'false');
}

async function nodeNames(transport: Transport): Promise<string[]> {
  const membership = z.object({ cluster_nodes: z.array(z.string()).min(1) });
  return membership.parse((await ask(transport, { method: 'GET', path: '/_membership', timeout: TIMEOUT })).value).cluster_nodes;
}

export const usersOf = (transport: Transport): CouchDatabase => openCouchDatabase(transport, '_users');
