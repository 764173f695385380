/** Joining: a one-time code becomes this desk's own secret. May be cut anywhere and done again with the same code. */
import { z } from 'zod';
import { branchDatabase } from '#shared/exchange/books.ts';
import { CENTRE_NOTE, centreNoteSchema, type CentreNote } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { deskUser, type EnrolmentCode } from '#shared/exchange/enrolment-code.ts';
import { ask, CentreProblem, type Transport } from '#shared/exchange/transport.ts';

export interface Credentials {
  name: string;
  password: string;
}
/** A transport that works as one user of the centre at `url`. */
export type Connect = (url: string, credentials: Credentials) => Transport;

const sessionSchema = z.object({ userCtx: z.object({ name: z.string().nullable() }) });
const TIMEOUT = 30_000;

/**
 * @param secret what the desk will sign on with from now on; must be durable before this is called
 * @throws CentreProblem
 */
export async function joinCentre(connect: Connect, url: string, code: EnrolmentCode, secret: string): Promise<CentreNote> {
  const name = deskUser(code.deskCode);
  // The answer to an earlier try may have been lost after the password was changed.
  const changed = connect(url, { name, password: secret });
  if (!(await isLetIn(changed, name))) {
    const first = connect(url, { name, password: code.password });
    if (!(await isLetIn(first, name))) throw new CentreProblem('unauthorized', `${name} is not let in with this code`, 401);
    await readNote(first, code);
    await changePassword(first, name, secret).catch(async (problem: unknown) => {
      if (!(await isLetIn(changed, name))) throw problem;
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
