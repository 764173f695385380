/** What goes on at the centre while it runs: the judge, and codes that run out. */
import { hostname } from 'node:os';
import { connectAdmin, type AdminAddress } from './couch-admin/connect-admin.ts';
import { startJudge } from './judge/start-judge.ts';
import { deskUsers, sweepCodes } from './provision/desk-users.ts';
import { ensureJudge } from './provision/judge-user.ts';
import { branchCodes } from './provision/provision-centre.ts';

const SWEEP = 10 * 60_000;

/** @param instance name of this judge: one that starts again under its name need not wait until its own lease has run out */
export async function startBackground(admin: AdminAddress, instance = `${hostname()}-${process.pid}`): Promise<() => Promise<void>> {
  const transport = connectAdmin(admin);
  const log = (line: string): void => console.error(`${new Date().toISOString()} ${line}`);
  const judge = startJudge({
    transport: connectAdmin(await ensureJudge(transport, admin)),
    // Which databases and users there are only the administrator is told.
    branches: () => branchCodes(transport),
    revoked: async () => new Set((await deskUsers(transport)).flatMap(({ desk }) => (desk.revokedAt === 0 ? [] : [desk.code]))),
    now: Date.now,
    log,
    instance,
  });
  const sweep = setInterval(() => {
    sweepCodes(transport, Date.now()).catch((problem: unknown) => log(String(problem)));
  }, SWEEP);
  return async () => {
    clearInterval(sweep);
    await judge.stop();
  };
}
