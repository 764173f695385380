/**
 * A page may not ask another origin, nor knows the centre's password: this lets it through. The embedded server answers only what desks ask;
 * `_bulk_get`, which PouchDB asks for, is answered here out of `_all_docs`, which costs the server no more.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Way {
  url: string;
  close(): Promise<void>;
}

export async function openWay(target: string, name: string, password: string): Promise<Way> {
  const authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
  const ask = (path: string, method: string, body: string): Promise<Response> =>
    fetch(`${target}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json', accept: 'application/json' },
      ...(body === '' ? {} : { body }),
    });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', 'content-type,accept');
    response.setHeader('access-control-allow-methods', 'GET,PUT,POST,HEAD,DELETE');
    const { method = 'GET', url = '/' } = request;
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    let body = '';
    for await (const part of request) body += String(part);
    const database = /^(\/[^/?]+)\/_bulk_get\b/.exec(url)?.[1];
    const answer =
      database === undefined ? await ask(url, method, body) : await ask(`${database}/_all_docs?include_docs=true`, 'POST', keysOf(body));
    const text = await answer.text();
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(database === undefined ? text : asBulkGet(text));
  }

  const server = createServer((request, response) => void respond(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function keysOf(bulkGet: string): string {
  const { docs } = JSON.parse(bulkGet) as { docs: { id: string }[] };
  return JSON.stringify({ keys: docs.map(({ id }) => id) });
}

function asBulkGet(allDocs: string): string {
  const { rows } = JSON.parse(allDocs) as { rows: { id: string; doc: object }[] };
  return JSON.stringify({ results: rows.map(({ id, doc }) => ({ id, docs: [{ ok: doc }] })) });
}
