/** Who may do what at the fake CouchDB, and what becomes of a user's document. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FakeDatabase, Stored } from './fake-database.ts';

export interface Caller {
  name: string | null;
  roles: readonly string[];
}

export interface Reply {
  status: number;
  value: unknown;
}

export class Refused extends Error {
  readonly status: number;
  readonly error: string;

  constructor(status: number, error: string, reason: string) {
    super(reason);
    this.status = status;
    this.error = error;
  }
}

const namesSchema = z.object({ names: z.array(z.string()).default([]), roles: z.array(z.string()).default([]) });
const securitySchema = z.object({ admins: namesSchema.optional(), members: namesSchema.optional() });

export function session({ name, roles }: Caller, method: string, body: unknown): Reply {
  // Nobody signs on here: the transport is a user's already.
  if (method === 'POST') return { status: 200, value: { ok: true, name: parsed(z.object({ name: z.string() }), body).name, roles: [] } };
  return { status: 200, value: { ok: true, userCtx: { name, roles }, info: { authentication_handlers: ['cookie', 'default'] } } };
}

export function security(caller: Caller, method: string, database: FakeDatabase, body: unknown): Reply {
  if (method === 'PUT') {
    if (!isDatabaseAdmin(caller, database)) throw new Refused(403, 'forbidden', 'You are not a db or server admin.');
    database.security = parsed(z.record(z.string(), z.unknown()), body);
    return { status: 200, value: { ok: true } };
  }
  mustBeMember(caller, database);
  return { status: 200, value: database.security };
}

/** A password becomes a derived key; a user may change nothing but that about itself. */
export function userBody(caller: Caller, id: string, body: Record<string, unknown>, present: Stored | undefined): Record<string, unknown> {
  if (id.startsWith('_design/')) return body;
  if (!isAdmin(caller)) {
    if (id !== `org.couchdb.user:${caller.name ?? ''}`) throw new Refused(403, 'forbidden', 'You may only update your own user document.');
    const isSame = JSON.stringify(rolesOf(present).toSorted()) === JSON.stringify(rolesOf({ body }).toSorted());
    if (!isSame) throw new Refused(403, 'forbidden', 'Only _admin may edit roles');
  }
  const { password, ...rest } = body;
  if (typeof password !== 'string') return rest;
  const salt = derive(`${present?.rev ?? id} ${password}`).slice(0, 32);
  return { ...rest, password_scheme: 'pbkdf2', iterations: 10, salt, derived_key: derive(password) };
}

export function rolesOf(user: Pick<Stored, 'body'> | undefined): string[] {
  const roles = z.array(z.string()).safeParse(user?.body['roles']);
  return roles.success ? roles.data : [];
}

export const isAdmin = ({ roles }: Caller): boolean => roles.includes('_admin');

export function isDatabaseAdmin(caller: Caller, { security: given }: FakeDatabase): boolean {
  return isAdmin(caller) || isNamed(caller, securitySchema.parse(given).admins);
}

function isNamed({ name, roles }: Caller, group: z.infer<typeof namesSchema> | undefined): boolean {
  return group !== undefined && (group.names.some((one) => one === name) || group.roles.some((one) => roles.includes(one)));
}

export function mustBeAdmin(caller: Caller): void {
  if (isAdmin(caller)) return;
  if (caller.name === null) throw new Refused(401, 'unauthorized', 'You are not a server admin.');
  throw new Refused(403, 'forbidden', 'You are not a server admin.');
}

export function mustBeMember(caller: Caller, database: FakeDatabase): void {
  const { members } = securitySchema.parse(database.security);
  const isPublic = members !== undefined && members.names.length + members.roles.length === 0;
  if (isPublic || isDatabaseAdmin(caller, database) || isNamed(caller, members)) return;
  if (caller.name === null) throw new Refused(401, 'unauthorized', 'You are not authorized to access this db.');
  throw new Refused(403, 'forbidden', 'You are not allowed to access this db.');
}

export function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const found = schema.safeParse(body);
  if (!found.success) throw new Refused(400, 'bad_request', z.prettifyError(found.error));
  return found.data;
}

export const derive = (password: string): string => createHash('sha256').update(password).digest('hex');
