/** The CouchDB users of desks. One is never removed: a desk's letter is given once. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { documentsBelow, usersOf } from '#central/couch-admin/server-requests.ts';
import { branchRole, DESK_ROLE, deskRole, HEAD_OFFICE_ROLE } from '#shared/exchange/books.ts';
import { deskUser } from '#shared/exchange/enrolment-code.ts';
import { CentreProblem, type Transport } from '#shared/exchange/transport.ts';

const PREFIX = 'org.couchdb.user:';

const userSchema = z.looseObject({
  _id: z.string(),
  _rev: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  /** CouchDB's own, new with every password. */
  salt: z.string().default(''),
  desk: z.object({
    code: z.string(),
    /** Milliseconds since 1970. */
    enrolledAt: z.number(),
    expiresAt: z.number(),
    /** The salt of the one-time code: as long as it is the present one, no desk has joined with it. '' when there is no code. */
    codeSalt: z.string(),
    /** 0: it is not. */
    revokedAt: z.number(),
    replacedBy: z.string(),
  }),
});
export type DeskUser = z.infer<typeof userSchema>;

export type DeskState = 'waiting' | 'expired' | 'working' | 'revoked';

export function stateOf({ desk, salt }: DeskUser, now: number): DeskState {
  if (desk.revokedAt !== 0) return 'revoked';
  if (desk.codeSalt === '' || desk.codeSalt !== salt) return desk.codeSalt === '' ? 'expired' : 'working';
  return now > desk.expiresAt ? 'expired' : 'waiting';
}

/** A desk may write on its own user, all but the name and the roles: which desk it is follows from the name alone. */
function readDesk(document: unknown): DeskUser[] {
  const { success, data } = userSchema.safeParse(document);
  return success ? [{ ...data, desk: { ...data.desk, code: data.name.slice(deskUser('').length).toUpperCase() } }] : [];
}

/** All desks of the branch, or of all branches, by code. */
export async function deskUsers(transport: Transport, branchCode = ''): Promise<DeskUser[]> {
  const found = await documentsBelow(transport, '_users', PREFIX + deskUser(branchCode));
  return found.flatMap(readDesk);
}

export async function deskUserOf(transport: Transport, deskCode: string): Promise<DeskUser | null> {
  return readDesk(await usersOf(transport).read(PREFIX + deskUser(deskCode)))[0] ?? null;
}

export interface Enrolment {
  deskCode: string;
  password: string;
  now: number;
  expiresAt: number;
  roles: readonly string[];
}

export function rolesOf(deskCode: string, isHeadOffice: boolean, carried: readonly string[] = []): string[] {
  const own = [DESK_ROLE, branchRole(deskCode.slice(0, 4)), deskRole(deskCode), ...carried];
  return [...new Set(isHeadOffice ? [...own, HEAD_OFFICE_ROLE] : own)];
}

export async function writeEnrolment(transport: Transport, { deskCode, password, now, expiresAt, roles }: Enrolment): Promise<void> {
  const desk = { code: deskCode, enrolledAt: now, expiresAt, codeSalt: '', revokedAt: 0, replacedBy: '' };
  await writeUser(transport, deskCode, { roles, password, desk });
  const written = await deskUserOf(transport, deskCode);
  if (!written) throw new CentreProblem('nonsense', `${deskUser(deskCode)} was written and is not there`);
  await usersOf(transport).write({ ...written, desk: { ...desk, codeSalt: written.salt } });
}

/** Shuts a desk out at once: its sessions end with its password. Its letter stays taken. */
export async function closeDesk(transport: Transport, deskCode: string, now: number, replacedBy = ''): Promise<void> {
  const present = await deskUserOf(transport, deskCode);
  const desk = present?.desk ?? { code: deskCode, enrolledAt: now, expiresAt: 0, codeSalt: '' };
  await writeUser(transport, deskCode, { roles: [], password: unknowable(), desk: { ...desk, revokedAt: now, replacedBy } });
}

/** A code nobody came with in time stops working; the desk may be enrolled again under the same letter. */
export async function sweepCodes(transport: Transport, now: number): Promise<string[]> {
  const swept: string[] = [];
  for (const user of await deskUsers(transport)) {
    if (user.desk.codeSalt === '' || stateOf(user, now) !== 'expired') continue;
    await writeUser(transport, user.desk.code, { roles: [], password: unknowable(), desk: { ...user.desk, codeSalt: '' } });
    swept.push(user.desk.code);
  }
  return swept;
}

/** Desks of the branch that became the head office may write the company's book from now on. */
export async function grantHeadOffice(transport: Transport, branchCode: string): Promise<void> {
  for (const user of await deskUsers(transport, branchCode)) {
    if (user.desk.revokedAt !== 0 || user.roles.length === 0 || user.roles.includes(HEAD_OFFICE_ROLE)) continue;
    await giveRoles(transport, user, [HEAD_OFFICE_ROLE]);
  }
}

export async function giveRoles(transport: Transport, user: DeskUser, more: readonly string[]): Promise<void> {
  await usersOf(transport).write({ ...user, roles: [...new Set([...user.roles, ...more])] });
}

async function writeUser(transport: Transport, deskCode: string, fields: Record<string, unknown>): Promise<void> {
  const name = deskUser(deskCode);
  const users = usersOf(transport);
  const present = await users.read(PREFIX + name);
  await users.write({ _id: PREFIX + name, ...(present ? { _rev: present._rev } : {}), type: 'user', name, ...fields });
}

const unknowable = (): string => randomBytes(24).toString('base64url');
