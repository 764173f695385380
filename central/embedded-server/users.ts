/** Users of the embedded server: their documents and their sessions, with CouchDB's rules. */
import { fail, type Answer } from './answer.ts';
import { isAdmin, type Writer } from './guarded-writes.ts';

export const USER_PREFIX = 'org.couchdb.user:';

/**
 * A user changes the own password, an administrator anything. The package hands an administrator's role to whoever opens the own
 * document: a desk could give itself the roles of another branch.
 */
export async function writeUser(users: PouchDatabase, id: string, document: unknown, writer: Writer): Promise<Answer> {
  if (writer.userCtx.name === null && !isAdmin(writer)) return fail(401, 'unauthorized', 'You are not authorized to access this db.');
  if (typeof document !== 'object' || document === null) return fail(400, 'bad_request', 'Document must be a JSON object');
  const next = { ...document, _id: id } as StoredDocument;
  const old = await present(users, id);
  if (!isAdmin(writer)) {
    if (id !== USER_PREFIX + (writer.userCtx.name ?? '') || !old) return fail(404, 'not_found', 'missing');
    if (next._deleted !== undefined || next['name'] !== old['name'] || next['type'] !== 'user') {
      return fail(403, 'forbidden', 'You may only change your own password.');
    }
    if (!sameRoles(next['roles'], old['roles'])) return fail(403, 'forbidden', 'Only _admin may edit roles');
  }
  if (next._rev !== old?._rev) return fail(409, 'conflict', 'Document update conflict.');
  try {
    return { status: 201, body: await users.put(next, { userCtx: { name: null, roles: ['_admin'] } }) };
  } catch (problem) {
    const { status = 500, name = 'error', message = '' } = problem as { status?: number; name?: string; message?: string };
    return fail(status, name, message);
  }
}

export async function readUser(users: PouchDatabase, id: string, reader: Writer): Promise<Answer> {
  const document = isAdmin(reader) || id === USER_PREFIX + (reader.userCtx.name ?? '') ? await present(users, id) : null;
  return document ? { status: 200, body: document } : fail(404, 'not_found', 'missing');
}

async function present(users: PouchDatabase, id: string): Promise<StoredDocument | null> {
  try {
    return await users.get(id, { userCtx: { name: null, roles: ['_admin'] } });
  } catch (problem) {
    if ((problem as { status?: number }).status === 404) return null;
    throw problem;
  }
}

function sameRoles(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) && JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
}
