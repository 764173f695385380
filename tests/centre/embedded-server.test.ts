import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCentre, type TestCentre } from '#central/centre.fixture.ts';
import { connectAdmin } from '#central/couch-admin/connect-admin.ts';
import { startEmbeddedServer } from '#central/embedded-server/start-embedded-server.ts';
import { runningCentre } from '#central/local-centre.ts';
import { ensureDatabase } from '#central/couch-admin/server-requests.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bd-centre-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('changes', () => {
  let centre: TestCentre;
  beforeAll(async () => {
    centre = await aCentre();
  });
  afterAll(() => centre.close());

  it('A long poll answers when its time is over, and at once when something is written', async () => {
    const desk = await centre.desk(centre.branches[1]);
    const { last } = await desk.book.changes('0', 100);
    await desk.book.awaitChange(last, 50);
    const answer = await desk.send('GET', `/${desk.book.name}/_changes?feed=longpoll&since=${last}&limit=1&timeout=50`);
    expect(JSON.parse(answer.text)).toMatchObject({ results: [] });
    const waiting = desk.send('GET', `/${desk.book.name}/_changes?feed=longpoll&since=${last}&limit=1&timeout=20000`);
    await desk.book.write({ _id: `bd:desk:${desk.code}`, nonce: 'x' });
    expect((await waiting).text).toContain(`bd:desk:${desk.code}`);
    const { rows, last: then } = await desk.book.changes(last, 100);
    expect(rows.map(({ id }) => id)).toEqual([`bd:desk:${desk.code}`]);
    expect((await desk.book.changes(then, 100)).rows).toEqual([]);
  });

  it('Every answer carries the server’s clock', async () => {
    const { at } = await centre.transport({ method: 'GET', path: '/', timeout: 5_000 });
    expect(Math.abs(at - Date.now())).toBeLessThan(60_000);
  });
});

it('Two servers of one process know nothing of each other', async () => {
  const options = { folder: null, port: 0, admin: { name: 'admin', password: 'x' } };
  const one = await startEmbeddedServer(options);
  const two = await startEmbeddedServer(options);
  try {
    const transports = [one, two].map(({ url }) => connectAdmin({ url, name: 'admin', password: 'x' }));
    const [first, second] = transports;
    if (!first || !second) throw new Error('no server');
    expect(await ensureDatabase(first, 'bd-x')).toBe(true);
    await openCouchDatabase(first, 'bd-x').write({ _id: 'a' });
    expect(await ensureDatabase(second, 'bd-x')).toBe(true);
    expect(await openCouchDatabase(second, 'bd-x').read('a')).toBeNull();
  } finally {
    await one.close();
    await two.close();
  }
});

it('A folder is served by one process at a time, and is free again when its port was taken', async () => {
  const options = { folder: join(folder, 'locked'), port: 0, admin: { name: 'admin', password: 'x' } };
  const first = await startEmbeddedServer(options);
  await expect(startEmbeddedServer(options)).rejects.toMatchObject({ code: 'in-use' });
  const taken = { ...options, folder: join(folder, 'other'), port: Number(new URL(first.url).port) };
  await expect(startEmbeddedServer(taken)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.close();
  const second = await startEmbeddedServer(taken);
  await second.close();
});

/** The command in a process of its own. Resolves at its READY or its end, with all it printed. */
async function run(...args: string[]): Promise<{ child: ChildProcess; printed: string; code: number | null }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'central/main.ts', '--data', folder, '--language', 'en', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stderr.on('data', (chunk) => (printed += String(chunk)));
  const ended = once(child, 'exit');
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    if (/READY \S+\n/.test(printed)) return { child, printed, code: null };
  }
  const [code] = (await ended) as [number | null];
  return { child, printed, code };
}

it('The command serves, takes commands from beside it, survives SIGKILL and tells a second one so', async () => {
  const first = await run('--port', '0', '--company', 'Hongqiao');
  expect(first.printed).toContain('Hongqiao: 0 branches');
  await Promise.all([run('branch', 'add', 'hz01', 'Hangzhou'), run('branch', 'add', 'nb02', 'Ningbo')]);
  expect((await run('desk', 'enrol', 'HZ01')).printed).toMatch(/HZ01-A-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}/);
  expect(await run('--port', '0')).toMatchObject({ code: 2 });
  const exit = once(first.child, 'exit');
  first.child.kill('SIGKILL');
  await exit;
  expect(await runningCentre(folder)).toBeNull();
  const second = await run('--port', '0');
  expect(second.printed).toContain('Hongqiao: 2 branches');
  const end = once(second.child, 'exit');
  second.child.kill('SIGTERM');
  expect(await end).toEqual([0, null]);
  // Without a running one a command opens the folder itself.
  expect((await run('status')).printed).toMatch(/HZ01-A\s+waiting until/);
  for (const secret of ['admin.json', 'session-secret']) expect((await stat(join(folder, secret))).mode & 0o077).toBe(0);
}, 120_000);
