/** What the exchange relies on in a CouchDB, as tests: the fake passes them, and so must every server it stands for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letUsersChangePasswords } from '#central/couch-admin/server-requests.ts';
import { DESK_ROLE } from '#shared/exchange/books.ts';
import { openCouchDatabase, type CouchDatabase } from '#shared/exchange/couch-database.ts';
import { ask, CentreProblem, type Transport } from '#shared/exchange/transport.ts';

export interface CouchUnderTest {
  admin: Transport;
  as(name: string, password: string): Transport;
  close(): Promise<void>;
}

const TIMEOUT = 30_000;

/** @param open a server on which this file may make and remove the databases `bd-trial-…` and the users `desk-trial-…` */
export function behavesLikeCouch(name: string, open: () => Promise<CouchUnderTest>): void {
  describe(`${name} behaves like CouchDB`, () => {
    let couch: CouchUnderTest;
    let count = 0;

    beforeAll(async () => {
      couch = await open();
      await letUsersChangePasswords(couch.admin, DESK_ROLE);
    });
    afterAll(() => couch.close());

    async function aDatabase(
      security: unknown = { admins: { names: [], roles: [] }, members: { names: [], roles: ['branch:TR01'] } },
    ): Promise<CouchDatabase> {
      count += 1;
      const path = `/bd-trial-${count}`;
      await couch.admin({ method: 'DELETE', path, timeout: TIMEOUT });
      await ask(couch.admin, { method: 'PUT', path, timeout: TIMEOUT });
      await ask(couch.admin, { method: 'PUT', path: `${path}/_security`, body: security, timeout: TIMEOUT });
      return openCouchDatabase(couch.admin, path.slice(1));
    }

    async function aUser(roles: readonly string[], password = 'first'): Promise<{ name: string; transport: Transport }> {
      count += 1;
      const user = `desk-trial-${count}`;
      const users = openCouchDatabase(couch.admin, '_users');
      const known = await users.read(`org.couchdb.user:${user}`);
      await users.write({
        _id: `org.couchdb.user:${user}`,
        ...(known ? { _rev: known._rev } : {}),
        type: 'user',
        name: user,
        roles: [DESK_ROLE, ...roles],
        password,
      });
      return { name: user, transport: couch.as(user, password) };
    }

    const codeOf = async (work: Promise<unknown>): Promise<string> => {
      try {
        await work;
        return 'done';
      } catch (problem) {
        return problem instanceof CentreProblem ? problem.code : String(problem);
      }
    };

    test('a document is read as it was written, and written again only over its present revision', async () => {
      const database = await aDatabase();
      expect(await database.read('a')).toBeNull();
      const first = await database.write({ _id: 'a', text: '砂锅', list: [1, { b: null }] });
      expect(await database.read('a')).toEqual({ _id: 'a', _rev: first, text: '砂锅', list: [1, { b: null }] });
      expect(await codeOf(database.write({ _id: 'a', text: 'without' }))).toBe('conflict');
      const second = await database.write({ _id: 'a', _rev: first, text: 'second' });
      expect(second).toMatch(/^2-/);
      expect(await codeOf(database.write({ _id: 'a', _rev: first, text: 'late' }))).toBe('conflict');
    });

    test('each row of a bulk write is judged by itself', async () => {
      const database = await aDatabase();
      const rev = await database.write({ _id: 'old', n: 1 });
      const rows = await database.writeMany([
        { _id: 'new', n: 1 },
        { _id: 'old', n: 2 },
        { _id: 'other', n: 3 },
      ]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      expect(byId.get('new')).toHaveProperty('rev');
      expect(byId.get('old')).toMatchObject({ error: 'conflict' });
      expect(byId.get('other')).toHaveProperty('rev');
      expect(await database.writeMany([{ _id: 'old', _rev: rev, n: 2 }])).toEqual([{ id: 'old', rev: expect.stringMatching(/^2-/) }]);
    });

    test('many documents are read by id; missing and deleted ones are left out', async () => {
      const database = await aDatabase();
      const a = await database.write({ _id: 'a', n: 1 });
      const b = await database.write({ _id: 'b', n: 2 });
      await database.writeMany([{ _id: 'b', _rev: b, _deleted: true }]);
      expect(await database.readMany(['b', 'none', 'a'])).toEqual(new Map([['a', { _id: 'a', _rev: a, n: 1 }]]));
      expect(await database.revisions(['b', 'none', 'a'])).toEqual(new Map([['a', a]]));
      expect((await database.about()).documents).toBe(1);
    });

    test('changes give each document once, where it was last changed, page by page', async () => {
      const database = await aDatabase();
      const revs = new Map<string, string>();
      for (const id of ['a', 'b', 'c', 'd']) revs.set(id, await database.write({ _id: id, n: 1 }));
      const second = await database.write({ _id: 'a', _rev: revs.get('a') ?? '', n: 2 });
      const ids: string[] = [];
      let since = '0';
      for (let pages = 0; pages < 10; pages += 1) {
        const page = await database.changes(since, 2);
        ids.push(...page.rows.map(({ id }) => id));
        since = page.last;
        if (page.rows.length < 2) break;
        expect(page.rows.every(({ doc, id }) => doc?._id === id)).toBe(true);
      }
      expect(ids.toSorted()).toEqual(['a', 'b', 'c', 'd']);
      expect(ids.indexOf('a')).toBe(3);
      expect(await database.changes(since, 2)).toMatchObject({ rows: [], last: since });
      await database.writeMany([{ _id: 'a', _rev: second, _deleted: true }]);
      const { rows } = await database.changes(since, 2, { docs: true });
      expect(rows).toMatchObject([{ id: 'a', deleted: true, doc: null }]);
    });

    test('a long poll answers when there is something', async () => {
      const database = await aDatabase();
      const { last } = await database.about();
      await database.write({ _id: 'a', n: 1 });
      expect(await database.awaitChange(last, 20_000)).toBe(true);
      expect((await database.changes(last, 10)).rows.map(({ id }) => id)).toEqual(['a']);
      await database.write({ _id: 'bd:note', n: 1 });
      await database.write({ _id: 'b', n: 1 });
      expect(await database.awaitChange(last, 20_000, (id) => id === 'b')).toBe(true);
      expect(await database.awaitChange((await database.about()).last, 50)).toBe(false);
    });

    test('who is a member of a database may read and write it, nobody else', async () => {
      const database = await aDatabase();
      const desk = await aUser(['branch:TR01', 'desk:TR01-A']);
      const other = await aUser(['branch:TR02']);
      const own = openCouchDatabase(desk.transport, database.name);
      await own.write({ _id: 'a', n: 1 });
      expect(await own.read('a')).toMatchObject({ n: 1 });
      const foreign = openCouchDatabase(other.transport, database.name);
      expect(await codeOf(foreign.read('a'))).toBe('forbidden');
      expect(await codeOf(foreign.write({ _id: 'b' }))).toBe('forbidden');
      expect(await codeOf(foreign.changes('0', 10))).toBe('forbidden');
      expect(await codeOf(openCouchDatabase(couch.as(desk.name, 'wrong'), database.name).read('a'))).toBe('unauthorized');
    });

    test('a member may neither plant a design document nor change who is a member nor make a database', async () => {
      const database = await aDatabase();
      const { transport } = await aUser(['branch:TR01']);
      expect(
        await codeOf(openCouchDatabase(transport, database.name).write({ _id: '_design/own', validate_doc_update: 'function(){}' })),
      ).toBe('forbidden');
      expect(await codeOf(ask(transport, { method: 'PUT', path: `/${database.name}/_security`, body: {}, timeout: TIMEOUT }))).toBe(
        'forbidden',
      );
      expect(await codeOf(ask(transport, { method: 'PUT', path: '/bd-trial-own', timeout: TIMEOUT }))).toBe('forbidden');
    });

    test('a new database is the administrators’ alone', async () => {
      count += 1;
      const path = `/bd-trial-${count}`;
      await couch.admin({ method: 'DELETE', path, timeout: TIMEOUT });
      await ask(couch.admin, { method: 'PUT', path, timeout: TIMEOUT });
      const { transport } = await aUser(['branch:TR01']);
      expect(await codeOf(openCouchDatabase(transport, path.slice(1)).changes('0', 1))).toBe('forbidden');
      expect(await codeOf(ask(couch.admin, { method: 'PUT', path, timeout: TIMEOUT }))).toBe('conflict');
    });

    test('a validation function refuses a document, and in a bulk write only that one', async () => {
      const database = await aDatabase();
      const guard = `function (doc, old, user, security) {
        if (user.roles.indexOf('_admin') >= 0) return;
        if (old && old.n > doc.n) throw ({ forbidden: 'n goes down' });
        if (doc.bad) throw ({ forbidden: 'bad by ' + user.name });
      }`;
      await database.write({ _id: '_design/guard', validate_doc_update: guard });
      const { transport, name: user } = await aUser(['branch:TR01']);
      const own = openCouchDatabase(transport, database.name);
      const rows = await own.writeMany([
        { _id: 'a', n: 2 },
        { _id: 'b', bad: true },
        { _id: 'c', n: 1 },
      ]);
      expect(rows.toSorted((one, two) => (one.id < two.id ? -1 : 1))).toMatchObject([
        { id: 'a', rev: expect.any(String) },
        { id: 'b', error: 'forbidden', reason: `bad by ${user}` },
        { id: 'c', rev: expect.any(String) },
      ]);
      const present = (await own.read('a'))?._rev ?? '';
      expect(await codeOf(own.write({ _id: 'a', _rev: present, n: 1 }))).toBe('forbidden');
      expect(await codeOf(own.write({ _id: 'a', _rev: present, n: 3 }))).toBe('done');
      expect(await codeOf(database.write({ _id: 'b', bad: true }))).toBe('done');
    });

    test('a user changes the own password and nothing else', async () => {
      const database = await aDatabase();
      const { name: user, transport } = await aUser(['branch:TR01']);
      const users = openCouchDatabase(transport, '_users');
      const id = `org.couchdb.user:${user}`;
      const found = await users.read(id);
      expect(found).toMatchObject({ name: user, roles: [DESK_ROLE, 'branch:TR01'] });
      expect(found).not.toHaveProperty('password');
      expect(await codeOf(users.write({ ...found, _id: id, roles: [DESK_ROLE, 'branch:TR01', 'head-office'] }))).toBe('forbidden');
      expect(await codeOf(users.write({ ...found, _id: id, password: 'second' }))).toBe('done');
      expect(await codeOf(openCouchDatabase(couch.as(user, 'first'), database.name).about())).toBe('unauthorized');
      expect(await codeOf(openCouchDatabase(couch.as(user, 'second'), database.name).about())).toBe('done');
      const { name: other } = await aUser(['branch:TR02']);
      const again = openCouchDatabase(couch.as(user, 'second'), '_users');
      expect(await again.read(`org.couchdb.user:${other}`)).toBeNull();
      expect(await codeOf(again.changes('0', 10))).not.toBe('done');
    });

    test('the session says who is signed on', async () => {
      const { name: user, transport } = await aUser(['branch:TR01']);
      const { value, at } = await ask(transport, { method: 'GET', path: '/_session', timeout: TIMEOUT });
      expect(value).toMatchObject({ userCtx: { name: user, roles: [DESK_ROLE, 'branch:TR01'] } });
      expect(at % 1000).toBe(0);
      expect(at).toBeGreaterThan(0);
      // With a wrong one nobody is: the answer says so, or is a refusal.
      const wrong = couch.as(user, 'wrong')({ method: 'GET', path: '/_session', timeout: TIMEOUT });
      expect((await wrong).text).not.toContain(user);
    });

    test('half a character is no text, and what came with it is refused too', async () => {
      const database = await aDatabase();
      expect(
        await codeOf(
          database.writeMany([
            { _id: 'whole', text: '𠮷' },
            { _id: 'half', text: '𠮷'.slice(0, 1) },
          ]),
        ),
      ).toBe('refused');
      expect(await database.revisions(['whole', 'half'])).toEqual(new Map());
      expect(await codeOf(database.writeMany([{ _id: 'whole', text: '𠮷 \\ud800' }]))).toBe('done');
    });

    test('a design document is read with its slash as it is, and nothing is sent elsewhere', async () => {
      const database = await aDatabase();
      await database.write({ _id: '_design/trial', language: 'javascript' });
      expect(await database.read('_design/trial')).toMatchObject({ language: 'javascript' });
      expect(await codeOf(ask(couch.admin, { method: 'GET', path: `/${database.name}/_design%2Ftrial`, timeout: TIMEOUT }))).not.toBe(
        'done',
      );
    });

    test('a document beyond the limit is refused as too large', async () => {
      const database = await aDatabase();
      expect(await codeOf(database.writeMany([{ _id: 'big', text: 'x'.repeat(9 * 1024 * 1024) }]))).toBe('too-large');
      expect(await database.read('big')).toBeNull();
    });
  });
}
