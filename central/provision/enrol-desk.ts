import { randomInt } from 'node:crypto';
import { documentsBelow } from '#central/couch-admin/server-requests.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { branchDatabase, deskRole } from '#shared/exchange/books.ts';
import { deskNoteId } from '#shared/exchange/centre-notes.ts';
import { enrolmentCode } from '#shared/exchange/enrolment-code.ts';
import type { Transport } from '#shared/exchange/transport.ts';
import { readCentreNote } from './company.ts';
import { closeDesk, deskUserOf, deskUsers, rolesOf, stateOf, writeEnrolment, type DeskUser } from './desk-users.ts';
import { branchCodes } from './provision-centre.ts';

export interface NewDesk {
  branchCode: string;
  /** '' : the next one that was never given. */
  letter: string;
  /** Refuses when the branch is not the head office. Its desks may write the company's book, all of them. */
  mustBeHeadOffice?: boolean;
  /** Letters of desks whose papers and numbers it takes over; they are shut out. */
  replaces: readonly string[];
  now: number;
  /** Milliseconds the code is good for. */
  goodFor: number;
}

export interface Enrolled {
  deskCode: string;
  /** To be typed at the desk, once. */
  code: string;
  expiresAt: number;
}

/** Makes the user of a new desk, or a new code for one that nobody has joined as yet. */
export async function enrolDesk(transport: Transport, desk: NewDesk): Promise<Result<Enrolled>> {
  const { branchCode, letter, mustBeHeadOffice = false, replaces, now, goodFor } = desk;
  const note = (await branchCodes(transport)).includes(branchCode) ? await readCentreNote(transport, branchDatabase(branchCode)) : null;
  if (!note) return refuse('NoSuchBranch', { code: branchCode });
  if (mustBeHeadOffice && note.headOffice !== branchCode) return refuse('NotHeadOffice', { code: branchCode });
  const users = await deskUsers(transport, branchCode);
  const given = new Set([...takenLetters(users, now), ...(await lettersHeardOf(transport, branchCode))]);
  // One whose code is still on its way to a desk is taken by its letter only by whoever names it.
  const promised = new Set(users.filter((user) => stateOf(user, now) === 'waiting').map(({ desk: { code } }) => code.slice(5)));
  const chosen = letter === '' ? letters.find((one) => !given.has(one) && !promised.has(one) && !replaces.includes(one)) : letter;
  if (chosen === undefined) return refuse('NoLetterLeft', { code: branchCode });
  if (!/^[A-Z]$/.test(chosen) || replaces.some((one) => !/^[A-Z]$/.test(one))) return refuse('LetterWrong', { letter: chosen });
  if (given.has(chosen) || replaces.includes(chosen)) return refuse('LetterTaken', { desk: `${branchCode}-${chosen}` });
  const deskCode = `${branchCode}-${chosen}`;
  const carried = [...new Set(replaces.flatMap((one) => rangesOf(`${branchCode}-${one}`, users)))];
  for (const one of replaces) await closeDesk(transport, `${branchCode}-${one}`, now, deskCode);
  return ok(await giveCode(transport, deskCode, rolesOf(deskCode, note.headOffice === branchCode, carried), now, goodFor));
}

/** A new one-time code for a desk that is enrolled already; its present secret ends. */
export async function renewCode(transport: Transport, deskCode: string, now: number, goodFor: number): Promise<Result<Enrolled>> {
  const user = await deskUserOf(transport, deskCode);
  if (!user) return refuse('NoSuchDesk', { desk: deskCode });
  if (user.desk.revokedAt !== 0) return refuse('DeskRevoked', { desk: deskCode });
  const note = await readCentreNote(transport, branchDatabase(deskCode.slice(0, 4)));
  const roles = user.roles.length > 0 ? user.roles : rolesOf(deskCode, note?.headOffice === deskCode.slice(0, 4));
  return ok(await giveCode(transport, deskCode, roles, now, goodFor));
}

export async function revokeDesk(transport: Transport, deskCode: string, now: number): Promise<Result<{ deskCode: string }>> {
  const user = await deskUserOf(transport, deskCode);
  if (!user) return refuse('NoSuchDesk', { desk: deskCode });
  if (user.desk.revokedAt === 0) await closeDesk(transport, deskCode, now);
  return ok({ deskCode });
}

async function giveCode(transport: Transport, deskCode: string, roles: readonly string[], now: number, goodFor: number): Promise<Enrolled> {
  const password = oneTimePassword();
  const expiresAt = now + goodFor;
  await writeEnrolment(transport, { deskCode, password, now, expiresAt, roles });
  return { deskCode, code: enrolmentCode(deskCode, password), expiresAt };
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A letter stays free while nobody has joined with it: its code was lost, mistyped or ran out. */
function takenLetters(users: readonly DeskUser[], now: number): Set<string> {
  const taken = users.filter((user) => !['waiting', 'expired'].includes(stateOf(user, now)));
  return new Set(taken.map(({ desk }) => desk.code.slice(5)));
}

/** CouchDB lets a user remove itself: who has given a sign of life had the letter all the same. */
async function lettersHeardOf(transport: Transport, branchCode: string): Promise<string[]> {
  const signs = await documentsBelow(transport, branchDatabase(branchCode), deskNoteId(branchCode));
  return signs.flatMap((sign) => (sign ? [sign._id.slice(-1)] : []));
}

/** The desk's own range of numbers, those it carries, and those of desks it took over before it was shut out itself. */
export function rangesOf(deskCode: string, users: readonly DeskUser[]): string[] {
  const roles = users.find(({ desk }) => desk.code === deskCode)?.roles ?? [];
  const before = users.filter(({ desk }) => desk.replacedBy === deskCode && desk.revokedAt !== 0 && desk.code !== deskCode);
  const ranges = [
    deskRole(deskCode),
    ...roles.filter((role) => role.startsWith(deskRole(''))),
    ...before.flatMap(({ desk }) =>
      rangesOf(
        desk.code,
        users.filter((user) => user.desk.code !== deskCode),
      ),
    ),
  ];
  return [...new Set(ranges)];
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 75 random bits. */
function oneTimePassword(): string {
  const part = (): string => Array.from({ length: 5 }, () => CROCKFORD.charAt(randomInt(32))).join('');
  return `${part()}-${part()}-${part()}`;
}
