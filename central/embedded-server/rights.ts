/** Who may read and write a database, as CouchDB answers those who may not. */
import { isAdmin, type Writer } from './guarded-writes.ts';
import { fail, type Answer } from './answer.ts';

export const notAdmin = ({ userCtx }: Writer): Answer =>
  userCtx.name === null ? fail(401, 'unauthorized', 'You are not a server admin.') : fail(403, 'forbidden', 'You are not a server admin.');

/** 401 who is nobody, 403 who is somebody else: a desk that was revoked must tell itself from one that asks for a foreign branch. */
export function notMember(writer: Writer, name = ''): Answer | null {
  if (isAdmin(writer)) return null;
  if (writer.userCtx.name === null) return fail(401, 'unauthorized', 'You are not authorized to access this db.');
  const { members = {} } = (writer.secObj ?? {}) as { members?: { names?: string[]; roles?: string[] } };
  // As CouchDB 3: without a list of members only administrators get in.
  const isMember = members.names?.includes(writer.userCtx.name) || members.roles?.some((role) => writer.userCtx.roles.includes(role));
  return isMember ? null : fail(403, 'forbidden', `You are not allowed to access this db. (${name})`);
}

const SECURITY = '_local/_security';

export async function readSecurity(database: PouchDatabase): Promise<unknown> {
  try {
    return (await database.get(SECURITY))['security'];
  } catch {
    return {};
  }
}

export async function writeSecurity(database: PouchDatabase, security: unknown): Promise<void> {
  const old = await database.get(SECURITY).catch(() => null);
  await database.put({ _id: SECURITY, ...(old?._rev === undefined ? {} : { _rev: old._rev }), security });
}

/** `_local/_security` is where it is kept who may read the database. */
export function outside(id: string): Answer | null {
  return id.startsWith('_') && !id.startsWith('_design/')
    ? fail(403, 'forbidden', 'Only reserved document ids may start with underscore.')
    : null;
}
