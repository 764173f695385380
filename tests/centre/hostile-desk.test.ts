/** A desk with valid credentials and a will of its own, over HTTP. `COUCHDB_URL` sets another server than the embedded one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectAdmin } from '#central/couch-admin/connect-admin.ts';
import { ensureJudge } from '#central/provision/judge-user.ts';
import { aCentre, type TestCentre, type TestDesk } from '#central/centre.fixture.ts';
import { act, commitNew, editRecord, untyped } from '#shared/documents/act.ts';
import type { Module } from '#shared/documents/module.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { branchDatabase, filesDatabase, deskRole, HEAD_OFFICE_ROLE } from '#shared/exchange/books.ts';
import { deskNoteId } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase, type CouchDatabase, type Written } from '#shared/exchange/couch-database.ts';
import { deskUser } from '#shared/exchange/enrolment-code.ts';
import { fromCouch, toCouch } from '#shared/exchange/wire-record.ts';
import { aCustomerBody, aProductBody, value } from '#shared/modules/branch.fixture.ts';
import { contact } from '#shared/modules/contact/module.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { product } from '#shared/modules/product/module.ts';
import { receipt, type Receipt } from '#shared/modules/receipt/module.ts';
import { withJudgement } from '#shared/modules/verdict/make-verdict.ts';
import type { Judgement } from '#shared/modules/verdict/judgement.ts';
import { verdict } from '#shared/modules/verdict/module.ts';
import { task } from '#shared/modules/task/module.ts';

let centre: TestCentre;
let head: string;
let other: string;
/** The hostile one, a desk of the second branch; its neighbour there; a desk of the head office. */
let desk: TestDesk;
let neighbour: TestDesk;
let office: TestDesk;

beforeAll(async () => {
  centre = await aCentre();
  [head, other] = centre.branches;
  desk = await centre.desk(other);
  neighbour = await centre.desk(other);
  office = await centre.desk(head);
});
afterAll(() => centre.close());

const money: Receipt = {
  type: 'payment',
  payer: '李敏',
  method: 'cash',
  amount: 10_000,
  tendered: 10_000,
  change: 0,
  reason: '',
  remarks: '',
  reverses: '',
  parts: [{ source: 'order', no: '', party: '', amount: 10_000 }],
  heldBy: '',
  heldOn: '',
};

let sequence = 0;

function made<Body>(module: Module<Body>, body: Body, on: TestDesk = desk, no = ''): DocumentRecord<Body> {
  const record = value(commitNew(module, body, on.moment()));
  sequence += 1;
  return {
    ...record,
    no: no || (module.numberType === '' ? '' : `${module.numberType}-${on.code}-2611-${String(sequence).padStart(4, '0')}`),
  };
}

const aReceipt = (on: TestDesk = desk, no = ''): AnyRecord => untyped(made(receipt, money, on, no));

async function write(record: AnyRecord, rev?: string, database: CouchDatabase = desk.book): Promise<Written> {
  const [written] = await database.writeMany([toCouch(record, rev)]);
  if (!written) throw new Error('no answer');
  return written;
}

async function accepted(record: AnyRecord, rev?: string, database?: CouchDatabase): Promise<string> {
  const written = await write(record, rev, database);
  if ('error' in written) throw new Error(written.reason);
  return written.rev;
}

/** The code at the head of the refusal's reason; 'accepted' when there was none. */
async function fate(record: AnyRecord, rev?: string, database?: CouchDatabase): Promise<string> {
  const written = await write(record, rev, database);
  if (!('error' in written)) return 'accepted';
  return written.error === 'forbidden' ? (written.reason.split(':')[0] ?? '') : written.error;
}

describe('a desk with valid credentials', () => {
  it('writes its own papers, signs them and edits master data', async () => {
    const paper = aReceipt();
    const rev = await accepted(paper);
    const printed = act(receipt, receipt.read(paper), 'printed', {}, desk.moment());
    expect(await fate(untyped(value(printed)), rev)).toBe('accepted');
    const card = made(customer, aCustomerBody());
    const cardRev = await accepted(untyped(card));
    const edited = value(editRecord(customer, card, aCustomerBody({ address: '宁波' }), desk.moment()));
    expect(await fate(untyped(edited), cardRev)).toBe('accepted');
    const due = made(task, { type: 'other', text: '回访', due: '2026-11-25', phone: '' } as never);
    const dueRev = await accepted(untyped(due));
    const later = value(act(task, due, 'postponed', { due: '2026-12-01', reason: '' }, desk.moment()));
    expect(later.day).toBe('2026-12-01');
    expect(await fate(untyped(later), dueRev)).toBe('accepted');
  });

  it('reads and writes nothing of another branch', async () => {
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

  it('writes no paper in another branch’s name into its own book', async () => {
    expect(await fate({ ...aReceipt(), branch: head })).toBe('wrong-branch');
    expect(await fate({ ...aReceipt(), desk: office.code })).toBe('wrong-branch');
  });

  it('uses no number but its own', async () => {
    expect(await fate(aReceipt(desk, `SK-${neighbour.code}-2611-9001`))).toBe('number-not-yours');
    expect(await fate(aReceipt(desk, `SK-${office.code}-2611-9001`))).toBe('number-not-yours');
    expect(await fate(aReceipt(desk, `XS-${desk.code}-2611-9001`))).toBe('number-wrong');
    expect(await fate(aReceipt(desk, 'SK-1'))).toBe('number-wrong');
    const paper = aReceipt();
    const rev = await accepted(paper);
    expect(await fate({ ...paper, no: `SK-${desk.code}-2611-9002` }, rev)).toBe('number-changed');
    expect(await fate({ ...paper, no: '' }, rev)).toBe('number-changed');
    expect(
      await fate(untyped({ ...made(contact, { channel: 'phone', said: '好', next: '' } as never), no: `SK-${desk.code}-2611-9003` })),
    ).toBe('number-wrong');
  });

  it('changes nothing of a committed paper', async () => {
    const paper = aReceipt(neighbour);
    const rev = await accepted(paper, undefined, neighbour.book);
    const [first] = paper.events;
    if (!first) throw new Error('no event');
    expect(await fate({ ...paper, body: { ...paper.body, amount: 1 } }, rev)).toBe('body-changed');
    expect(await fate({ ...paper, amount: 1 }, rev)).toBe('fields-changed');
    for (const [field, to] of Object.entries({
      kind: 'order',
      desk: desk.code,
      source: 'x',
      v: 2,
      day: '2026-01-01',
      owner: 'me',
      party: 'x',
    })) {
      expect(['fields-changed', 'number-wrong'], field).toContain(await fate({ ...paper, [field]: to }, rev));
    }
    expect(await fate({ ...paper, events: [{ ...first, by: 'somebody' }] }, rev)).toBe('events-changed');
    expect(await fate({ ...paper, events: [{ ...first, id: `${first.id.slice(0, 13)}-ffff-X` }] }, rev)).toBe('events-changed');
    const signed = value(act(receipt, receipt.read(paper), 'printed', {}, neighbour.moment()));
    const signedRev = await accepted(untyped(signed), rev, neighbour.book);
    expect(await fate(paper, signedRev)).toBe('events-changed');
    const found = await neighbour.book.read(paper.id);
    expect(found && fromCouch(found)).toEqual(untyped(signed));
  });

  it('changes master data only by an edit that everybody sees', async () => {
    const card = untyped(made(customer, aCustomerBody({ creditLimit: 0 })));
    const rev = await accepted(card);
    expect(await fate({ ...card, body: { ...card.body, creditLimit: 99_999_999 } }, rev)).toBe('body-changed');
  });

  it('deletes nothing', async () => {
    const paper = aReceipt();
    const rev = await accepted(paper);
    expect((await desk.send('DELETE', `/${branchDatabase(other)}/${paper.id}?rev=${rev}`)).status).toBe(403);
    const [row] = await desk.book.writeMany([{ ...toCouch(paper, rev), _deleted: true }]);
    expect(row).toMatchObject({ error: 'forbidden' });
    const [bare] = await desk.book.writeMany([{ _id: paper.id, _rev: rev, _deleted: true }]);
    expect(bare).toMatchObject({ error: 'forbidden' });
    expect((await desk.send('DELETE', `/${branchDatabase(other)}`)).status).toBeGreaterThanOrEqual(400);
    expect(await desk.book.read(paper.id)).not.toBeNull();
  });

  it('slips no revision past the check as servers do among themselves', async () => {
    const paper = aReceipt(neighbour);
    await accepted(paper, undefined, neighbour.book);
    const forged = { ...toCouch({ ...paper, body: { ...paper.body, amount: 1 } }), _rev: '9-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' };
    const body = { docs: [{ ...forged, _revisions: { start: 9, ids: ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'] } }], new_edits: false };
    await desk.send('POST', `/${branchDatabase(other)}/_bulk_docs`, body);
    await desk.send('PUT', `/${branchDatabase(other)}/${paper.id}?new_edits=false`, forged);
    expect((await neighbour.book.read(paper.id))?.['body']).toEqual(paper.body);
  });

  it('plants no design document, index or rights', async () => {
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

  it('writes no verdict and no event in the judge’s or another branch’s name', async () => {
    expect(await fate({ ...aReceipt(), kind: 'verdict', no: '', desk: 'JUDGE' })).toBe('judge-only');
    const paper = aReceipt();
    const rev = await accepted(paper);
    const [first] = paper.events;
    if (!first) throw new Error('no event');
    const event = { ...first, id: `${first.id.slice(0, 13)}-0fff-X`, type: 'printed' };
    expect(await fate({ ...paper, events: [first, { ...event, desk: 'JUDGE' }] }, rev)).toBe('event-not-yours');
    expect(await fate({ ...paper, events: [first, { ...event, desk: office.code }] }, rev)).toBe('event-not-yours');
    for (const id of ['bd:overview', 'bd:centre', 'bd:judge:checkpoint', deskNoteId(neighbour.code)]) {
      expect(
        (await desk.send('PUT', `/${branchDatabase(other)}/${encodeURIComponent(id)}`, { nonce: 'x' })).status,
        id,
      ).toBeGreaterThanOrEqual(403);
    }
  });

  it('answers a verdict and judges nothing itself', async () => {
    const judge = openCouchDatabase(connectAdmin(await ensureJudge(centre.transport, centre.admin)), branchDatabase(other));
    const paper = aReceipt();
    await accepted(paper);
    const found: Judgement = { facts: {}, findings: [] } as never;
    let stamp = 0;
    const returned = withJudgement(paper, null, 'returned', found, () => `179000000000${(stamp += 1)}-0000-JUDGE`);
    const rev = await accepted(untyped(returned), undefined, judge);
    const [first] = returned.events;
    if (!first) throw new Error('no event');
    const confirmed = { ...first, id: `1790000000900-0000-${desk.code}`, type: 'confirmed', desk: desk.code };
    expect(await fate({ ...untyped(returned), status: 'confirmed', events: [...returned.events, confirmed] }, rev)).toBe('judge-only');
    expect(await fate(untyped(value(act(verdict, returned, 'accepted', { reason: '实情' }, desk.moment()))), rev)).toBe('accepted');
  });

  it('writes its own sign of life', async () => {
    const note = { _id: deskNoteId(desk.code), nonce: 'x', at: 1, lastComplete: 0, unsent: 0, setAside: 0, version: '0.1.0' };
    expect(await desk.book.write(note)).not.toBe('');
  });

  it('writes nothing into the company’s book unless it is of the head office', async () => {
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

  it('stays within size, clock and shape; what else is in the batch goes through', async () => {
    expect(await fate(untyped({ ...made(customer, aCustomerBody({ notes: '字'.repeat(400_000) })) }))).toBe('too-large');
    expect(
      await fate(untyped(value(commitNew(contact, { channel: 'phone', said: '好', next: '' } as never, desk.moment(2 * 86_400_000))))),
    ).toBe('clock-ahead');
    expect(await fate({ ...aReceipt(), extra: 1 } as AnyRecord)).toBe('shape');
    expect(await fate({ ...aReceipt(), events: [] })).toBe('shape');
    const [first] = aReceipt().events;
    if (!first) throw new Error('no event');
    const wrong = [
      { ...first, id: 'x' },
      { ...first, more: 1 },
      { ...first, data: [] },
      { ...first, stamp: [{}] },
      { ...first, by: 'x'.repeat(41) },
    ];
    for (const event of wrong)
      expect(await fate({ ...aReceipt(), events: [event] } as unknown as AnyRecord), JSON.stringify(event)).toBe('shape');
    expect(await fate({ ...aReceipt(), events: [first, first] })).toBe('shape');
    for (const rest of [{ v: 1.5 }, { amount: 0.5 }, { body: [] }, { events: {} }, { kind: '' }, { owner: 1 }]) {
      expect(await fate({ ...aReceipt(), ...rest } as unknown as AnyRecord), JSON.stringify(rest)).toBe('shape');
    }
    expect(await fate({ ...aReceipt(), id: 'short' })).toBe('shape');
    expect(await fate({ ...aReceipt(), title: 'x'.repeat(201) })).toBe('shape');
    const good = aReceipt();
    const rows = await desk.book.writeMany([toCouch({ ...aReceipt(), branch: head }), toCouch(good), toCouch({ ...aReceipt(), v: 0 })]);
    expect(rows.find(({ id }) => id === good.id)).toHaveProperty('rev');
    expect(rows.filter((row) => 'error' in row)).toHaveLength(2);
  });

  it('may be newer than the centre: unknown kinds and versions keep their events', async () => {
    const strange: AnyRecord = { ...aReceipt(), kind: 'drone', no: `DR-${desk.code}-2611-0001` };
    const rev = await accepted(strange);
    expect(await fate({ ...strange, body: {} }, rev)).toBe('body-changed');
    expect(await fate({ ...strange, events: strange.events.map((event) => ({ ...event, by: 'x' })) }, rev)).toBe('events-changed');
    const [first] = strange.events;
    if (!first) throw new Error('no event');
    const flown = { ...first, id: `${first.id.slice(0, 13)}-0fff-X`, type: 'flown' };
    expect(await fate({ ...strange, status: 'flown', events: [first, flown] }, rev)).toBe('accepted');
  });

  it('replaces no photo', async () => {
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

  it('is told of a conflict, not of a forgery, when it was merely late', async () => {
    const paper = receipt.read(aReceipt());
    const rev = await accepted(untyped(paper));
    await accepted(untyped(value(act(receipt, paper, 'printed', {}, neighbour.moment()))), rev, neighbour.book);
    expect(await fate(untyped(value(act(receipt, paper, 'printed', {}, desk.moment()))), rev)).toBe('conflict');
    expect(await fate(untyped(paper))).toBe('conflict');
  });
});

describe('nobody without credentials', () => {
  it('gets in anywhere', async () => {
    for (const path of [
      '/bd-company',
      `/${branchDatabase(other)}`,
      `/${branchDatabase(other)}/_changes`,
      '/bd-company/_all_docs',
      '/_users/_all_docs',
      '/_all_dbs',
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
