/** The host as a shell opens it, on a real folder. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HostEvent, type Identity } from '#shared/host/contract.ts';
import { aJob, aReceipt } from '#shared/papers/paper.fixture.ts';
import { createHost, type HostOptions, type HostProcess } from './create-host.ts';
import type { Disk, DiskFile } from './disk/disk.ts';
import { realDisk } from './disk/real-disk.ts';
import { aCommand, aDocument, idOf, RANGE } from './journal/command.fixture.ts';

const identity: Identity = { company: '杭州公司', branchCode: 'HZ01', branchName: '杭州一店', deskLetter: 'A' };
const noPrinter = { list: () => Promise.resolve([]), print: () => Promise.resolve('opened' as const) };

let folder = '';
let host: HostProcess;
let heard: { name: HostEvent; data: unknown }[] = [];

function open(changes: Partial<HostOptions> = {}): Promise<HostProcess> {
  return createHost({
    dataFolder: folder,
    version: '1.2.3',
    shell: 'loopback',
    shellReason: 'asked',
    emit: (name, data) => heard.push({ name, data }),
    printBackends: { printer: noPrinter, viewer: noPrinter },
    papers: {
      render: () => Promise.resolve({ pdf: new Uint8Array([37, 80, 68, 70]), pages: 1, missing: [] }),
      warm: () => Promise.resolve(),
      close: () => Promise.resolve(),
    },
    ...changes,
  });
}

async function reopen(changes: Partial<HostOptions> = {}): Promise<void> {
  await host.close();
  host = await open(changes);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'branch-desk-host-'));
  heard = [];
  host = await open();
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

const call = async (name: string, input?: unknown): Promise<unknown> => {
  const answer = await host.answer(name, input);
  return answer.ok ? answer.value : answer.code;
};
const numberOf = (n: number): string => `${RANGE}-${String(n).padStart(4, '0')}`;
const setUp = (): Promise<unknown> => call('desk.setUp', identity);
const titles = async (): Promise<string[]> => {
  const [newest] = await host.handlers['snapshots.list'](undefined);
  const after = newest?.seq ?? 0;
  const { documents } = newest ? await host.handlers['snapshots.read']({ name: newest.name, after: 0, limit: 100 }) : { documents: [] };
  const { entries } = await host.handlers['journal.read']({ after, limit: 100 });
  return [...documents, ...entries.flatMap((entry) => entry.documents)].map(({ title }) => title).toSorted();
};

describe('a desk', () => {
  test('is set up once, and keeps its name and its epoch', async () => {
    expect(await call('desk.describe')).toMatchObject({ identity: null, lastSeq: 0, profile: 'desk', hasDemo: false, version: '1.2.3' });
    expect(await call('journal.append', aCommand(1))).toBe('not-set-up');
    const [first, second] = await Promise.all([setUp(), setUp()]);
    expect(first).toMatchObject({ identity: { ...identity, deskCode: 'HZ01-A' } });
    expect(second).toBe('already-set-up');
    const { epoch } = await host.handlers['desk.describe'](undefined);
    await reopen();
    expect(await call('desk.describe')).toMatchObject({ identity: { deskCode: 'HZ01-A' }, epoch, unclean: false });
  });

  test('gives numbers of its own ranges only', async () => {
    await setUp();
    const foreign = { ...aCommand(1), numbers: [{ documentId: idOf(1), range: 'SK-HZ01-B-2611' }] };
    expect(await call('journal.append', foreign)).toBe('invalid-input');
    expect(await call('journal.append', aCommand(1))).toEqual({ seq: 1, numbers: { [idOf(1)]: numberOf(1) } });
  });

  test('is opened by one process at a time', async () => {
    await expect(open()).rejects.toMatchObject({ code: 'in-use' });
    await host.close();
    host = await open();
    expect(await call('desk.describe')).toMatchObject({ unclean: false });
  });

  test('says that the last run did not end by itself', async () => {
    await host.close();
    writeFileSync(join(folder, 'host.lock'), JSON.stringify({ pid: 1, at: 0 }));
    host = await open();
    expect(await call('desk.describe')).toMatchObject({ unclean: true });
  });

  test('whose name cannot be read does not open under another, and its folder is free again afterwards', async () => {
    await setUp();
    await host.close();
    const file = join(folder, 'desk', 'desk.json');
    const sound = readFileSync(file);
    writeFileSync(file, '{"identity":');
    await expect(open()).rejects.toMatchObject({ code: 'damaged' });
    writeFileSync(file, sound);
    host = await open();
    expect(await call('desk.describe')).toMatchObject({ identity: { deskCode: 'HZ01-A' } });
  });

  test('keeps its files from other accounts of the computer', async () => {
    await setUp();
    await call('journal.append', aCommand(1));
    await call('snapshots.make', { reason: 'demand' });
    for (const file of ['key', 'desk/desk.json', 'desk/journal/000000000001.journal']) {
      expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    }
  });
});

describe('the demonstration', () => {
  test('has a book of its own, takes over the settings, and goes without a trace', async () => {
    await setUp();
    await call('journal.append', aCommand(1));
    const { settings, epoch } = await host.handlers['desk.describe'](undefined);
    await call('settings.save', { ...settings, language: 'en' });
    const demo = await host.handlers['desk.useProfile']({ profile: 'demo' });
    expect(demo).toMatchObject({ profile: 'demo', identity: null, lastSeq: 0, hasDemo: true, settings: { language: 'en' } });
    expect(demo.epoch).not.toBe(epoch);
    await setUp();
    expect(await call('journal.append', aCommand(2))).toEqual({ seq: 1, numbers: { [idOf(2)]: numberOf(1) } });
    await reopen();
    expect(await call('desk.describe')).toMatchObject({ profile: 'demo', lastSeq: 1 });
    expect(await call('desk.removeDemo')).toMatchObject({ profile: 'desk', hasDemo: false, lastSeq: 1, epoch });
    expect(await titles()).toEqual(['第 1 号']);
  });

  test('calls that come during the change wait for it', async () => {
    await setUp();
    const switched = call('desk.useProfile', { profile: 'demo' });
    const [, info] = await Promise.all([switched, call('drafts.list')]);
    expect(info).toEqual([]);
  });
});

describe('a restore', () => {
  test('takes the book back, keeps the numbers ahead, sets the journal aside, and can be undone', async () => {
    await setUp();
    for (const n of [1, 2]) await call('journal.append', aCommand(n));
    const early = await host.handlers['snapshots.make']({ reason: 'demand' });
    for (const n of [3, 4]) await call('journal.append', aCommand(n));
    const before = await host.handlers['desk.describe'](undefined);
    const after = await host.handlers['snapshots.restore']({ name: early.name, keepJournal: false });
    expect(after.epoch).not.toBe(before.epoch);
    expect(after.lastSeq).toBe(4);
    expect(await titles()).toEqual(['第 1 号', '第 2 号']);
    expect(await host.handlers['journal.read']({ after: 0, limit: 10 })).toEqual({ entries: [], lastSeq: 4, firstSeq: 5 });
    expect(await call('journal.append', aCommand(5))).toEqual({ seq: 5, numbers: { [idOf(5)]: numberOf(5) } });

    const list = await host.handlers['snapshots.list'](undefined);
    expect(list[0]).toMatchObject({ reason: 'restore', epoch: after.epoch });
    const safety = list.find(({ epoch, documents }) => epoch === before.epoch && documents === 4);
    await host.handlers['snapshots.restore']({ name: safety?.name ?? '', keepJournal: false });
    expect(await titles()).toEqual(['第 1 号', '第 2 号', '第 3 号', '第 4 号']);
    await reopen();
    expect(await titles()).toEqual(['第 1 号', '第 2 号', '第 3 号', '第 4 号']);
    expect(await call('journal.append', aCommand(6))).toEqual({ seq: 6, numbers: { [idOf(6)]: numberOf(6) } });
  });

  test('with the journal kept loses nothing', async () => {
    await setUp();
    await call('journal.append', aCommand(1));
    const early = await host.handlers['snapshots.make']({ reason: 'demand' });
    await call('journal.append', aCommand(2));
    await call('snapshots.restore', { name: early.name, keepJournal: true });
    expect(await titles()).toEqual(['第 1 号', '第 2 号']);
  });

  test('from a damaged snapshot is refused and changes nothing', async () => {
    await setUp();
    await call('journal.append', aCommand(1));
    const { name } = await host.handlers['snapshots.make']({ reason: 'demand' });
    const before = await call('desk.describe');
    const file = join(folder, 'desk', 'snapshots', `${name}.snapshot`);
    writeFileSync(file, readFileSync(file).fill(0, 250, 260));
    expect(await call('snapshots.restore', { name, keepJournal: false })).toBe('damaged');
    expect(await call('snapshots.restore', { name: '../../key', keepJournal: false })).toBe('not-found');
    expect(await call('desk.describe')).toEqual({ ...(before as object), freeBytes: expect.any(Number) });
  });

  test('takes no papers while it runs', async () => {
    await setUp();
    await call('journal.append', aCommand(1));
    const { name } = await host.handlers['snapshots.make']({ reason: 'demand' });
    const restored = call('snapshots.restore', { name, keepJournal: false });
    const [refused] = await Promise.all([call('journal.append', aCommand(2)), restored]);
    expect(refused).toBe('read-only');
    expect(await call('journal.append', aCommand(2))).toMatchObject({ seq: 2 });
  });

  test('interrupted at any step is completed by the next start', async () => {
    for (let step = 1; ; step += 1) {
      await setUp();
      await call('journal.append', aCommand(1));
      const early = await host.handlers['snapshots.make']({ reason: 'demand' });
      await call('journal.append', aCommand(2));
      const { epoch } = await host.handlers['desk.describe'](undefined);
      const stop = { at: Infinity, done: 0 };
      await reopen({ disk: stoppingDisk(stop) });
      stop.done = 0;
      stop.at = step;
      const result = await host.answer('snapshots.restore', { name: early.name, keepJournal: false });
      stop.at = Infinity;
      await reopen();
      const after = await host.handlers['desk.describe'](undefined);
      expect([step, await titles()]).toEqual([step, after.epoch === epoch ? ['第 1 号', '第 2 号'] : ['第 1 号']]);
      expect(await call('journal.append', aCommand(3))).toEqual({ seq: 3, numbers: { [idOf(3)]: numberOf(3) } });
      if (result.ok) {
        expect(step).toBeGreaterThan(5);
        return;
      }
      await host.close();
      rmSync(folder, { recursive: true, force: true });
      host = await open();
    }
  });
});

/** The real disk until `stop.at` changes of names were made; then every one fails, as after a kill. */
function stoppingDisk(stop: { at: number; done: number }): Disk {
  const count = (): void => {
    stop.done += 1;
    if (stop.done >= stop.at) throw new Error('killed');
  };
  return {
    ...realDisk,
    rename: async (from, to) => {
      count();
      await realDisk.rename(from, to);
    },
    remove: async (path) => {
      count();
      await realDisk.remove(path);
    },
  };
}

/** The real disk, on which nothing more can be written while `state.isFull`. */
function fillingDisk(state: { isFull: boolean }): Disk {
  return {
    ...realDisk,
    open: async (path, mode) => {
      const file = await realDisk.open(path, mode);
      const write: DiskFile['write'] = (position, content) =>
        state.isFull ? Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })) : file.write(position, content);
      return { ...file, write };
    },
  };
}

describe('drafts and files', () => {
  const draft = {
    id: '01JABCDEFGHJKMNPQRSTVWXYZ0',
    kind: 'order',
    owner: 'staff-wang',
    title: '草稿',
    body: { lines: [{ quantity: 1000 }] },
  };

  test('a draft is kept as it was put last, until it is removed', async () => {
    await call('drafts.put', draft);
    await call('drafts.put', { ...draft, title: '改过' });
    await reopen();
    expect(await call('drafts.list')).toEqual([{ ...draft, title: '改过', at: expect.any(Number) }]);
    await call('drafts.remove', { id: draft.id });
    expect(await call('drafts.list')).toEqual([]);
  });

  test('a draft that cannot be read does not hide the others', async () => {
    await call('drafts.put', draft);
    writeFileSync(join(folder, 'desk', 'drafts', '01JABCDEFGHJKMNPQRSTVWXYZ1.json'), '{"id":');
    expect(await call('drafts.list')).toHaveLength(1);
    expect(await call('drafts.put', { ...draft, id: '../../../../etc/passwd00000' })).toBe('invalid-input');
  });

  test('a file is named by its contents, given back unchanged, and not when it was altered', async () => {
    const content = new Uint8Array([0, 255, 10, 13, 0]);
    const put = await host.handlers['files.put']({ type: 'image/jpeg', name: '签收单.jpg', content });
    expect(put).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), size: 5 });
    expect(await host.handlers['files.put']({ type: 'image/jpeg', name: 'again', content })).toEqual(put);
    expect(await call('files.get', { hash: put.hash })).toEqual({ type: 'image/jpeg', name: '签收单.jpg', content });
    writeFileSync(join(folder, 'desk', 'files', put.hash.slice(0, 2), put.hash), 'other');
    expect(await call('files.get', { hash: put.hash })).toBe('damaged');
    await host.handlers['files.put']({ type: 'image/jpeg', name: '签收单.jpg', content });
    expect(await call('files.get', { hash: put.hash })).toMatchObject({ content });
    expect(await call('files.get', { hash: 'a'.repeat(64) })).toBe('not-found');
    expect(await call('files.put', { type: '', name: '', content: new Uint8Array(20 * 1024 * 1024 + 1) })).toBe('too-large');
  });
});

describe('calls', () => {
  test('with a wrong name or input are answered, never thrown, and reach no handler', async () => {
    expect(await call('__proto__')).toBe('invalid-input');
    expect(await call('toString')).toBe('invalid-input');
    expect(await call('journal.append', { commandId: 'c', documents: [], numbers: [] })).toBe('invalid-input');
    expect(await call('journal.append', { ...aCommand(1), more: true })).toBe('invalid-input');
    expect(await call('files.put', { type: '', name: '', content: 'text' })).toBe('invalid-input');
  });

  test('a bug in a service is told as such and written to the log with its trace', async () => {
    await reopen({ disk: { ...realDisk, freeBytes: () => Promise.reject(new TypeError('no such number')) } });
    expect(await host.answer('disk.free', null)).toEqual({ ok: false, code: 'internal', message: 'no such number' });
    await host.close();
    expect(readFileSync(join(folder, 'host.log'), 'utf8')).toMatch(/ error disk\.free: internal: TypeError: no such number\\n {4}at /);
  });

  test('on a full disk the desk opens, shows what it has, says why it cannot save, and goes on when there is room', async () => {
    await setUp();
    await call('journal.append', aCommand(1));
    const disk = { isFull: true };
    await reopen({ disk: fillingDisk(disk) });
    expect(await titles()).toEqual(['第 1 号']);
    expect(await call('journal.append', aCommand(2))).toBe('disk-full');
    const { settings } = await host.handlers['desk.describe'](undefined);
    expect(await call('settings.save', settings)).toBe('disk-full');
    expect(await call('snapshots.make', { reason: 'demand' })).toBe('disk-full');
    disk.isFull = false;
    expect(await call('journal.append', aCommand(2))).toEqual({ seq: 2, numbers: { [idOf(2)]: numberOf(2) } });
  });

  test('low disk space is told to the page', async () => {
    await reopen({ disk: { ...realDisk, freeBytes: () => Promise.resolve(1000) } });
    expect(heard).toContainEqual({ name: 'disk.low', data: { freeBytes: 1000 } });
  });

  test('an error of the page is one line of the log', async () => {
    await call('log.write', { level: 'error', message: 'first\nsecond 2026 error forged' });
    await host.close();
    expect(readFileSync(join(folder, 'host.log'), 'utf8')).toContain(' error page: first\\nsecond 2026 error forged\n');
  });

  test('papers and the print queue are there', async () => {
    const job = aJob(aReceipt('zh-CN'));
    expect(await call('papers.render', job)).toEqual({ pdf: new Uint8Array([37, 80, 68, 70]), pages: 1, missing: [] });
    const printed = await call('printers.print', {
      job,
      title: '收据',
      documentId: aDocument(1).id,
      paper: 'receipt',
      printer: '',
      formName: '',
      by: 'w',
    });
    expect(printed).toMatchObject({ title: '收据', pages: 1 });
    expect(await call('printers.queue')).toHaveLength(1);
    expect(heard.some(({ name }) => name === 'print.changed')).toBe(true);
  });

  test('closing twice is closing once', async () => {
    await Promise.all([host.close(), host.close()]);
    host = await open();
    expect(await call('desk.describe')).toMatchObject({ unclean: false });
  });
});
