/** An HTTP proxy that loses, doubles, cuts and replaces what goes through it, by seeded chance. */
import { createServer, request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Random } from '#shared/demo/random.ts';

export interface FaultProxy {
  url: string;
  /** How often something goes wrong, 0 to 1. */
  trouble: number;
  /** Where requests go. */
  target: string;
  /** Requests that came so far. */
  count(): number;
  /** What went wrong so far, by kind. */
  faults(): ReadonlyMap<string, number>;
  /** Called with each request's number, before anything is done with it. */
  onRequest: (count: number) => void;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

const faults = ['lost', 'answer-lost', 'doubled', 'status', 'html', 'cut', 'cut-off', 'slow'] as const;
const statuses = [401, 403, 409, 413, 429, 500, 502, 503] as const;
const LITTLE = 15;

export async function aFaultProxy(target: string, random: Random): Promise<FaultProxy> {
  const counted = new Map<string, number>();
  let count = 0;
  const server = createServer((incoming, outgoing) => {
    void pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    trouble: 0,
    target,
    count: () => count,
    faults: () => counted,
    onRequest: () => undefined,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await wholeOf(incoming);
    count += 1;
    proxy.onRequest(count);
    const fault = random.chance(proxy.trouble) ? random.pick(faults) : 'none';
    if (fault !== 'none') counted.set(fault, (counted.get(fault) ?? 0) + 1);
    if (fault === 'lost') return void outgoing.destroy();
    if (fault === 'status') {
      const status = random.pick(statuses);
      return reply(outgoing, { status, headers: { 'content-type': 'text/html' }, body: Buffer.from('<h1>Gateway</h1>') });
    }
    if (fault === 'html') {
      const page = Buffer.from('<!doctype html><title>Sign in to this network</title>');
      return reply(outgoing, { status: 200, headers: { 'content-type': 'text/html' }, body: page });
    }
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, random.whole(1, LITTLE)));
    if (fault === 'doubled') await forward(incoming, body);
    const answer = await forward(incoming, body);
    if (fault === 'answer-lost') return void outgoing.destroy();
    if (fault === 'cut') return reply(outgoing, { ...answer, body: answer.body.subarray(0, answer.body.length >> 1) });
    if (fault === 'cut-off') {
      // The length promised is not reached.
      outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': String(answer.body.length + 1) });
      outgoing.write(answer.body, () => outgoing.destroy());
      return;
    }
    reply(outgoing, answer);
  }

  function forward(incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { ...incoming.headers, host: new URL(proxy.target).host, connection: 'close' };
      const sent = sendRequest(`${proxy.target}${incoming.url ?? ''}`, { method: incoming.method, headers }, (came) => {
        wholeOf(came).then((whole) => resolve({ status: came.statusCode ?? 500, headers: came.headers, body: whole }), reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  return proxy;
}

function reply(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const { 'transfer-encoding': _chunked, connection: _connection, ...rest } = headers;
  outgoing.writeHead(status, { ...rest, 'content-length': String(body.length) });
  outgoing.end(body);
}

async function wholeOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
