/** A CouchDB-compatible server of one process, for trial, training and tests. What a desk meets here it meets at CouchDB 3.5. */
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '#electron/host/desk/lock-folder.ts';
import { hasHalfCharacter } from '#shared/core/cut-text.ts';
import { realDisk } from '#electron/host/disk/real-disk.ts';
import { openDatabases, type Databases } from './database-list.ts';
import { createGuardedWrites, type CompileGuard } from './guarded-writes.ts';
import { fail } from './answer.ts';
import { addRoutes } from './routes.ts';

export interface EmbeddedServer {
  url: string;
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** null: in memory, gone with the process. */
  folder: string | null;
  /** 0: any free one. */
  port: number;
  /** '127.0.0.1' unless desks of the local network are to get in. */
  host?: string;
  admin: { name: string; password: string };
  /** Where guards run; tests let them run in the engine CouchDB has. */
  compileGuard?: CompileGuard;
}

/** Few: the package computes them without Node's help (10,000 take 0.1 s), and all secrets here are random, 75 bits and more. */
const ROUNDS = 1_000;
const LARGEST_REQUEST = 64_000_000;
const SESSION_SECONDS = 600;

/** @throws HostFailure 'in-use' while another process serves the folder; an error with code EADDRINUSE when the port is taken */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { folder, port, host = '127.0.0.1' } = options;
  if (folder !== null) await mkdir(folder, { recursive: true, mode: 0o700 });
  // The store's own lock ends the process that comes second with an error nobody can catch.
  const lock = folder === null ? null : await lockFolder(realDisk, folder, Date.now());
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (problem) {
    await lock?.release();
    throw problem;
  }
  const databases = openDatabases(folder === null ? null : join(folder, 'databases'));
  server.on('request', await answers(databases, options));
  const { port: given } = server.address() as AddressInfo;
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${given}`;
  // Answers once the package has its users open, too.
  await (await fetch(`${url}/_session`)).text();
  return {
    url,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await databases.closeAll();
      await lock?.release();
    },
  };
}

async function answers(databases: Databases, { folder, admin, compileGuard }: EmbeddedOptions): Promise<ExpressApp> {
  const app = expressPouchdb({ mode: 'custom', overrideMode: { include: parts }, inMemoryConfig: true, logPath: devNull });
  app.couchConfig.registerDefault('log', 'level', 'none');
  app.couchConfig.registerDefault('admins', admin.name, hashed(admin.password));
  app.couchConfig.registerDefault('couch_httpd_auth', 'secret', folder === null ? randomBytes(32).toString('hex') : keptSecret(folder));
  app.couchConfig.registerDefault('couch_httpd_auth', 'iterations', ROUNDS);
  app.couchConfig.registerDefault('couch_httpd_auth', 'timeout', SESSION_SECONDS);
  await app.setPouchDB(databases.constructor);
  const users = await app.dbWrapper.wrap('_users', new databases.constructor('_users'));
  const json = readJson();
  const outer = express();
  outer.disable('x-powered-by');
  outer.get('/_up', (_request, response) => response.status(200).json({ status: 'ok' }));
  outer.post('/_session', json, signIn(users));
  // Knows the session afterwards; answers only what concerns it.
  outer.use(app);
  addRoutes(outer, { json, users, databases, writes: createGuardedWrites(compileGuard) });
  outer.use(unexpected);
  return outer;
}

/** The package's parts in use: users, passwords, sessions. Databases and documents are answered by routes of our own. */
const parts = ['config-infrastructure', 'logging-infrastructure', 'routes/authentication', 'routes/session'];

/** The package opens the users' database anew, and keeps it, at every sign-in. */
function signIn(users: PouchDatabase): Handler {
  return async (request, response, next) => {
    const { name, password } = (request.body ?? {}) as { name?: unknown; password?: unknown };
    try {
      const { sessionID, ...rest } = await users.multiUserLogIn(String(name), String(password));
      response.cookie('AuthSession', sessionID, { httpOnly: true });
      response.status(200).json(rest);
    } catch (problem) {
      if ((problem as { status?: number }).status !== 401) return next(problem);
      const { status, body } = fail(401, 'unauthorized', 'Name or password is incorrect.');
      response.status(status).json(body);
    }
  };
}

function readJson(): Handler {
  return express.json({
    limit: LARGEST_REQUEST,
    type: () => true,
    // CouchDB's reader takes half a surrogate pair for no text, and refuses the request.
    verify: (_request, _response, body) => {
      if (hasHalfCharacter(body.toString())) throw Object.assign(new Error('invalid UTF-8 JSON'), { status: 400 });
    },
  });
}

const unexpected: ErrorHandler = (problem, _request, response, next) => {
  if (response.headersSent) return next(problem);
  const { status = 500, type = '', message = '' } = problem as { status?: number; type?: string; message?: string };
  if (status === 500) console.error(problem);
  const known = { 400: 'bad_request', 413: 'too_large', 401: 'unauthorized' }[status] ?? 'internal_server_error';
  response.status(status).json({ error: known, reason: type || message });
};

function hashed(password: string): string {
  const salt = randomBytes(16).toString('hex');
  return `-pbkdf2-${pbkdf2Sync(password, salt, ROUNDS, 20, 'sha1').toString('hex')},${salt},${ROUNDS}`;
}

/** Signs the sessions' cookies; kept, so that a restart signs nobody out. */
function keptSecret(folder: string): string {
  const file = join(folder, 'session-secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
