import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { connectByFetch } from './fetch-transport.ts';

let server: Server | null = null;
const seen: string[] = [];

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  seen.length = 0;
});

interface Given {
  status?: number;
  cookie?: string;
  text?: string;
  /** Says nothing at all. */
  isSilent?: boolean;
}

async function serve(answer: (request: IncomingMessage) => Given): Promise<string> {
  const started = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.cookie ?? '-'}`);
    const { status = 200, cookie, text = '{}', isSilent = false } = answer(request);
    if (isSilent) return;
    if (cookie) response.setHeader('set-cookie', `AuthSession=${cookie}; Version=1; Path=/; HttpOnly`);
    response.writeHead(status).end(text);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/`;
}

const desk = { name: 'desk-hz01-a', password: 'secret' };
const get = { method: 'GET' as const, path: '/bd-company', timeout: 5_000 };

describe('requests to the centre', () => {
  it('sign on once, and again when the session ran out', async () => {
    let sessions = 0;
    const url = await serve(({ url: path, headers }) => {
      if (path === '/_session') return { cookie: `s${(sessions += 1)}` };
      return headers.cookie === 'AuthSession=s1' && seen.length > 3 ? { status: 401 } : {};
    });
    const transport = connectByFetch(url, desk);
    for (let time = 0; time < 3; time += 1) expect((await transport(get)).status).toBe(200);
    expect(seen).toEqual([
      'POST /_session -',
      'GET /bd-company AuthSession=s1',
      'GET /bd-company AuthSession=s1',
      'GET /bd-company AuthSession=s1',
      'POST /_session -',
      'GET /bd-company AuthSession=s2',
    ]);
  });

  it('say that the desk is not let in', async () => {
    const url = await serve(() => ({ status: 401, text: '{"error":"unauthorized"}' }));
    expect((await connectByFetch(url, desk)(get)).status).toBe(401);
  });

  it('say that nobody may try for a while', async () => {
    const url = await serve(() => ({ status: 403, text: '{"error":"forbidden","reason":"Account is temporarily locked"}' }));
    await expect(connectByFetch(url, desk)(get)).rejects.toMatchObject({ code: 'locked' });
  });

  it('take a renewed session, and tell the server’s time', async () => {
    const url = await serve(({ url: path }) => (path === '/_session' ? { cookie: 'first' } : { cookie: 'renewed' }));
    const transport = connectByFetch(url, desk);
    const { at } = await transport(get);
    expect(Math.abs(at - Date.now())).toBeLessThan(60_000);
    await transport(get);
    expect(seen.at(-1)).toBe('GET /bd-company AuthSession=renewed');
  });

  it('give up on a server that says nothing, and on none', async () => {
    const url = await serve(({ url: path }) => (path === '/_session' ? { cookie: 's' } : { isSilent: true }));
    await expect(connectByFetch(url, desk)({ ...get, timeout: 200 })).rejects.toMatchObject({ code: 'timed-out' });
    server?.closeAllConnections();
    server?.close();
    await expect(connectByFetch('http://127.0.0.1:9', desk)(get)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('never follow to another address with the session', async () => {
    const url = await serve(({ url: path }) => (path === '/_session' ? { cookie: 's' } : { status: 302 }));
    const { status } = await connectByFetch(url, desk)(get).catch(() => ({ status: 'refused' }));
    expect(status).not.toBe(200);
    expect(seen).toHaveLength(2);
  });
});
