/** What a desk with valid credentials and a will of its own may do to papers, over HTTP. `COUCHDB_URL` sets another server than the embedded one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectAdmin } from '#central/couch-admin/connect-admin.ts';
import { ensureJudge } from '#central/provision/judge-user.ts';
import { act, commitNew, editRecord, untyped } from '#shared/documents/act.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { branchDatabase } from '#shared/exchange/books.ts';
import { deskNoteId } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { fromCouch, toCouch } from '#shared/exchange/wire-record.ts';
import { aCustomerBody, value } from '#shared/modules/branch.fixture.ts';
import { contact } from '#shared/modules/contact/module.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { receipt } from '#shared/modules/receipt/module.ts';
import { withJudgement } from '#shared/modules/verdict/make-verdict.ts';
import type { Judgement } from '#shared/modules/verdict/judgement.ts';
import { verdict } from '#shared/modules/verdict/module.ts';
import { task } from '#shared/modules/task/module.ts';
import { aHostileDesk, engines, type HostileDesk } from './hostile.fixture.ts';

describe.each(engines)('a desk with valid credentials, guards in %s', (_engine, open) => {
  let at: HostileDesk;
  beforeAll(async () => {
    at = await aHostileDesk(await open());
  });
  afterAll(() => at.centre.close());

  it('writes its own papers, signs them and edits master data', async () => {
    const { desk, made, aReceipt, accepted, fate } = at;
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

  it('writes no paper in another branch’s name into its own book', async () => {
    const { head, office, aReceipt, fate } = at;
    expect(await fate({ ...aReceipt(), branch: head })).toBe('wrong-branch');
    expect(await fate({ ...aReceipt(), desk: office.code })).toBe('wrong-branch');
  });

  it('uses no number but its own', async () => {
    const { desk, neighbour, office, made, aReceipt, accepted, fate } = at;
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
    const { desk, neighbour, aReceipt, accepted, fate } = at;
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
    const { made, accepted, fate } = at;
    const card = untyped(made(customer, aCustomerBody({ creditLimit: 0 })));
    const rev = await accepted(card);
    expect(await fate({ ...card, body: { ...card.body, creditLimit: 99_999_999 } }, rev)).toBe('body-changed');
  });

  it('deletes nothing', async () => {
    const { other, desk, aReceipt, accepted } = at;
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

  it('writes no verdict and no event in the judge’s or another branch’s name', async () => {
    const { other, desk, neighbour, office, aReceipt, accepted, fate } = at;
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
    const { centre, other, desk, aReceipt, accepted, fate } = at;
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

  it('stays within size, clock and shape; what else is in the batch goes through', async () => {
    const { head, desk, made, aReceipt, fate } = at;
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
    const { desk, aReceipt, accepted, fate } = at;
    const strange: AnyRecord = { ...aReceipt(), kind: 'drone', no: `DR-${desk.code}-2611-0001` };
    const rev = await accepted(strange);
    expect(await fate({ ...strange, body: {} }, rev)).toBe('body-changed');
    expect(await fate({ ...strange, events: strange.events.map((event) => ({ ...event, by: 'x' })) }, rev)).toBe('events-changed');
    const [first] = strange.events;
    if (!first) throw new Error('no event');
    const flown = { ...first, id: `${first.id.slice(0, 13)}-0fff-X`, type: 'flown' };
    expect(await fate({ ...strange, status: 'flown', events: [first, flown] }, rev)).toBe('accepted');
  });

  it('is told of a conflict, not of a forgery, when it was merely late', async () => {
    const { desk, neighbour, aReceipt, accepted, fate } = at;
    const paper = receipt.read(aReceipt());
    const rev = await accepted(untyped(paper));
    await accepted(untyped(value(act(receipt, paper, 'printed', {}, neighbour.moment()))), rev, neighbour.book);
    expect(await fate(untyped(value(act(receipt, paper, 'printed', {}, desk.moment()))), rev)).toBe('conflict');
    expect(await fate(untyped(paper))).toBe('conflict');
  });
});
