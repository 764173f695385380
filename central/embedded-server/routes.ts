/**
 * The requests of CouchDB's interface that the exchange, the judge and the tools use, as CouchDB 3.5 answers them. Everything else is
 * refused: the package's own routes let a member rewrite `_local/_security`, and its long poll never answers on a quiet database.
 */
import { fail, type Answer } from './answer.ts';
import { isAdmin, type GuardedWrites, type Writer } from './guarded-writes.ts';
import type { Databases } from './database-list.ts';
import { allDocsOptions, readChanges, readOne } from './read-documents.ts';
import { notAdmin, notMember, readSecurity, writeSecurity } from './rights.ts';
import { readUser, writeUser } from './users.ts';
import { bodyOf, bulkWrite, writeOne } from './write-documents.ts';

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
