import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { backUp } from '#central/backup/back-up.ts';
import { restore } from '#central/backup/restore.ts';
import { healConflict, scanConflicts, type HiddenConflict } from '#central/backup/scan-conflicts.ts';
import { aCentre, type TestCentre, type TestDesk } from '#central/centre.fixture.ts';
import { connectAdmin } from '#central/couch-admin/connect-admin.ts';
import { startEmbeddedServer } from '#central/embedded-server/start-embedded-server.ts';
import { addBranch } from '#central/provision/add-branch.ts';
import { bequeath } from '#central/provision/bequeath.ts';
import { deskUserOf, stateOf, sweepCodes } from '#central/provision/desk-users.ts';
import { enrolDesk, renewCode, revokeDesk } from '#central/provision/enrol-desk.ts';
import { ensureJudge } from '#central/provision/judge-user.ts';
import { overviewOfDesks } from '#central/provision/overview.ts';
import { provisionCentre } from '#central/provision/provision-centre.ts';
import { connectByFetch } from '#electron/host/exchange/fetch-transport.ts';
import { commitNew, editRecord, untyped } from '#shared/documents/act.ts';
import { branchDatabase, deskRole, HEAD_OFFICE_ROLE, JUDGE_DESK } from '#shared/exchange/books.ts';
import { deskNoteId } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { deskUser, readEnrolmentCode } from '#shared/exchange/enrolment-code.ts';
import { ask } from '#shared/exchange/transport.ts';
import { fromCouch, toCouch } from '#shared/exchange/wire-record.ts';
import { aCustomerBody, value } from '#shared/modules/branch.fixture.ts';
import { customer } from '#shared/modules/customer/module.ts';

const HOUR = 3_600_000;
let centre: TestCentre;
let branch: string;

beforeAll(async () => {
  centre = await aCentre();
  branch = centre.branches[1];
});
afterAll(() => centre.close());

const plan = (rest: object = {}) => ({ branchCode: branch, letter: '', replaces: [], now: Date.now(), goodFor: HOUR, ...rest });
const aCard = (desk: TestDesk, name = '李敏') => untyped(value(commitNew(customer, aCustomerBody({ name }), desk.moment())));

/** The status of reading the branch's book with this password. */
async function statusOf(deskCode: string, password: string, at = centre.admin.url): Promise<number> {
  const transport = connectByFetch(at, { name: deskUser(deskCode), password });
  return (await transport({ method: 'GET', path: `/${branchDatabase(deskCode.slice(0, 4))}`, timeout: 30_000 })).status;
}

/** Revisions of everything provisioning writes: none moves when nothing is to be done. */
async function traces(): Promise<unknown> {
  const revisions = [];
  for (const name of ['bd-company', branchDatabase(branch)]) {
    revisions.push(await openCouchDatabase(centre.transport, name).revisions(['bd:centre', '_design/guard']));
  }
  return revisions;
}

it('Provisioning twice changes nothing', async () => {
  const before = await traces();
  const first = await provisionCentre(centre.transport);
  expect(await provisionCentre(centre.transport)).toEqual(first);
  expect(await addBranch(centre.transport, { code: branch, name: `${branch}营业部`, isHeadOffice: false })).toEqual({
    ok: true,
    value: { isNew: false },
  });
  expect(await traces()).toEqual(before);
});

it('A branch is renamed by adding it again, and there is one head office', async () => {
  value(await addBranch(centre.transport, { code: branch, name: '新名', isHeadOffice: false }));
  expect(await openCouchDatabase(centre.transport, branchDatabase(branch)).read('bd:centre')).toMatchObject({
    branchName: '新名',
    branchCode: branch,
  });
  expect(await addBranch(centre.transport, { code: branch, name: '新名', isHeadOffice: true })).toMatchObject({
    refusal: { code: 'HeadOfficeIsAnother' },
  });
  expect(await addBranch(centre.transport, { code: 'hz1', name: 'x', isHeadOffice: false })).toMatchObject({
    refusal: { code: 'BranchCodeWrong' },
  });
});

it('A code joins one desk once, its letter is given once, and only the head office’s desks write for all', async () => {
  const { code } = await centre.desk(branch);
  expect(await enrolDesk(centre.transport, plan({ letter: code.slice(5) }))).toMatchObject({ refusal: { code: 'LetterTaken' } });
  const next = value(await enrolDesk(centre.transport, plan()));
  expect(next.deskCode).not.toBe(code);
  const read = readEnrolmentCode(next.code);
  expect(read?.deskCode).toBe(next.deskCode);
  expect(await statusOf(next.deskCode, read?.password ?? '')).toBe(200);
  // Nobody has joined: the same letter again, the code before it is void.
  const again = value(await enrolDesk(centre.transport, plan({ letter: next.deskCode.slice(5) })));
  expect(await statusOf(next.deskCode, read?.password ?? '')).toBe(401);
  expect(await statusOf(next.deskCode, readEnrolmentCode(again.code)?.password ?? '')).toBe(200);
  expect((await deskUserOf(centre.transport, code))?.roles).not.toContain(HEAD_OFFICE_ROLE);
  expect(await enrolDesk(centre.transport, plan({ branchCode: 'QQ99' }))).toMatchObject({ refusal: { code: 'NoSuchBranch' } });
});

it('What a desk writes on its own user makes it no other desk, and removing it gives its letter to nobody', async () => {
  const desk = await centre.desk(branch);
  const users = openCouchDatabase(desk.transport, '_users');
  const id = `org.couchdb.user:${deskUser(desk.code)}`;
  const own = await users.read(id);
  await users.write({
    ...own,
    _id: id,
    desk: { code: `${branch}-Z`, enrolledAt: 0, expiresAt: 0, codeSalt: '', revokedAt: 0, replacedBy: '' },
  });
  expect(await deskUserOf(centre.transport, desk.code)).toMatchObject({ desk: { code: desk.code } });
  await desk.book.write({ _id: deskNoteId(desk.code), nonce: 'n', at: 5, lastComplete: 4, unsent: 0, setAside: 0, version: '0.1.0' });
  const present = await openCouchDatabase(centre.transport, '_users').read(id);
  // The embedded server does not let a desk do this; CouchDB does.
  await ask(centre.transport, { method: 'PUT', path: `/_users/${id}`, body: { ...present, _deleted: true }, timeout: 30_000 });
  expect(await enrolDesk(centre.transport, plan({ letter: desk.code.slice(5) }))).toMatchObject({ refusal: { code: 'LetterTaken' } });
});

it('A code nobody used runs out; a desk that joined does not', async () => {
  const joined = await centre.desk(branch);
  const waiting = value(await enrolDesk(centre.transport, plan()));
  const later = Date.now() + 2 * HOUR;
  expect(await sweepCodes(centre.transport, Date.now())).toEqual([]);
  expect(await sweepCodes(centre.transport, later)).toContain(waiting.deskCode);
  expect(await sweepCodes(centre.transport, later)).toEqual([]);
  expect(await statusOf(waiting.deskCode, readEnrolmentCode(waiting.code)?.password ?? '')).toBe(401);
  expect(await statusOf(joined.code, joined.secret)).toBe(200);
  const user = await deskUserOf(centre.transport, waiting.deskCode);
  expect(user && stateOf(user, later)).toBe('expired');
});

it('A revoked desk is shut out at once and for good', async () => {
  const desk = await centre.desk(branch);
  await desk.book.write(toCouch(aCard(desk)));
  value(await revokeDesk(centre.transport, desk.code, Date.now()));
  await expect(desk.book.write(toCouch(aCard(desk)))).rejects.toMatchObject({ code: 'unauthorized' });
  expect(await statusOf(desk.code, desk.secret)).toBe(401);
  expect(await renewCode(centre.transport, desk.code, Date.now(), HOUR)).toMatchObject({ refusal: { code: 'DeskRevoked' } });
  expect(await enrolDesk(centre.transport, plan({ letter: desk.code.slice(5) }))).toMatchObject({ refusal: { code: 'LetterTaken' } });
});

it('A desk that takes another’s place carries its numbers, and what that one carried', async () => {
  const first = await centre.desk(branch);
  const second = await centre.desk(branch, { replaces: [first.code.slice(5)] });
  const third = await centre.desk(branch, { replaces: [second.code.slice(5)] });
  expect(await statusOf(first.code, first.secret)).toBe(401);
  const old = { ...aCard(first), no: `KH-${first.code}-2611-0007` };
  expect(await third.book.write(toCouch(old))).not.toBe('');
  expect((await deskUserOf(centre.transport, third.code))?.roles).toEqual(
    expect.arrayContaining([first.code, second.code, third.code].map(deskRole)),
  );
});

it('A desk inherits the numbers of one that is gone, and brings its papers; of one that is at work it does not', async () => {
  const gone = await centre.desk(branch);
  const heir = await centre.desk(branch);
  const now = Date.now();
  await gone.book.write({ _id: deskNoteId(gone.code), nonce: 'n', at: now, lastComplete: now, unsent: 0, setAside: 0, version: '0.1.0' });
  const paper = toCouch({ ...aCard(gone), no: `KH-${gone.code}-2611-0007` });
  await expect(heir.book.write(paper)).rejects.toThrow('number-not-yours');
  expect(await bequeath(centre.transport, gone.code, heir.code, now)).toMatchObject({ refusal: { code: 'DeskAtWork' } });
  expect(await bequeath(centre.transport, gone.code, gone.code, now)).toMatchObject({ refusal: { code: 'NoSuchHeir' } });
  value(await revokeDesk(centre.transport, gone.code, now));
  value(await bequeath(centre.transport, gone.code, heir.code, now));
  expect(await heir.book.write(paper)).not.toBe('');
  expect(await bequeath(centre.transport, heir.code, gone.code, now)).toMatchObject({ refusal: { code: 'DeskRevoked' } });
  // Whoever takes the heir's place later has those numbers, too.
  value(await revokeDesk(centre.transport, heir.code, now));
  const third = await centre.desk(branch, { replaces: [heir.code.slice(5)] });
  expect(await third.book.write(toCouch({ ...aCard(gone), no: `KH-${gone.code}-2611-0008` }))).not.toBe('');
});

it('A new secret for a desk ends the one before and keeps its rights', async () => {
  const desk = await centre.desk(branch);
  const renewed = value(await renewCode(centre.transport, desk.code, Date.now(), HOUR));
  expect(await statusOf(desk.code, desk.secret)).toBe(401);
  expect(await statusOf(desk.code, readEnrolmentCode(renewed.code)?.password ?? '')).toBe(200);
});

it('Every desk’s last sign of life is listed with the state of its user', async () => {
  const desk = await centre.desk(branch);
  await desk.book.write({ _id: deskNoteId(desk.code), nonce: 'n', at: 5, lastComplete: 4, unsent: 3, setAside: 2, version: '0.1.0' });
  const lines = await overviewOfDesks(centre.transport, Date.now());
  expect(lines.find(({ code }) => code === desk.code)).toMatchObject({
    state: 'working',
    note: { lastComplete: 4, unsent: 3, setAside: 2 },
  });
});

it('The judge writes verdicts, reads every branch and writes nothing else', async () => {
  const judge = connectAdmin(await ensureJudge(centre.transport, centre.admin));
  expect(await ensureJudge(centre.transport, centre.admin)).toEqual(await ensureJudge(centre.transport, centre.admin));
  const desk = await centre.desk(branch);
  const paper = aCard(desk);
  const book = openCouchDatabase(judge, branchDatabase(branch));
  await expect(book.write(toCouch(paper))).rejects.toMatchObject({ code: 'forbidden' });
  const [event] = paper.events;
  const signed = {
    ...paper,
    kind: 'verdict',
    desk: JUDGE_DESK,
    events: [{ ...event, id: '1790000000000-0000-JUDGE', desk: JUDGE_DESK }],
  } as typeof paper;
  expect(await book.write(toCouch(signed))).not.toBe('');
  expect(
    await openCouchDatabase(judge, 'bd-company')
      .write({ _id: 'bd:overview', at: 1, branches: [] })
      .catch((problem: unknown) => problem),
  ).toBeDefined();
});

it('A backup comes back into an empty server: papers, desks and a new epoch; what is there already stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bd-backup-'));
  const desk = await centre.desk(branch);
  const card = aCard(desk);
  await desk.book.write(toCouch(card));
  const made = value(await backUp(centre.transport, folder, Date.now()));
  expect(await backUp(centre.transport, folder, Date.now())).toMatchObject({ refusal: { code: 'FolderHasBackup' } });
  const fresh = await startEmbeddedServer({ folder: null, port: 0, admin: { name: 'root', password: 'other' } });
  try {
    const transport = connectAdmin({ url: fresh.url, name: 'root', password: 'other' });
    const restored = value(await restore(transport, folder));
    expect(restored.epoch).not.toBe(made.epoch);
    expect(restored.restored).toBe(Object.values(made.files).reduce((sum, { documents }) => sum + documents, 0));
    const own = connectByFetch(fresh.url, { name: deskUser(desk.code), password: desk.secret });
    const book = openCouchDatabase(own, branchDatabase(branch));
    const found = await book.read(card.id);
    expect(found && fromCouch(found)).toEqual(card);
    expect(await book.read('bd:centre')).toMatchObject({ epoch: restored.epoch });
    // The guard is there again, too.
    expect(await book.writeMany([toCouch({ ...card, title: 'x' }, 'x')])).toMatchObject([{ error: 'conflict' }]);
    await expect(book.write({ _id: '01J00000000000000000000000' })).rejects.toMatchObject({ code: 'forbidden' });
    const again = value(await restore(transport, folder));
    expect(again).toMatchObject({ restored: 0, present: restored.restored });
  } finally {
    await fresh.close();
    const file = join(folder, `${branchDatabase(branch)}.jsonl`);
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, -2));
    expect(await restore(centre.transport, folder)).toMatchObject({ refusal: { code: 'BackupDamaged' } });
    await rm(folder, { recursive: true });
  }
});

it('Hidden conflicting revisions are found and united', async () => {
  const desk = await centre.desk(branch);
  const card = value(commitNew(customer, aCustomerBody(), desk.moment()));
  const rev = await desk.book.write(toCouch(untyped(card)));
  const change = (notes: string) => value(editRecord(customer, card, aCustomerBody({ notes }), desk.moment()));
  const printed = untyped(change('甲'));
  await desk.book.write(toCouch(printed, rev));
  // What another node wrote meanwhile, as it comes in by replication.
  const other = {
    ...toCouch(untyped(change('乙'))),
    _rev: `2-${'b'.repeat(32)}`,
    _revisions: { start: 2, ids: ['b'.repeat(32), rev.slice(2)] },
  };
  await ask(centre.transport, {
    method: 'POST',
    path: `/${branchDatabase(branch)}/_bulk_docs`,
    body: { docs: [other], new_edits: false },
    timeout: 30_000,
  });
  const found: HiddenConflict[] = [];
  for await (const conflict of scanConflicts(centre.transport)) found.push(conflict);
  expect(found).toHaveLength(1);
  for (const conflict of found) expect(await healConflict(centre.transport, conflict)).toBe(true);
  for await (const conflict of scanConflicts(centre.transport)) expect(conflict).toBeUndefined();
  const united = z.object({ events: z.array(z.unknown()) }).parse(await desk.book.read(card.id));
  expect(united.events).toHaveLength(3);
});
