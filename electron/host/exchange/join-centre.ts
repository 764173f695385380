/** Joining: a one-time code becomes this desk's own secret. May be cut anywhere and done again with the same code. */
import { z } from 'zod';
import { branchDatabase } from '#shared/exchange/books.ts';
import { CENTRE_NOTE, centreNoteSchema, type CentreNote } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { deskUser, readEnrolmentCode, type EnrolmentCode } from '#shared/exchange/enrolment-code.ts';
import { ask, CentreProblem, type Transport } from '#shared/exchange/transport.ts';
import { HostFailure } from '#shared/host/contract.ts';
import { aloneState } from './exchange-state.ts';
import type { ExchangeWork } from './exchange-work.ts';

export interface Credentials {
  name: string;
  password: string;
}
/** A transport that works as one user of the centre at `url`. */
export type Connect = (url: string, credentials: Credentials) => Transport;

const sessionSchema = z.object({ userCtx: z.object({ name: z.string().nullable() }) });
const TIMEOUT = 30_000;

/**
 * @param isLeft whether the centre this desk belongs to has cast it out
 * @throws HostFailure 'invalid-input' | 'wrong-branch' | 'already-joined' | 'centre-failed'
 */
export async function joinDesk(work: ExchangeWork, url: string, text: string, isLeft: boolean): Promise<void> {
  const { memory, identity, secret, journal, version } = work;
  const code = readEnrolmentCode(text);
  if (!code || !/^https?:\/\/[^\s/]+/.test(url)) throw new HostFailure('invalid-input', code ? 'no address' : 'no such code');
  const { branchCode, deskLetter, deskCode } = code;
  const present = identity();
  if (present && present.branchCode !== branchCode) throw new HostFailure('wrong-branch', `the code is of ${branchCode}`);
  const before = memory.state();
  if (memory.isJoined() && !isLeft) throw new HostFailure('already-joined', `this desk belongs to ${before.url}`);
  const note = await changeSecret(work, url, code);
  const earlier = present ? [`${branchCode}-${present.deskLetter}`] : [];
  await work.saveIdentity({
    company: note.company || (present?.company ?? branchCode),
    branchCode,
    branchName: note.branchName || (present?.branchName ?? branchCode),
    deskLetter,
  });
  memory.echoes.clear();
  await memory.save({
    ...aloneState,
    url,
    deskCodes: [...new Set([deskCode, ...before.deskCodes, ...earlier])],
    headOffice: note.headOffice,
    compare: isLeft ? 'desk-restored' : journal.lastSeq() > 0 ? 'joined' : '',
    setAside: before.setAside,
    version,
  });
  const { password } = await secret.read();
  await secret.write({ password, joining: '', next: '' });
  await work.outbox.load(0);
}

/** From here on the desk signs on with a secret of its own, whatever is cut when. */
async function changeSecret({ connect, secret, newSecret }: ExchangeWork, url: string, code: EnrolmentCode): Promise<CentreNote> {
  const known = await secret.read();
  const joining = `${url} ${code.deskCode} ${code.password}`;
  // Kept from an earlier try with this code: its answer may have been lost after the centre took the new password.
  const isAgain = known.joining === joining;
  const next = isAgain ? known.next : newSecret();
  await secret.write({ ...known, joining, next });
  try {
    const note = await joinCentre(connect, url, code, next, isAgain);
    await secret.write({ password: next, joining, next });
    return note;
  } catch (problem) {
    if (problem instanceof CentreProblem) throw new HostFailure('centre-failed', problem.code);
    throw problem;
  }
}

/**
 * @param secret what the desk will sign on with from now on; must be durable before this is called
 * @param isAgain whether it was tried before: the answer may have been lost after the password was changed. Wrong ones are counted by CouchDB
 * @throws CentreProblem
 */
async function joinCentre(connect: Connect, url: string, code: EnrolmentCode, secret: string, isAgain: boolean): Promise<CentreNote> {
  const name = deskUser(code.deskCode);
  const changed = connect(url, { name, password: secret });
  if (!isAgain || !(await isLetIn(changed, name))) {
    const first = connect(url, { name, password: code.password });
    if (!(await isLetIn(first, name))) throw new CentreProblem('unauthorized', `${name} is not let in with this code`, 401);
    await readNote(first, code);
    await changePassword(first, name, secret).catch(async (problem: unknown) => {
      if (await isLetIn(changed, name)) return;
      // CouchDB may have hashed the code anew, with more rounds, when it was signed on with.
      if (!(problem instanceof CentreProblem) || problem.code !== 'conflict') throw problem;
      await changePassword(first, name, secret);
    });
  }
  return readNote(changed, code);
}

async function isLetIn(transport: Transport, name: string): Promise<boolean> {
  try {
    const { value } = await ask(transport, { method: 'GET', path: '/_session', timeout: TIMEOUT });
    return sessionSchema.safeParse(value).data?.userCtx.name === name;
  } catch (problem) {
    if (problem instanceof CentreProblem && problem.code === 'unauthorized') return false;
    throw problem;
  }
}

async function changePassword(transport: Transport, name: string, password: string): Promise<void> {
  const users = openCouchDatabase(transport, '_users');
  const user = await users.read(`org.couchdb.user:${name}`);
  if (!user) throw new CentreProblem('not-found', `no user ${name}`, 404);
  await users.write({ ...user, password });
}

async function readNote(transport: Transport, code: EnrolmentCode): Promise<CentreNote> {
  const note = await openCouchDatabase(transport, branchDatabase(code.branchCode)).read(CENTRE_NOTE);
  const parsed = centreNoteSchema.safeParse(note);
  if (!parsed.success) throw new CentreProblem('not-found', `no branch ${code.branchCode} at this centre`, 404);
  return parsed.data;
}
