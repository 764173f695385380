/** The centre of the simulation, provisioned as a real one is: databases, rights, guards, notes, users. */
import { addBranch } from '#central/provision/add-branch.ts';
import { enrolDesk, renewCode, revokeDesk } from '#central/provision/enrol-desk.ts';
import { provisionCentre } from '#central/provision/provision-centre.ts';
import type { Result } from '#shared/core/result.ts';
import { branchDatabase, COMPANY_DATABASE } from '#shared/exchange/books.ts';
import { CENTRE_NOTE } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { aFakeCouch, type FakeCouch } from '../support/fake-couch.ts';

export const HEAD_OFFICE = 'HQ01';
export const BRANCHES = ['HZ01', 'NB02', HEAD_OFFICE];
/** When every run begins. */
export const START = Date.UTC(2026, 10, 2, 1);
const DAY = 86_400_000;

let provisioned: Promise<ReturnType<FakeCouch['backup']>> | null = null;

/** Building the guards takes longer than a run: it is done once, and put into every centre as from a backup. */
export async function setUpCentre(couch: FakeCouch): Promise<void> {
  provisioned ??= provision();
  couch.restore(await provisioned);
}

async function provision(): Promise<ReturnType<FakeCouch['backup']>> {
  const couch = aFakeCouch({ now: () => START });
  await provisionCentre(couch.admin, { company: '试验公司' });
  for (const code of BRANCHES) must(await addBranch(couch.admin, { code, name: `${code}营业部`, isHeadOffice: code === HEAD_OFFICE }));
  return couch.backup();
}

/** After a backup was put back: every database says that it began another life. */
export async function sayRestored(couch: FakeCouch, epoch: string): Promise<void> {
  for (const name of [COMPANY_DATABASE, ...BRANCHES.map(branchDatabase)]) {
    const database = openCouchDatabase(couch.admin, name);
    const note = await database.read(CENTRE_NOTE);
    if (note) await database.write({ ...note, epoch });
  }
}

/** Who gives out codes, and which are still good for a desk that did not manage to join with the first try. */
export interface Enrolment {
  /** A code for a desk with this letter, as long as nobody has joined with it. */
  first(deskCode: string): Promise<string>;
  /** A letter nobody had, for one that works on instead of `replaced`, or beside all others. */
  next(branchCode: string, replaced: readonly string[]): Promise<string>;
  /** The code of a desk that has one already; another one when that is used up. */
  again(deskCode: string): Promise<string>;
  /** The desk's present secret ends. */
  renew(deskCode: string): Promise<void>;
  revoke(deskCode: string): Promise<void>;
  isRevoked(deskCode: string): boolean;
  /** This code does not work. */
  isUsedUp(code: string): void;
  letter(branchCode: string): string;
}

export function anEnrolment(couch: FakeCouch, now: () => number): Enrolment {
  const codes = new Map<string, string>();
  const letters = new Map<string, number>();
  const revoked = new Set<string>();
  const goodFor = 400 * DAY;

  function letter(branchCode: string): string {
    const at = letters.get(branchCode) ?? 0;
    letters.set(branchCode, at + 1);
    return `${branchCode}-${String.fromCharCode(65 + at)}`;
  }

  async function enrol(deskCode: string, replaced: readonly string[]): Promise<string> {
    const replaces = replaced.map((code) => code.slice(5));
    for (const code of replaced) revoked.add(code);
    const wanted = { branchCode: deskCode.slice(0, 4), letter: deskCode.slice(5), replaces, now: now(), goodFor };
    const given = await enrolDesk(couch.admin, wanted);
    // Taken: a desk that had it was put back to a time before it joined.
    if (!given.ok) await renew(deskCode);
    else codes.set(deskCode, given.value.code);
    return codes.get(deskCode) ?? '';
  }

  async function renew(deskCode: string): Promise<void> {
    const given = await renewCode(couch.admin, deskCode, now(), goodFor);
    if (given.ok) codes.set(deskCode, given.value.code);
    // Put back to a time before the desk was enrolled.
    else if (given.refusal.code === 'NoSuchDesk') await enrol(deskCode, []);
  }

  return {
    first: async (deskCode) => codes.get(deskCode) ?? enrol(deskCode, []),
    next: (branchCode, replaced) => enrol(letter(branchCode), replaced),
    again: async (deskCode) => {
      if (!codes.has(deskCode)) await renew(deskCode);
      return codes.get(deskCode) ?? '';
    },
    renew,
    revoke: async (deskCode) => {
      if ((await revokeDesk(couch.admin, deskCode, now())).ok) revoked.add(deskCode);
    },
    isRevoked: (deskCode) => revoked.has(deskCode),
    isUsedUp: (code) => {
      for (const [deskCode, given] of codes) if (given === code) codes.delete(deskCode);
    },
    letter,
  };
}

function must<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
