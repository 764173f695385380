import { createHmac } from 'node:crypto';
import { usersOf } from '#central/couch-admin/server-requests.ts';
import { JUDGE_ROLE } from '#shared/exchange/books.ts';
import { ask, CentreProblem, type Transport } from '#shared/exchange/transport.ts';
import { isSame } from '#shared/core/canonical.ts';
import { connectAdmin, type AdminAddress } from '#central/couch-admin/connect-admin.ts';

const NAME = 'bd-judge';
const ID = `org.couchdb.user:${NAME}`;

/**
 * The judge's own user: it can write verdicts and nothing else. Its password follows from the administrator's, so that several judges on
 * several computers agree on it without a file to carry about, and it changes with it.
 */
export async function ensureJudge(transport: Transport, admin: AdminAddress): Promise<AdminAddress> {
  const judge = { url: admin.url, name: NAME, password: judgePassword(admin.password) };
  const users = usersOf(transport);
  const present = await users.read(ID);
  const roles = [JUDGE_ROLE];
  if (present && isSame(present['roles'], roles) && (await isLetIn(judge))) return judge;
  await users.write({ _id: ID, ...(present ? { _rev: present._rev } : {}), type: 'user', name: NAME, roles, password: judge.password });
  return judge;
}

function judgePassword(adminPassword: string): string {
  return createHmac('sha256', adminPassword).update('branch-desk judge').digest('base64url');
}

async function isLetIn(judge: AdminAddress): Promise<boolean> {
  try {
    const { value } = await ask(connectAdmin(judge), { method: 'GET', path: '/_session', timeout: 30_000 });
    return (value as { userCtx?: { name?: unknown } }).userCtx?.name === NAME;
  } catch (problem) {
    // A server that answers nobody without a session (`require_valid_user`).
    if (problem instanceof CentreProblem && problem.code === 'unauthorized') return false;
    throw problem;
  }
}
