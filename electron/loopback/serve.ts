/** HTTP and WebSocket on 127.0.0.1: the page's files, the exchange of a token for a session, and the host's contract. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import type { HostEvent, HostEventData } from '#shared/host/contract.ts';
import { SESSION_PROTOCOL, WIRE_PROTOCOL } from '#shared/host/wire.ts';
import { securityHeaders } from '../page/content-security.ts';
import { cacheControl, contentType, pageSegments } from '../page/page-files.ts';
import { createPageSocket } from './page-socket.ts';
import { isFromProgram, isOwnHost, isOwnOrigin, LOOPBACK, originOf } from './request-guard.ts';
import type { Sessions } from './sessions.ts';

export interface LoopbackOptions {
  /** 0 for any. */
  port: number;
  /** The built page, `out/renderer`. */
  folder: string;
  sessions: Sessions;
  /** Never rejects. */
  answer(name: string, input: unknown): Promise<Record<string, unknown>>;
  log(level: 'info' | 'warn', message: string): void;
  heartbeat?: number;
}

export interface Loopback {
  port: number;
  /** An address that opens the desk once. */
  newAddress(): string;
  emit<E extends HostEvent>(name: E, data: HostEventData<E>): void;
  close(): Promise<void>;
}

/** A file of 20 MB with its name; the host's own limit is stricter where it matters. */
const MOST_MESSAGE_BYTES = 48 * 1024 * 1024;
const MOST_BODY_BYTES = 1024;
const tokenSchema = z.strictObject({ token: z.string() });
const sessionSchema = z.strictObject({ session: z.string() });

/** Rejects with Node's 'EADDRINUSE' when the port is taken. */
export async function serveLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { folder, sessions, answer, log } = options;
  const page = createPageSocket({
    answer,
    onGarbage: (reason) => log('warn', `a message of the page was not understood: ${reason}`),
    ...(options.heartbeat === undefined ? {} : { heartbeat: options.heartbeat }),
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => WIRE_PROTOCOL,
  });
  let port = 0;
  const server = createServer((request, response) => {
    respond(request, response).catch((problem: unknown) => {
      log('warn', `request failed: ${String(problem)}`);
      refuse(response, 500);
    });
  });
  server.on('upgrade', upgrade);

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, headers, url = '' } = request;
    // 421: the name in the address is not ours to answer for.
    if (!isOwnHost(headers, port)) return refuse(response, 421);
    if (method === 'POST' && url === '/session') return giveSession(request, response);
    if (method === 'POST' && url === '/open') {
      const proof = headers.authorization ?? '';
      if (!isFromProgram(headers) || !sessions.isProof(proof)) return refuse(response, 403);
      return respondJson(response, { address: newAddress() });
    }
    if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405);
    return giveFile(url, method === 'HEAD', response);
  }

  /** A token gets its session, until that is used; a session is told whether it still holds. */
  async function giveSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = isOwnOrigin(request.headers, port) ? await readBody(request) : null;
    const token = tokenSchema.safeParse(body);
    const session = token.success ? sessions.exchange(token.data.token) : (sessionSchema.safeParse(body).data?.session ?? '');
    if (session === null || !sessions.isValid(session)) return refuse(response, 403);
    return respondJson(response, { session });
  }

  async function giveFile(url: string, isHead: boolean, response: ServerResponse): Promise<void> {
    // The path as it was sent: nothing is normalised that could climb out.
    const segments = pageSegments(url.split('?', 1)[0] ?? '');
    if (segments === null) return refuse(response, 403);
    let content;
    try {
      content = await readFile(join(folder, ...segments));
    } catch {
      return refuse(response, 404);
    }
    response.writeHead(200, {
      ...securityHeaders,
      'content-type': contentType(segments),
      'content-length': content.length,
      'cache-control': cacheControl(segments),
    });
    response.end(isHead ? undefined : content);
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    const session = offered.find((name) => name.startsWith(SESSION_PROTOCOL))?.slice(SESSION_PROTOCOL.length) ?? '';
    const isOwn = isOwnHost(request.headers, port) && isOwnOrigin(request.headers, port);
    if (!isOwn || request.url !== '/host' || !offered.includes(WIRE_PROTOCOL) || !sessions.use(session)) {
      log('warn', `a connection was refused: host ${request.headers.host ?? ''}, origin ${request.headers.origin ?? ''}`);
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => page.accept(accepted));
  }

  function newAddress(): string {
    return `${originOf(port)}/#token=${sessions.newToken()}`;
  }

  port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });

  return {
    port,
    newAddress,
    emit: page.emit,
    close: async () => {
      page.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // A page that does not say goodbye is not waited for.
      const timer = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
        server.closeAllConnections();
      }, 500);
      await closed;
      clearTimeout(timer);
    },
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  if (request.headers['content-type'] !== 'application/json') return null;
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MOST_BODY_BYTES) return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function respondJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...securityHeaders, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { ...securityHeaders, 'content-length': 0, connection: 'close' });
  response.end();
}
