/** How far a desk with valid credentials, or none, gets into what is not its own, over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untyped } from '#shared/documents/act.ts';
import { branchDatabase, filesDatabase, deskRole, HEAD_OFFICE_ROLE } from '#shared/exchange/books.ts';
import { deskNoteId } from '#shared/exchange/centre-notes.ts';
import { deskUser } from '#shared/exchange/enrolment-code.ts';
import { toCouch } from '#shared/exchange/wire-record.ts';
import { aProductBody } from '#shared/modules/branch.fixture.ts';
import { product } from '#shared/modules/product/module.ts';
import { aHostileDesk, engines, type HostileDesk } from './hostile.fixture.ts';

describe.each(engines)('the rights of a desk, guards in %s', (_engine, open) => {
  let at: HostileDesk;
  beforeAll(async () => {
    at = await aHostileDesk(await open());
  });
  afterAll(() => at.centre.close());

  it('reads and writes nothing of another branch', async () => {
    const { head, desk, office, aReceipt, accepted } = at;
    const own = await accepted(aReceipt(office), undefined, office.book);
    expect(own).not.toBe('');
    for (const name of [branchDatabase(head), filesDatabase(head)]) {
      for (const path of ['', '/_changes', '/_all_docs', '/bd:centre', '/_security', '/_design/guard']) {
        expect((await desk.send('GET', `/${name}${path}`)).status, `${name}${path}`).toBe(403);
      }
      expect((await desk.send('POST', `/${name}/_bulk_docs`, { docs: [toCouch(aReceipt())] })).status).toBe(403);
      expect((await desk.send('POST', `/${name}/_all_docs`, { keys: ['bd:centre'] })).status).toBe(403);
      expect((await desk.send('PUT', `/${name}/x`, {})).status).toBe(403);
    }
    expect((await desk.send('GET', '/_all_dbs')).status).toBeGreaterThanOrEqual(400);
  });

  it('slips no revision past the check as servers do among themselves', async () => {
    const { other, desk, neighbour, aReceipt, accepted } = at;
    const paper = aReceipt(neighbour);
    await accepted(paper, undefined, neighbour.book);
    const forged = { ...toCouch({ ...paper, body: { ...paper.body, amount: 1 } }), _rev: '9-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' };
    const body = { docs: [{ ...forged, _revisions: { start: 9, ids: ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'] } }], new_edits: false };
    await desk.send('POST', `/${branchDatabase(other)}/_bulk_docs`, body);
    await desk.send('PUT', `/${branchDatabase(other)}/${paper.id}?new_edits=false`, forged);
    expect((await neighbour.book.read(paper.id))?.['body']).toEqual(paper.body);
  });

  it('plants no design document, index or rights', async () => {
    const { head, other, desk, office, aReceipt, fate } = at;
    const design = {
      language: 'javascript',
      validate_doc_update: 'function () {}',
      views: { all: { map: 'function (d) { emit(d._id, d); }' } },
    };
    const database = branchDatabase(other);
    for (const path of ['_design/evil', '_design%2Fevil', '_design/guard']) {
      expect([401, 403, 409], path).toContain((await desk.send('PUT', `/${database}/${path}`, design)).status);
    }
    const [row] = await desk.book.writeMany([{ _id: '_design/evil', ...design }]);
    expect(row).toHaveProperty('error');
    expect((await desk.send('PUT', `/${database}/_security`, { members: { roles: [] } })).status).toBeGreaterThanOrEqual(400);
    await desk.send('PUT', `/${database}/_local/_security`, { security: { members: { roles: ['desk'] }, admins: { roles: ['desk'] } } });
    expect((await desk.send('POST', `/${database}/_index`, { index: { fields: ['kind'] } })).status).toBeGreaterThanOrEqual(400);
    expect((await office.send('GET', `/${database}/_all_docs`)).status).toBe(403);
    expect(await fate({ ...aReceipt(), branch: head })).toBe('wrong-branch');
  });

  it('writes its own sign of life', async () => {
    const { desk } = at;
    const note = { _id: deskNoteId(desk.code), nonce: 'x', at: 1, lastComplete: 0, unsent: 0, setAside: 0, version: '0.1.0' };
    expect(await desk.book.write(note)).not.toBe('');
  });

  it('writes nothing into the company’s book unless it is of the head office', async () => {
    const { head, desk, office, made, aReceipt, fate } = at;
    const goods = untyped(made(product, aProductBody()));
    expect(['wrong-branch', 'head-office-only']).toContain(await fate(goods, undefined, desk.company));
    expect(['wrong-branch', 'head-office-only']).toContain(
      await fate({ ...goods, branch: head, desk: office.code }, undefined, desk.company),
    );
    expect((await desk.send('GET', '/bd-company/_changes')).status).toBe(200);
    const officeGoods = untyped(made(product, aProductBody(), office));
    // A server used before has a head office of its own; then this branch is none.
    const isHead = (await office.book.read('bd:centre'))?.['headOffice'] === head;
    if (!isHead) return;
    expect(await fate(officeGoods, undefined, office.company)).toBe('accepted');
    expect(await fate(aReceipt(office), undefined, office.company)).toBe('wrong-book');
  });

  it('gives itself no roles and opens no other user', async () => {
    const { head, desk, neighbour, office } = at;
    const path = `/_users/org.couchdb.user:${deskUser(desk.code)}`;
    const me = JSON.parse((await desk.send('GET', path)).text) as { roles: string[] } & Record<string, unknown>;
    for (const roles of [[...me.roles, HEAD_OFFICE_ROLE], [...me.roles, `branch:${head}`, deskRole(office.code)], ['_admin'], []]) {
      expect((await desk.send('PUT', path, { ...me, roles })).status, roles.join()).toBe(403);
    }
    expect((await desk.send('PUT', path, { ...me, name: deskUser(office.code) })).status).toBeGreaterThanOrEqual(400);
    expect((await desk.send('GET', `/_users/org.couchdb.user:${deskUser(neighbour.code)}`)).status).toBe(404);
    expect((await desk.send('GET', '/_users/_all_docs')).status).toBeGreaterThanOrEqual(401);
    expect((await desk.send('GET', '/_users/_changes')).status).toBeGreaterThanOrEqual(401);
    const evil = { type: 'user', name: 'evil', password: 'x', roles: [`branch:${head}`] };
    expect((await desk.send('PUT', '/_users/org.couchdb.user:evil', evil)).status).toBeGreaterThanOrEqual(400);
    expect((await desk.send('PUT', '/bd-evil')).status).toBeGreaterThanOrEqual(401);
  });

  it('replaces no photo', async () => {
    const { other, desk } = at;
    const hash = 'a'.repeat(64);
    const chunk = { _id: `chunk:${hash}:0`, data: 'aGVsbG8=' };
    const [written] = await desk.files.writeMany([chunk]);
    const rev = written && 'rev' in written ? written.rev : '';
    expect(rev).not.toBe('');
    expect(await desk.files.write({ _id: `file:${hash}`, type: 'image/jpeg', name: 'a.jpg', size: 5, chunks: 1 })).not.toBe('');
    await expect(desk.files.write({ ...chunk, _rev: rev, data: 'aGVsbG9v' })).rejects.toThrow('file-changed');
    await expect(desk.files.write({ _id: 'file:short', type: '', name: '', size: 0, chunks: 0 })).rejects.toThrow('shape');
    const unknown = 'b'.repeat(64);
    await expect(desk.files.write({ _id: `file:${unknown}`, type: 'image/jpeg', name: 'a.jpg', size: '5', chunks: 1 })).rejects.toThrow(
      'shape: size',
    );
    await expect(desk.files.write({ _id: `file:${unknown}`, type: '', name: '', size: 5, chunks: 1, more: 1 })).rejects.toThrow(
      'shape: more',
    );
    await expect(desk.files.write({ _id: `chunk:${unknown}:0`, data: '<script>' })).rejects.toThrow('shape: data');
    const attached = { 'a.html': { content_type: 'text/html', data: 'aGVsbG8=' } };
    await expect(desk.files.write({ _id: `chunk:${unknown}:0`, data: '', _attachments: attached })).rejects.toThrow('shape: _attachments');
    await expect(desk.files.write({ _id: `chunk:${hash}:1`, data: 'a'.repeat(1_100_000) })).rejects.toThrow(/too-large|too_large/);
    expect((await desk.send('DELETE', `/${filesDatabase(other)}/chunk:${hash}:0?rev=${rev}`)).status).toBe(403);
  });

  it('lets nobody without credentials in anywhere', async () => {
    const { centre, other } = at;
    for (const path of [
      '/bd-company',
      `/${branchDatabase(other)}`,
      `/${branchDatabase(other)}/_changes`,
      '/bd-company/_all_docs',
      '/_users/_all_docs',
      '/_all_dbs',
      '/',
      '/_membership',
      '/_node/_local/_config',
    ]) {
      expect((await fetch(centre.admin.url + path)).status, path).toBe(401);
    }
    const made = await fetch(`${centre.admin.url}/_users/org.couchdb.user:me`, {
      method: 'PUT',
      body: JSON.stringify({ type: 'user', name: 'me', password: 'x', roles: [] }),
      headers: { 'content-type': 'application/json' },
    });
    expect(made.status).toBe(401);
  });
});
