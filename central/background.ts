/** What goes on at the centre while it runs. */
import { connectAdmin, type AdminAddress } from './couch-admin/connect-admin.ts';
import { sweepCodes } from './provision/desk-users.ts';
import { ensureJudge } from './provision/judge-user.ts';

const SWEEP = 10 * 60_000;

export async function startBackground(admin: AdminAddress): Promise<() => Promise<void>> {
  const transport = connectAdmin(admin);
  await ensureJudge(transport, admin);
  const sweep = setInterval(() => {
    sweepCodes(transport, Date.now()).catch((problem: unknown) => console.error(problem));
  }, SWEEP);
  return () => {
    clearInterval(sweep);
    return Promise.resolve();
  };
}
