/**
 * The requests of CouchDB's interface that the exchange, the judge and the tools use, as CouchDB 3.5 answers them. Everything else is
 * refused: the package's own routes let a member rewrite `_local/_security`, and its long poll never answers on a quiet database.
 */
import { isAdmin, type GuardedWrites, type Writer } from './guarded-writes.ts';
import type { Databases } from './database-list.ts';
import { readUser, writeUser, type Answer } from './users.ts';

const MAX_DOCUMENT = 8_000_000;
const LONGEST_POLL = 300_000;

export const fail = (status: number, error: string, reason: string): Answer => ({ status, body: { error, reason } });

interface Parts {
  json: Handler;
  users: PouchDatabase;
  databases: Databases;
  writes: GuardedWrites;
}

type Work = (request: CouchRequest, writer: Writer, response: CouchResponse) => Promise<Answer>;
type DatabaseWork = (database: PouchDatabase, request: CouchRequest, writer: Writer, response: CouchResponse) => Promise<Answer>;

export function addRoutes(app: ExpressApp, { json, users, databases, writes }: Parts): void {
  const answering =
    (work: Work): Handler =>
    (request, response, next) => {
      const writer = { userCtx: request.couchSession?.userCtx ?? { name: null, roles: [] }, secObj: {} };
      work(request, writer, response).then(({ status, body }) => response.status(status).json(body), next);
    };
  const admin = (work: Work) =>
    answering(async (request, writer, response) => (isAdmin(writer) ? work(request, writer, response) : notAdmin(writer)));
  const member = (work: DatabaseWork) =>
    answering(async (request, { userCtx }, response) => {
      const name = request.params['db'] ?? '';
      const database = databases.open(name);
      if (!database || name.startsWith('_')) return fail(404, 'not_found', 'Database does not exist.');
      const writer = { userCtx, secObj: await readSecurity(database) };
      return notMember(writer, name) ?? work(database, request, writer, response);
    });

  app.get(
    '/_all_dbs',
    admin(() => Promise.resolve({ status: 200, body: databases.names() })),
  );
  app.get(
    '/_users/_all_docs',
    admin(async ({ query }, { userCtx }) => ({ status: 200, body: await users.allDocs({ ...allDocsOptions(query), userCtx }) })),
  );
  app.get(
    '/_membership',
    admin(() => Promise.resolve({ status: 200, body: { all_nodes: ['embedded'], cluster_nodes: ['embedded'] } })),
  );
  app.put(
    '/_node/embedded/_config/:section/:key',
    admin(() => Promise.resolve({ status: 200, body: '' })),
  );
  app.get(
    '/_users/_security',
    admin(async () => ({ status: 200, body: await readSecurity(users) })),
  );
  app.put(
    '/_users/_security',
    json,
    admin(async ({ body }) => {
      await writeSecurity(users, body);
      return { status: 200, body: { ok: true } };
    }),
  );
  const ownUser = (work: (id: string, request: CouchRequest, writer: Writer) => Promise<Answer>) =>
    answering(async (request, { userCtx }) => {
      const writer = { userCtx, secObj: await readSecurity(users) };
      return notMember(writer, '_users') ?? work(request.params['id'] ?? '', request, writer);
    });
  app.get(
    '/_users/:id',
    ownUser((id, _request, reader) => readUser(users, id, reader)),
  );
  app.put(
    '/_users/:id',
    json,
    ownUser((id, { body }, writer) => writeUser(users, id, body, writer)),
  );
  app.all(
    '/_users/*',
    answering((_request, writer) => Promise.resolve(notAdmin(writer))),
  );

  app.put(
    '/:db',
    admin(async ({ params }) => {
      const name = params['db'] ?? '';
      const exists = fail(412, 'file_exists', 'The database already exists.');
      if (databases.names().includes(name)) return exists;
      if (!/^[a-z][a-z0-9_$()+/-]*$/.test(name)) return fail(400, 'illegal_database_name', name);
      return (await databases.create(name)) ? { status: 201, body: { ok: true } } : exists;
    }),
  );
  app.delete(
    '/:db',
    admin(async ({ params }) => {
      const name = params['db'] ?? '';
      if (name.startsWith('_') || !databases.open(name)) return fail(404, 'not_found', 'Database does not exist.');
      await databases.remove(name);
      return { status: 200, body: { ok: true } };
    }),
  );
  app.get(
    '/:db',
    member(async (database) => ({ status: 200, body: await database.info() })),
  );
  app.get(
    '/:db/_security',
    member((_database, _request, { secObj }) => Promise.resolve({ status: 200, body: secObj })),
  );
  app.put(
    '/:db/_security',
    json,
    member(async (database, { body }, writer) => {
      if (!isAdmin(writer)) return notAdmin(writer);
      await writeSecurity(database, body);
      return { status: 200, body: { ok: true } };
    }),
  );

  app.post(
    '/:db/_bulk_docs',
    json,
    member((database, { body }, writer) => bulkWrite(database, body, writer, writes)),
  );
  app.get(
    '/:db/_changes',
    member((database, { query }, _writer, response) => readChanges(database, query, response, writes)),
  );
  const allDocs = member(async (database, { query, body }) => ({
    status: 200,
    body: await database.allDocs({ ...allDocsOptions(body), ...allDocsOptions(query) }),
  }));
  app.get('/:db/_all_docs', allDocs);
  app.post('/:db/_all_docs', json, allDocs);

  for (const [path, prefix] of [
    ['/:db/_design/:id', '_design/'],
    ['/:db/:id', ''],
  ] as const) {
    const idOf = ({ params }: CouchRequest): string => prefix + (params['id'] ?? '');
    app.get(
      path,
      member((database, request) =>
        // CouchDB sends whoever writes the slash encoded to the plain one.
        prefix === '' && idOf(request).startsWith('_design/')
          ? Promise.resolve(fail(301, 'moved_permanently', 'Write the slash of a design document plainly.'))
          : readOne(database, idOf(request), request.query),
      ),
    );
    app.put(
      path,
      json,
      member((database, request, writer) => writeOne(database, { ...bodyOf(request), _id: idOf(request) }, request.query, writer, writes)),
    );
    app.delete(
      path,
      member((database, request, writer) => {
        const rev = request.query['rev'];
        const tombstone = { _id: idOf(request), _deleted: true, ...(typeof rev === 'string' ? { _rev: rev } : {}) };
        return writeOne(database, tombstone, request.query, writer, writes);
      }),
    );
  }
  app.all(
    '/*',
    answering(({ path }, { userCtx }) => {
      // As with `require_valid_user`.
      if (userCtx.name === null) return Promise.resolve(fail(401, 'unauthorized', 'Authentication required.'));
      if (path === '/')
        return Promise.resolve({ status: 200, body: { couchdb: 'Welcome', version: '3.5.0', vendor: { name: 'Branch Desk' } } });
      return Promise.resolve(fail(404, 'not_found', 'This server answers only what Branch Desk asks.'));
    }),
  );
}

const notAdmin = ({ userCtx }: Writer): Answer =>
  userCtx.name === null ? fail(401, 'unauthorized', 'You are not a server admin.') : fail(403, 'forbidden', 'You are not a server admin.');

/** 401 who is nobody, 403 who is somebody else: a desk that was revoked must tell itself from one that asks for a foreign branch. */
function notMember(writer: Writer, name = ''): Answer | null {
  if (isAdmin(writer)) return null;
  if (writer.userCtx.name === null) return fail(401, 'unauthorized', 'You are not authorized to access this db.');
  const { members = {} } = (writer.secObj ?? {}) as { members?: { names?: string[]; roles?: string[] } };
  // As CouchDB 3: without a list of members only administrators get in.
  const isMember = members.names?.includes(writer.userCtx.name) || members.roles?.some((role) => writer.userCtx.roles.includes(role));
  return isMember ? null : fail(403, 'forbidden', `You are not allowed to access this db. (${name})`);
}

async function bulkWrite(database: PouchDatabase, body: unknown, writer: Writer, writes: GuardedWrites): Promise<Answer> {
  const { docs, new_edits: newEdits } = (body ?? {}) as { docs?: unknown; new_edits?: unknown };
  if (newEdits === false && !isAdmin(writer)) return fail(403, 'forbidden', 'new_edits');
  if (!Array.isArray(docs)) return fail(400, 'bad_request', 'POST body must include `docs` parameter.');
  const documents: StoredDocument[] = [];
  for (const document of docs as unknown[]) {
    if (!isDocument(document)) return fail(400, 'bad_request', 'Document must be a JSON object with an _id');
    const refused = outside(document._id) ?? tooLarge(document);
    if (refused) return refused;
    documents.push(document);
  }
  if (newEdits === false) return { status: 201, body: await database.bulkDocs({ docs: documents }, { new_edits: false }) };
  return { status: 201, body: await writes.write(database, documents, writer) };
}

async function writeOne(
  database: PouchDatabase,
  document: StoredDocument,
  query: Record<string, unknown>,
  writer: Writer,
  writes: GuardedWrites,
): Promise<Answer> {
  if (query['new_edits'] !== undefined) return fail(403, 'forbidden', 'new_edits');
  const refused = outside(document._id) ?? tooLarge(document);
  if (refused) return refused;
  const [row] = await writes.write(database, [document], writer);
  if (!row) return fail(500, 'error', 'no result');
  if (!('error' in row)) return { status: document._deleted ? 200 : 201, body: row };
  const status = { conflict: 409, forbidden: 403, unauthorized: 401 }[row.error] ?? 500;
  return fail(status, row.error, row.reason);
}

function bodyOf({ body }: CouchRequest): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

const SECURITY = '_local/_security';

async function readSecurity(database: PouchDatabase): Promise<unknown> {
  try {
    return (await database.get(SECURITY))['security'];
  } catch {
    return {};
  }
}

async function writeSecurity(database: PouchDatabase, security: unknown): Promise<void> {
  const old = await database.get(SECURITY).catch(() => null);
  await database.put({ _id: SECURITY, ...(old?._rev === undefined ? {} : { _rev: old._rev }), security });
}

/** `_local/_security` is where it is kept who may read the database. */
function outside(id: string): Answer | null {
  return id.startsWith('_') && !id.startsWith('_design/')
    ? fail(403, 'forbidden', 'Only reserved document ids may start with underscore.')
    : null;
}

function tooLarge(document: StoredDocument): Answer | null {
  return JSON.stringify(document).length > MAX_DOCUMENT ? fail(413, 'document_too_large', document._id) : null;
}

function isDocument(value: unknown): value is StoredDocument {
  return typeof value === 'object' && value !== null && typeof (value as { _id?: unknown })._id === 'string';
}

async function readOne(database: PouchDatabase, id: string, query: Record<string, unknown>): Promise<Answer> {
  if (outside(id)) return fail(404, 'not_found', 'missing');
  try {
    return {
      status: 200,
      body: await database.get(id, {
        conflicts: flag(query['conflicts']),
        ...(typeof query['rev'] === 'string' ? { rev: query['rev'] } : {}),
      }),
    };
  } catch (problem) {
    if ((problem as { status?: number }).status !== 404) throw problem;
    return fail(404, 'not_found', (problem as { reason?: string }).reason ?? 'missing');
  }
}

/** The package has already read the JSON texts of the query. */
function allDocsOptions(asked: unknown): PouchOptions {
  return Object.fromEntries(Object.entries((asked ?? {}) as Record<string, unknown>).filter(([name]) => allDocsNames.has(name)));
}

const allDocsNames = new Set(['keys', 'include_docs', 'conflicts', 'limit', 'skip', 'startkey', 'endkey']);

async function readChanges(
  database: PouchDatabase,
  query: Record<string, unknown>,
  response: CouchResponse,
  writes: GuardedWrites,
): Promise<Answer> {
  const start = query['since'] ?? '0';
  const limit = Math.max(1, Number(query['limit']) || Number.MAX_SAFE_INTEGER);
  const wait = Math.min(LONGEST_POLL, Math.max(0, Number(query['timeout'] ?? 60_000) || 0));
  const ask = (since: number | string) =>
    database.changes({
      since,
      limit,
      include_docs: flag(query['include_docs']),
      conflicts: flag(query['conflicts']),
    });
  let page = await ask(start === 'now' ? 'now' : Number(start) || 0);
  if (query['feed'] === 'longpoll' && page.results.length === 0) {
    await writes.nextWrite(database, wait, (end) => response.on('close', end));
    page = await ask(page.last_seq);
  }
  return { status: 200, body: { results: page.results, last_seq: page.last_seq, pending: 0 } };
}

const flag = (value: unknown): boolean => value === true || value === 'true';
