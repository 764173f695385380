/**
 * CouchDB in memory, as far as the exchange, the judge and provisioning use it: the same answers to the same requests (the tests beside
 * this file run against a real server too), no time passing, nothing by chance.
 */
import { createHash } from 'node:crypto';
import { createContext, Script } from 'node:vm';
import { z } from 'zod';
import { hasHalfCharacter } from '#shared/core/cut-text.ts';
import type { CentreAnswer, CentreRequest, Transport } from '#shared/exchange/transport.ts';
import { aFakeDatabase, emptyDatabase, toJson, type FakeDatabase, type Stored } from './fake-database.ts';

export interface Caller {
  name: string | null;
  roles: readonly string[];
}

export interface FakeCouch {
  admin: Transport;
  /** As one user; name and password are looked at with each request. */
  as(name: string, password: string): Transport;
  /** Keeps documents out: the reason to refuse one, '' to let it in. */
  forbid(rule: (database: string, document: Record<string, unknown>) => string): void;
  /** What a backup holds; give it to `restore`, as often as wanted. */
  backup(): ReadonlyMap<string, FakeDatabase>;
  /** Documents, users and sequences as they were. */
  restore(backup: ReadonlyMap<string, FakeDatabase>): void;
  /** For looking at what became of it all. */
  database(name: string): FakeDatabase | undefined;
  /** Documents written so far, whoever did it. */
  writes(): number;
}

export interface FakeCouchOptions {
  /** The server's clock, milliseconds since 1970. */
  now(): number;
  mostDocumentBytes?: number;
  mostRequestBytes?: number;
  /** Told of every document written. */
  wrote?(database: string, document: Stored): void;
}

interface Reply {
  status: number;
  value: unknown;
}

class Refused extends Error {
  readonly status: number;
  readonly error: string;

  constructor(status: number, error: string, reason: string) {
    super(reason);
    this.status = status;
    this.error = error;
  }
}

const bulkSchema = z.object({ docs: z.array(z.record(z.string(), z.unknown())) });
const keysSchema = z.object({ keys: z.array(z.string()) });
const namesSchema = z.object({ names: z.array(z.string()).default([]), roles: z.array(z.string()).default([]) });
const securitySchema = z.object({ admins: namesSchema.optional(), members: namesSchema.optional() });
const MEGABYTE = 1024 * 1024;

export function aFakeCouch({
  now,
  mostDocumentBytes = 1 * MEGABYTE,
  mostRequestBytes = 64 * MEGABYTE,
  wrote,
}: FakeCouchOptions): FakeCouch {
  let databases = new Map<string, FakeDatabase>([['_users', aFakeDatabase(emptyDatabase)]]);
  // Guards see the server's clock.
  const context = createContext({ Date: { now } });
  let rule: (database: string, document: Record<string, unknown>) => string = () => '';
  let writes = 0;

  function callerOf(name: string, password: string): Caller {
    if (name === '') return { name: null, roles: [] };
    const user = databases.get('_users')?.get(`org.couchdb.user:${name}`);
    if (!user || user.deleted || user.body['derived_key'] !== derive(password)) {
      throw new Refused(401, 'unauthorized', 'Name or password is incorrect.');
    }
    return { name, roles: rolesOf(user) };
  }

  function answer(who: () => Caller, request: CentreRequest): CentreAnswer {
    let reply: Reply;
    try {
      const sent = request.body === undefined ? undefined : JSON.stringify(request.body);
      if (sent !== undefined && sent.length > mostRequestBytes) throw new Refused(413, 'too_large', 'the request entity is too large');
      if (sent !== undefined && hasHalfCharacter(sent)) throw new Refused(400, 'bad_request', 'invalid UTF-8 JSON');
      reply = route(who(), { ...request, body: sent === undefined ? undefined : JSON.parse(sent) });
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      reply = { status: problem.status, value: { error: problem.error, reason: problem.message } };
    }
    // The Date header has whole seconds.
    return { status: reply.status, text: `${JSON.stringify(reply.value)}\n`, at: Math.floor(now() / 1000) * 1000 };
  }

  function route(caller: Caller, { method, path, body }: CentreRequest): Reply {
    const [whole = '', query = ''] = path.split('?');
    const parameters = new URLSearchParams(query);
    if (method === 'GET' && whole.includes('/_design%2F')) throw new Refused(301, 'moved_permanently', 'the slash is to be plain');
    const [name = '', ...rest] = whole.slice(1).split('/').map(decodeURIComponent);
    if (name === '') return { status: 200, value: { couchdb: 'Welcome', version: '3.5.0', vendor: { name: 'fake' } } };
    if (name === '_session') return session(caller, method, body);
    if (name === '_all_dbs') {
      mustBeAdmin(caller);
      return { status: 200, value: [...databases.keys()].toSorted() };
    }
    // One node; what is configured on it has no effect here.
    if (name === '_membership' || name === '_node') {
      mustBeAdmin(caller);
      return { status: 200, value: name === '_node' ? '' : { all_nodes: ['fake@host'], cluster_nodes: ['fake@host'] } };
    }
    if (rest.length === 0) return aboutDatabase(caller, method, name);
    const database = databases.get(name);
    if (!database) throw new Refused(404, 'not_found', 'Database does not exist.');
    const [first = ''] = rest;
    if (first === '_security') return security(caller, method, database, body);
    mustBeMember(caller, database);
    if (name === '_users' && first.startsWith('_')) mustBeAdmin(caller);
    if (first === '_changes') return changes(database, parameters);
    if (first === '_all_docs') return allDocs(database, parameters, body);
    if (first === '_bulk_docs') return bulk(caller, name, database, body);
    return oneDocument(caller, method, name, database, rest.join('/'), parameters, body);
  }

  function aboutDatabase(caller: Caller, method: string, name: string): Reply {
    const database = databases.get(name);
    if (method === 'PUT') {
      mustBeAdmin(caller);
      if (database) throw new Refused(412, 'file_exists', 'The database could not be created, the file already exists.');
      databases.set(name, aFakeDatabase(emptyDatabase));
      return { status: 201, value: { ok: true } };
    }
    if (!database) throw new Refused(404, 'not_found', 'Database does not exist.');
    if (method === 'DELETE') {
      mustBeAdmin(caller);
      databases.delete(name);
      return { status: 200, value: { ok: true } };
    }
    mustBeMember(caller, database);
    return { status: 200, value: { db_name: name, doc_count: database.all().length, update_seq: sequenceOf(database.seq()) } };
  }

  function changes(database: FakeDatabase, parameters: URLSearchParams): Reply {
    const asked = parameters.get('since') ?? '0';
    if (!/^(?:0|now|\d+-fake)$/.test(asked)) throw new Refused(400, 'bad_request', `invalid since: ${asked}`);
    const since = asked === 'now' ? database.seq() : Number.parseInt(asked, 10) || 0;
    const limit = Number(parameters.get('limit') ?? Infinity) || 1;
    const found = database.after(since);
    const page = found.slice(0, limit);
    const last = page.length < found.length ? (page.at(-1)?.seq ?? since) : database.seq();
    const results = page.map((stored) => ({
      seq: sequenceOf(stored.seq),
      id: stored.id,
      changes: [{ rev: stored.rev }],
      ...(stored.deleted ? { deleted: true } : {}),
      ...(parameters.get('include_docs') === 'true' ? { doc: toJson(stored) } : {}),
    }));
    return { status: 200, value: { results, last_seq: sequenceOf(last), pending: found.length - page.length } };
  }

  function allDocs(database: FakeDatabase, parameters: URLSearchParams, body: unknown): Reply {
    const withDocs = parameters.get('include_docs') === 'true';
    const row = (stored: Stored): Record<string, unknown> => ({
      id: stored.id,
      key: stored.id,
      value: stored.deleted ? { rev: stored.rev, deleted: true } : { rev: stored.rev },
      ...(withDocs ? { doc: stored.deleted ? null : toJson(stored) } : {}),
    });
    if (body !== undefined) {
      const { keys } = parsed(keysSchema, body);
      const rows = keys.map((key) => {
        const stored = database.get(key);
        return stored ? row(stored) : { key, error: 'not_found' };
      });
      return { status: 200, value: { total_rows: database.all().length, offset: 0, rows } };
    }
    const from = textOf(parameters.get('startkey') ?? parameters.get('start_key'));
    const to = textOf(parameters.get('endkey') ?? parameters.get('end_key'));
    const found = database.all().filter(({ id }) => (from === '' || id >= from) && (to === '' || id <= to));
    const skipped = found.slice(Number(parameters.get('skip') ?? 0)).slice(0, Number(parameters.get('limit') ?? Infinity));
    return { status: 200, value: { total_rows: database.all().length, offset: 0, rows: skipped.map(row) } };
  }

  function bulk(caller: Caller, name: string, database: FakeDatabase, body: unknown): Reply {
    const { docs } = parsed(bulkSchema, body);
    // CouchDB refuses the whole request for one document that is too large.
    for (const document of docs) mustFit(document);
    const rows = docs.map((document) => {
      const id = String(document['_id'] ?? '');
      try {
        const { rev } = write(caller, name, database, id, document);
        return { ok: true, id, rev };
      } catch (problem) {
        if (!(problem instanceof Refused)) throw problem;
        return { id, error: problem.error, reason: problem.message };
      }
    });
    // Documented nowhere, but the order of the answers is not that of the documents.
    return { status: 201, value: rows.toReversed() };
  }

  function oneDocument(
    caller: Caller,
    method: string,
    name: string,
    database: FakeDatabase,
    id: string,
    parameters: URLSearchParams,
    body: unknown,
  ): Reply {
    const stored = database.get(id);
    const isOthers = name === '_users' && !isAdmin(caller) && id !== `org.couchdb.user:${caller.name ?? ''}`;
    if (method === 'GET') {
      if (!stored || isOthers) throw new Refused(404, 'not_found', 'missing');
      if (stored.deleted) throw new Refused(404, 'not_found', 'deleted');
      return { status: 200, value: toJson(stored) };
    }
    const document = method === 'DELETE' ? { _deleted: true } : parsed(z.record(z.string(), z.unknown()), body);
    const rev = parameters.get('rev');
    mustFit(document);
    const written = write(caller, name, database, id, rev === null ? document : { ...document, _rev: rev });
    return { status: method === 'DELETE' ? 200 : 201, value: { ok: true, id, rev: written.rev } };
  }

  function write(caller: Caller, name: string, database: FakeDatabase, id: string, document: Record<string, unknown>): Stored {
    const { _id, _rev, _deleted, ...rest } = document;
    const present = database.get(id);
    const isDesign = id.startsWith('_design/');
    if (id === '' || (id.startsWith('_') && !isDesign))
      throw new Refused(400, 'bad_request', 'Only reserved document ids may start with underscore.');
    if (isDesign && !isDatabaseAdmin(caller, database)) throw new Refused(403, 'forbidden', 'You are not a db or server admin.');
    const body = name === '_users' ? userBody(caller, id, rest, present) : rest;
    const rev = _rev === undefined ? undefined : String(_rev);
    if (present ? !(rev === present.rev || (present.deleted && rev === undefined)) : rev !== undefined) {
      throw new Refused(409, 'conflict', 'Document update conflict.');
    }
    const whole = { _id: id, ...(present ? { _rev: present.rev } : {}), ...body, ...(_deleted === true ? { _deleted: true } : {}) };
    if (!isDesign) validate(caller, name, database, whole, present);
    const stored = database.write(id, rev, _deleted === true, body);
    if (!stored) throw new Refused(409, 'conflict', 'Document update conflict.');
    writes += 1;
    wrote?.(name, stored);
    return stored;
  }

  function validate(
    caller: Caller,
    name: string,
    database: FakeDatabase,
    document: Record<string, unknown>,
    present: Stored | undefined,
  ): void {
    const reason = rule(name, document);
    if (reason !== '') throw new Refused(403, 'forbidden', reason);
    for (const { id, body } of database.all()) {
      const source = body['validate_doc_update'];
      if (!id.startsWith('_design/') || typeof source !== 'string') continue;
      const check: unknown = compiled(source).runInContext(context);
      if (typeof check !== 'function') throw new Refused(500, 'compilation_error', id);
      try {
        check(
          document,
          present && !present.deleted ? toJson(present) : null,
          { db: name, name: caller.name, roles: caller.roles },
          database.security,
        );
      } catch (problem) {
        const { forbidden, unauthorized } = Object(problem) as { forbidden?: unknown; unauthorized?: unknown };
        if (forbidden !== undefined) throw new Refused(403, 'forbidden', String(forbidden));
        if (unauthorized !== undefined) throw new Refused(401, 'unauthorized', String(unauthorized));
        throw new Refused(500, problem instanceof Error ? problem.name : 'unnamed_error', String(problem));
      }
    }
  }

  const couch: FakeCouch = {
    admin: (request) => Promise.resolve(answer(() => ({ name: 'admin', roles: ['_admin'] }), request)),
    as: (name, password) => (request) => Promise.resolve(answer(() => callerOf(name, password), request)),
    forbid: (next) => {
      rule = next;
    },
    backup: () => copyOf(databases),
    restore: (backup) => {
      databases = copyOf(backup);
    },
    database: (name) => databases.get(name),
    writes: () => writes,
  };
  return couch;

  function mustFit(document: Record<string, unknown>): void {
    if (sizeOf(document) > mostDocumentBytes) throw new Refused(413, 'document_too_large', String(document['_id'] ?? ''));
  }
}

function session({ name, roles }: Caller, method: string, body: unknown): Reply {
  // Nobody signs on here: the transport is a user's already.
  if (method === 'POST') return { status: 200, value: { ok: true, name: parsed(z.object({ name: z.string() }), body).name, roles: [] } };
  return { status: 200, value: { ok: true, userCtx: { name, roles }, info: { authentication_handlers: ['cookie', 'default'] } } };
}

function security(caller: Caller, method: string, database: FakeDatabase, body: unknown): Reply {
  if (method === 'PUT') {
    if (!isDatabaseAdmin(caller, database)) throw new Refused(403, 'forbidden', 'You are not a db or server admin.');
    database.security = parsed(z.record(z.string(), z.unknown()), body);
    return { status: 200, value: { ok: true } };
  }
  mustBeMember(caller, database);
  return { status: 200, value: database.security };
}

/** A password becomes a derived key; a user may change nothing but that about itself. */
function userBody(caller: Caller, id: string, body: Record<string, unknown>, present: Stored | undefined): Record<string, unknown> {
  if (id.startsWith('_design/')) return body;
  if (!isAdmin(caller)) {
    if (id !== `org.couchdb.user:${caller.name ?? ''}`) throw new Refused(403, 'forbidden', 'You may only update your own user document.');
    const isSame = JSON.stringify(rolesOf(present).toSorted()) === JSON.stringify(rolesOf({ body }).toSorted());
    if (!isSame) throw new Refused(403, 'forbidden', 'Only _admin may edit roles');
  }
  const { password, ...rest } = body;
  if (typeof password !== 'string') return rest;
  const salt = derive(`${present?.rev ?? id} ${password}`).slice(0, 32);
  return { ...rest, password_scheme: 'pbkdf2', iterations: 10, salt, derived_key: derive(password) };
}

function rolesOf(user: Pick<Stored, 'body'> | undefined): string[] {
  const roles = z.array(z.string()).safeParse(user?.body['roles']);
  return roles.success ? roles.data : [];
}

const isAdmin = ({ roles }: Caller): boolean => roles.includes('_admin');

function isDatabaseAdmin(caller: Caller, { security: given }: FakeDatabase): boolean {
  return isAdmin(caller) || isNamed(caller, securitySchema.parse(given).admins);
}

function isNamed({ name, roles }: Caller, group: z.infer<typeof namesSchema> | undefined): boolean {
  return group !== undefined && (group.names.some((one) => one === name) || group.roles.some((one) => roles.includes(one)));
}

function mustBeAdmin(caller: Caller): void {
  if (isAdmin(caller)) return;
  if (caller.name === null) throw new Refused(401, 'unauthorized', 'You are not a server admin.');
  throw new Refused(403, 'forbidden', 'You are not a server admin.');
}

function mustBeMember(caller: Caller, database: FakeDatabase): void {
  const { members } = securitySchema.parse(database.security);
  const isPublic = members !== undefined && members.names.length + members.roles.length === 0;
  if (isPublic || isDatabaseAdmin(caller, database) || isNamed(caller, members)) return;
  if (caller.name === null) throw new Refused(401, 'unauthorized', 'You are not authorized to access this db.');
  throw new Refused(403, 'forbidden', 'You are not allowed to access this db.');
}

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const found = schema.safeParse(body);
  if (!found.success) throw new Refused(400, 'bad_request', z.prettifyError(found.error));
  return found.data;
}

const copyOf = (databases: ReadonlyMap<string, FakeDatabase>): Map<string, FakeDatabase> =>
  new Map([...databases].map(([name, database]) => [name, database.copy()]));

/** As CouchDB's: a number first, then something only the server understands. */
const sequenceOf = (seq: number): string => `${seq}-fake`;
const textOf = (key: string | null): string => (key === null ? '' : String(JSON.parse(key)));
const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const derive = (password: string): string => createHash('sha256').update(password).digest('hex');

const scripts = new Map<string, Script>();
function compiled(source: string): Script {
  const script = scripts.get(source) ?? new Script(`(${source})`);
  scripts.set(source, script);
  return script;
}
