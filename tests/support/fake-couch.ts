/**
 * CouchDB in memory, as far as the exchange, the judge and provisioning use it: the same answers to the same requests (the tests beside
 * this file run against a real server too), no time passing, nothing by chance.
 */
import { createContext, Script } from 'node:vm';
import { z } from 'zod';
import { hasHalfCharacter } from '#shared/core/cut-text.ts';
import type { CentreAnswer, CentreRequest, Transport } from '#shared/exchange/transport.ts';
import { aFakeDatabase, emptyDatabase, toJson, type FakeDatabase, type Stored } from './fake-database.ts';
import { allDocs, changes, sequenceOf } from './fake-reads.ts';
import {
  derive,
  isAdmin,
  isDatabaseAdmin,
  mustBeAdmin,
  mustBeMember,
  parsed,
  Refused,
  rolesOf,
  security,
  session,
  userBody,
  type Caller,
  type Reply,
} from './fake-rights.ts';

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

const bulkSchema = z.object({ docs: z.array(z.record(z.string(), z.unknown())) });
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

const copyOf = (databases: ReadonlyMap<string, FakeDatabase>): Map<string, FakeDatabase> =>
  new Map([...databases].map(([name, database]) => [name, database.copy()]));

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const scripts = new Map<string, Script>();
function compiled(source: string): Script {
  const script = scripts.get(source) ?? new Script(`(${source})`);
  scripts.set(source, script);
  return script;
}
