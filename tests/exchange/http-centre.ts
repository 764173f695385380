/** A provisioned centre over HTTP: the embedded server in a process of its own, or the CouchDB at `COUCHDB_URL`, where only what was made here is removed again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adminAddress, connectAdmin } from '#central/couch-admin/connect-admin.ts';
import { addBranch } from '#central/provision/add-branch.ts';
import { deskUsers } from '#central/provision/desk-users.ts';
import { enrolDesk } from '#central/provision/enrol-desk.ts';
import { provisionCentre } from '#central/provision/provision-centre.ts';
import { branchDatabase, filesDatabase } from '#shared/exchange/books.ts';
import { openCouchDatabase, type CouchDocument } from '#shared/exchange/couch-database.ts';
import { ask, type Transport } from '#shared/exchange/transport.ts';

export interface HttpCentre {
  url: string;
  admin: Transport;
  /** The first is the head office where there was none. */
  branches: readonly string[];
  headOffice: string;
  enrol(branchCode: string): Promise<string>;
  /** Present documents, notes and guards too. */
  stored(database: string): Promise<CouchDocument[]>;
  /** The server's process; null for a server of somebody else. */
  process(): number | null;
  /** SIGKILL, and up again on the same folder and port; null for a server of somebody else. */
  killAndRestart: (() => Promise<void>) | null;
  close(): Promise<void>;
}

interface ServerProcess {
  child: ChildProcess;
  url: string;
}

const WEEK = 7 * 86_400_000;

export async function anHttpCentre(branches = 2): Promise<HttpCentre> {
  const outside = process.env['COUCHDB_URL'];
  if (outside !== undefined) {
    const admin = adminAddress(outside, process.env);
    if (!admin) throw new Error('COUCHDB_URL needs name and password');
    return provisioned(
      branches,
      admin.url,
      connectAdmin(admin),
      null,
      () => null,
      async () => undefined,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'branch-desk-centre-'));
  let server = await startServer(folder, 0);
  const { port } = new URL(server.url);
  const killAndRestart = async (): Promise<void> => {
    await end(server.child, 'SIGKILL');
    server = await startServer(folder, Number(port));
  };
  const admin = connectAdmin({ url: server.url, name: 'admin', password: 'test' });
  const serverProcess = (): number | null => server.child.pid ?? null;
  return provisioned(branches, server.url, admin, killAndRestart, serverProcess, async () => {
    await end(server.child, 'SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
}

async function provisioned(
  count: number,
  url: string,
  admin: Transport,
  killAndRestart: HttpCentre['killAndRestart'],
  serverProcess: HttpCentre['process'],
  stop: () => Promise<void>,
): Promise<HttpCentre> {
  const isOwn = killAndRestart !== null;
  const { company } = await provisionCentre(admin, isOwn ? { company: '试验公司' } : {});
  const prefix = isOwn ? 'HZ' : String.fromCharCode(65 + randomInt(26), 65 + randomInt(26));
  const branches = Array.from({ length: count }, (_, at) => `${prefix}${String(at + 1).padStart(2, '0')}`);
  for (const code of branches) {
    const isHeadOffice = code === branches[0] && company.headOffice === '';
    const added = await addBranch(admin, { code, name: `${code}营业部`, isHeadOffice });
    if (!added.ok) throw new Error(added.refusal.code);
  }
  return {
    url,
    admin,
    branches,
    headOffice: company.headOffice || (branches[0] ?? ''),
    enrol: async (branchCode) => {
      const given = await enrolDesk(admin, { branchCode, letter: '', replaces: [], now: Date.now(), goodFor: WEEK });
      if (!given.ok) throw new Error(given.refusal.code);
      return given.value.code;
    },
    stored: async (database) => {
      const { rows } = await openCouchDatabase(admin, database).changes('0', 100_000);
      return rows.flatMap(({ doc }) => (doc ? [doc] : []));
    },
    process: serverProcess,
    killAndRestart,
    close: async () => {
      if (!isOwn) await removeOurs(admin, branches);
      await stop();
    },
  };
}

async function removeOurs(admin: Transport, branches: readonly string[]): Promise<void> {
  for (const code of branches) {
    for (const name of [branchDatabase(code), filesDatabase(code)])
      await ask(admin, { method: 'DELETE', path: `/${name}`, timeout: 30_000 });
    for (const { _id, _rev } of await deskUsers(admin, code)) {
      await ask(admin, { method: 'DELETE', path: `/_users/${_id}?rev=${_rev}`, timeout: 30_000 });
    }
  }
}

async function startServer(folder: string, port: number): Promise<ServerProcess> {
  const main = fileURLToPath(new URL('server-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', main, folder, String(port)], { stdio: ['pipe', 'pipe', 'inherit'] });
  let printed = '';
  for await (const part of child.stdout) {
    printed += String(part);
    const url = /READY (\S+)\n/.exec(printed)?.[1];
    if (url !== undefined) return { child, url };
  }
  throw new Error(`the server did not start: ${printed}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
