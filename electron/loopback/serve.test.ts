/** The loopback shell as an attacker on the same computer meets it: other pages, other programs, other names for 127.0.0.1. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CLOSED_GARBAGE, CLOSED_TAKEN, packMessage, SESSION_PROTOCOL, unpackMessage, WIRE_PROTOCOL } from '#shared/host/wire.ts';
import { contentSecurityPolicy } from '../page/content-security.ts';
import { serveLoopback, type Loopback } from './serve.ts';
import { createSessions, type Sessions } from './sessions.ts';

const SECRET = 'ab'.repeat(32);

let folder = '';
let now = 0;
let sessions: Sessions;
let loopback: Loopback;
let calls: [string, unknown][] = [];
let logged: string[] = [];
let open: WebSocket[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'branch-desk-loopback-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'renderer', 'index.html'), '<div id="root"></div>');
  writeFileSync(join(folder, 'renderer', 'assets', 'index-B_x-9.js'), 'export {};');
  writeFileSync(join(folder, 'key'), 'secret');
  writeFileSync(join(folder, 'journal.json'), 'secret');
  now = 1_764_000_000_000;
  [calls, logged, open] = [[], [], []];
  sessions = createSessions(SECRET, () => now);
  loopback = await serveLoopback({
    port: 0,
    folder: join(folder, 'renderer'),
    sessions,
    answer: (name, input) => {
      calls.push([name, input]);
      return Promise.resolve({ ok: true, value: input });
    },
    log: (_level, message) => logged.push(message),
  });
});
afterEach(async () => {
  for (const socket of open) socket.terminate();
  await loopback.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request with every byte of the path and every header as given: `fetch` would tidy them up. */
function ask(path: string, changes: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = changes;
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: loopback.port, path, method, headers: { host: `127.0.0.1:${loopback.port}`, ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const origin = (): string => `http://127.0.0.1:${loopback.port}`;
const tokenOf = (address: string): string => new URL(address).hash.slice('#token='.length);
const exchange = (body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  ask('/session', {
    method: 'POST',
    headers: { origin: origin(), 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const newSession = (): string => sessions.exchange(tokenOf(loopback.newAddress())) ?? '';

interface Page {
  socket: WebSocket;
  /** Resolves to a message when one comes. */
  next(): Promise<unknown>;
  closed: Promise<number>;
}

/** Resolves to the page, or to the HTTP status of the refusal. */
function dial(changes: { path?: string; protocols?: string[]; headers?: Record<string, string> } = {}): Promise<Page | number> {
  const { path = '/host', protocols = [WIRE_PROTOCOL, SESSION_PROTOCOL + newSession()], headers = {} } = changes;
  const socket = new WebSocket(`ws://127.0.0.1:${loopback.port}${path}`, protocols, { headers: { origin: origin(), ...headers } });
  open.push(socket);
  const messages: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  socket.on('message', (data: Buffer, isBinary) => {
    const message = unpackMessage(isBinary ? data : data.toString('utf8'));
    const first = waiting.shift();
    if (first) first(message);
    else messages.push(message);
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  return new Promise((resolve, reject) => {
    socket.on('open', () =>
      resolve({
        socket,
        closed,
        next: () => (messages.length > 0 ? Promise.resolve(messages.shift()) : new Promise((done) => waiting.push(done))),
      }),
    );
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', reject);
  });
}

async function aPage(): Promise<Page> {
  const page = await dial();
  if (typeof page === 'number') throw new Error(`refused: ${page}`);
  return page;
}

describe('the page’s files', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', '<div id="root"></div>'],
    ['/index.html?x=../../key', 'text/html; charset=utf-8', '<div id="root"></div>'],
    ['/assets/index-B_x-9.js', 'text/javascript; charset=utf-8', 'export {};'],
  ])('%s is served with its type and the policy of the desktop', async (path, type, body) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([200, type, body]);
    expect(answer.headers['content-security-policy']).toBe(contentSecurityPolicy);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    // Only what has its content's hash in its name is kept.
    expect(answer.headers['cache-control']).toBe(path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  });

  test.each([
    '/../key',
    '/../journal.json',
    '/assets/../../journal.json',
    '/%2e%2e/journal.json',
    '/..%2fjournal.json',
    '/assets/..%5c..%5cjournal.json',
    '/..\\journal.json',
    '//journal.json',
    '/./index.html',
    '/assets/',
    '/.env.json',
    '/index.html%00.js',
    '/con.json',
    '/C:/windows/win.json',
    'http://127.0.0.1/../journal.json',
    '/assets/index-B_x-9.js/../../../journal.json',
  ])('%s is refused', async (path) => {
    const answer = await ask(path);
    expect([403, 404]).toContain(answer.status);
    expect(answer.body).toBe('');
  });

  test('a file that is not there is 404, HEAD has no body, other methods are refused', async () => {
    expect((await ask('/absent.js')).status).toBe(404);
    expect(await ask('/index.html', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) expect((await ask('/index.html', { method })).status).toBe(405);
  });
});

describe('a name that was made to point here (DNS rebinding)', () => {
  test.each([
    'evil.example',
    'localhost',
    '127.0.0.1',
    'evil.example:PORT',
    '127.0.0.1.evil.example:PORT',
    '[::1]:PORT',
    '127.0.0.1:PORT.evil.example',
  ])('Host %s gets nothing', async (name) => {
    const host = name.replace('PORT', String(loopback.port));
    expect(await ask('/', { headers: { host } })).toMatchObject({ status: 421, body: '' });
    expect((await exchange({ token: tokenOf(loopback.newAddress()) }, { host, origin: `http://${host}` })).status).toBe(421);
    expect(await dial({ headers: { host, origin: `http://${host}` } })).toBe(403);
  });

  test('a request without Host is refused', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(loopback.port, '127.0.0.1', () => socket.write('GET / HTTP/1.0\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  });
});

describe('the token', () => {
  test('gives one session, again to a page that was reloaded before it had it, and nothing once that is used', async () => {
    const token = tokenOf(loopback.newAddress());
    const given = async (): Promise<string> => (JSON.parse((await exchange({ token })).body) as { session: string }).session;
    const session = await given();
    expect(sessions.isValid(session)).toBe(true);
    expect(await given()).toBe(session);
    // A connection with another session, or one that is refused, uses nothing up.
    expect(typeof (await dial())).toBe('object');
    expect(await dial({ protocols: [WIRE_PROTOCOL, SESSION_PROTOCOL + session], headers: { origin: 'http://evil.example' } })).toBe(403);
    expect(await given()).toBe(session);
    expect(typeof (await dial({ protocols: [WIRE_PROTOCOL, SESSION_PROTOCOL + session] }))).toBe('object');
    expect(await exchange({ token })).toMatchObject({ status: 403, body: '' });
    expect(typeof (await dial({ protocols: [WIRE_PROTOCOL, SESSION_PROTOCOL + session] }))).toBe('object');
  });

  test('is not taken from another page, nor is it used up by the attempt', async () => {
    const token = tokenOf(loopback.newAddress());
    for (const from of [
      'http://evil.example',
      'null',
      `https://127.0.0.1:${loopback.port}`,
      `http://localhost:${loopback.port}`,
      'http://127.0.0.1:1',
    ]) {
      expect((await exchange({ token }, { origin: from })).status).toBe(403);
    }
    expect((await exchange({ token }, { 'content-type': 'text/plain' })).status).toBe(403);
    expect(
      (await ask('/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) })).status,
    ).toBe(403);
    expect((await exchange({ token })).status).toBe(200);
  });

  test.each([{ token: '' }, { token: 'a'.repeat(48) }, { token: null }, {}, [], 'x', { session: '' }, { session: 'x', token: 'y' }])(
    '%j is refused',
    async (body) => {
      expect((await exchange(body)).status).toBe(403);
    },
  );

  test('a body without end is not read to its end', async () => {
    expect((await exchange({ token: 'a'.repeat(100_000) })).status).toBe(403);
  });
});

describe('a session', () => {
  test('holds over a restart of the host, and not with another secret, altered or old', () => {
    const session = newSession();
    expect(createSessions(SECRET, () => now).isValid(session)).toBe(true);
    expect(createSessions('cd'.repeat(32), () => now).isValid(session)).toBe(false);
    expect(sessions.isValid(session.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10)))).toBe(false);
    expect(sessions.isValid(`${session.slice(0, -1)}${session.endsWith('0') ? '1' : '0'}`)).toBe(false);
    now += 31 * 24 * 3_600_000;
    expect(sessions.isValid(session)).toBe(false);
  });

  test('is wanted for the connection, under its own origin, path and protocol', async () => {
    const session = SESSION_PROTOCOL + newSession();
    expect(await dial({ protocols: [WIRE_PROTOCOL] })).toBe(403);
    expect(await dial({ protocols: [session] })).toBe(403);
    expect(await dial({ protocols: [WIRE_PROTOCOL, `${SESSION_PROTOCOL}wrong`] })).toBe(403);
    expect(await dial({ protocols: [WIRE_PROTOCOL, session], path: '/' })).toBe(403);
    expect(await dial({ protocols: [WIRE_PROTOCOL, session], headers: { origin: 'http://evil.example' } })).toBe(403);
    expect(await dial({ protocols: [WIRE_PROTOCOL, session], headers: { origin: 'null' } })).toBe(403);
    expect(typeof (await dial({ protocols: [WIRE_PROTOCOL, session] }))).toBe('object');
    expect(calls).toEqual([]);
  });
});

describe('a page', () => {
  test('calls the host, with bytes both ways', async () => {
    const { socket, next } = await aPage();
    socket.send(packMessage({ id: 1, call: 'files.put', value: { name: '照片', content: new Uint8Array([0, 255]) } }));
    expect(await next()).toEqual({ id: 1, ok: true, value: { name: '照片', content: new Uint8Array([0, 255]) } });
    expect(calls).toEqual([['files.put', { name: '照片', content: new Uint8Array([0, 255]) }]]);
    loopback.emit('disk.low', { freeBytes: 5 });
    expect(await next()).toEqual({ event: 'disk.low', value: { freeBytes: 5 } });
  });

  test.each<[string, string | Uint8Array]>([
    ['no JSON', 'hello'],
    ['no call', '{}'],
    ['an unknown member', '{"id":1,"call":"x","more":1}'],
    ['a fraction for an id', '{"id":1.5,"call":"x"}'],
    ['a prototype', '{"id":1,"call":"x","__proto__":{"x":1},"constructor":1}'],
    ['random bytes', new Uint8Array([255, 255, 255, 255, 1, 2, 3])],
    ['an empty frame', new Uint8Array()],
  ])('that sends %s is cut off, and the host is not called', async (_what, message) => {
    const { socket, closed } = await aPage();
    socket.send(message);
    expect(await closed).toBe(CLOSED_GARBAGE);
    expect(calls).toEqual([]);
    expect(logged.join()).toContain('not understood');
    expect(typeof (await dial())).toBe('object');
  });

  test('that sends more than the limit is cut off before it is read', async () => {
    const { socket, closed } = await aPage();
    socket.on('error', () => undefined);
    socket.send(new Uint8Array(49 * 1024 * 1024));
    expect(await closed).not.toBe(1000);
    expect(calls).toEqual([]);
  });

  test('gives way to a second one, is told so, and its calls are not done any more', async () => {
    const first = await aPage();
    const second = await aPage();
    first.socket.send(packMessage({ id: 1, call: 'disk.free' }));
    expect(await first.next()).toEqual({ event: 'desk.taken', value: {} });
    expect(await first.closed).toBe(CLOSED_TAKEN);
    second.socket.send(packMessage({ id: 1, call: 'drafts.list' }));
    expect(await second.next()).toMatchObject({ id: 1, ok: true });
    expect(calls.map(([name]) => name)).toEqual(['drafts.list']);
  });

  test('that stopped answering is cut off', async () => {
    await loopback.close();
    loopback = await serveLoopback({
      port: 0,
      folder,
      sessions,
      answer: () => Promise.resolve({ ok: true }),
      log: () => undefined,
      heartbeat: 20,
    });
    const { closed, socket } = await aPage();
    socket.pong = () => undefined;
    socket.on('ping', () => undefined);
    expect(await closed).toBe(1006);
  });
});

describe('a second start of the same desk', () => {
  const openWith = (headers: Record<string, string>): Promise<Answer> => ask('/open', { method: 'POST', headers });

  test('gets an address when it can read the folder’s secret', async () => {
    const answer = await openWith({ authorization: sessions.proof() });
    const { address } = JSON.parse(answer.body) as { address: string };
    expect((await exchange({ token: tokenOf(address) })).status).toBe(200);
  });

  test('no page gets one, and no program without the secret', async () => {
    expect((await openWith({})).status).toBe(403);
    expect((await openWith({ authorization: 'x'.repeat(64) })).status).toBe(403);
    expect((await openWith({ authorization: sessions.proof(), origin: origin() })).status).toBe(403);
    expect((await openWith({ authorization: sessions.proof(), 'sec-fetch-site': 'same-origin' })).status).toBe(403);
  });
});

test('a taken port is refused, not exchanged for another', async () => {
  const again = serveLoopback({ port: loopback.port, folder, sessions, answer: () => Promise.resolve({}), log: () => undefined });
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
