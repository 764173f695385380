import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { FIRST } from '#shared/documents/lifecycle.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { HostFailure } from '#shared/host/contract.ts';
import { readDeskKeys } from '../desk/desk-keys.ts';
import { aMemoryDisk, type MemoryDisk } from '../disk/memory-disk.fixture.ts';
import { aCommand, aDocument, idOf } from '../journal/command.fixture.ts';
import { openJournal, type Journal } from '../journal/open-journal.ts';
import { createSnapshots, type Snapshots } from './create-snapshots.ts';

const SNAPSHOTS = '/desk/snapshots';

let disk: MemoryDisk;
let journal: Journal;
let snapshots: Snapshots;
let now = 0;
let ids = 0;

async function open(): Promise<void> {
  journal = await openJournal({
    disk,
    folder: '/desk/journal',
    now: () => now,
    floor: { seq: 0, counters: {} },
    log: () => undefined,
    segmentBytes: 3000,
  });
  snapshots = createSnapshots({
    disk,
    folder: SNAPSHOTS,
    keys: () => readDeskKeys(disk, '/desk', null),
    journal,
    epoch: () => 'epoch-1',
    released: () => Infinity,
    newId: () => `id-${(ids += 1)}`,
    now: () => (now += 1000),
    log: () => undefined,
  });
}

beforeEach(async () => {
  disk = aMemoryDisk();
  now = Date.UTC(2026, 10, 2, 1);
  await open();
});

async function documentsIn(name: string, page = 2000): Promise<AnyRecord[]> {
  const all: AnyRecord[] = [];
  for (;;) {
    const { documents, total } = await snapshots.read(name, all.length, page);
    all.push(...documents);
    if (all.length >= total || documents.length === 0) return all;
  }
}

const byId = (documents: AnyRecord[]): AnyRecord[] => documents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (problem: unknown) => (problem instanceof HostFailure ? problem.code : problem),
  );
const fileOf = (name: string): string => `${SNAPSHOTS}/${name}.snapshot`;
const voided = { id: '1762000000001-0000-HZ01-A', by: 'staff-li', desk: 'HZ01-A', type: 'voided', data: {} };

describe('a snapshot', () => {
  test('holds every document as it is, whether it came from the snapshot before, the journal or both', async () => {
    for (const n of [1, 2, 3]) await journal.append(aCommand(n));
    await snapshots.make('schedule');
    const [committed] = aDocument(2).events;
    const later = { ...aDocument(2, { no: 'SK-HZ01-A-2611-0002' }), events: committed ? [committed, voided] : [] };
    await journal.append({ commandId: 'void', documents: [later], numbers: [] });
    await journal.append(aCommand(4));
    const info = await snapshots.make('demand');
    expect(info).toMatchObject({ documents: 4, seq: 5, reason: 'demand', epoch: 'epoch-1', damaged: false });
    const documents = byId(await documentsIn(info.name));
    expect(documents.map(({ no }) => no.slice(-4))).toEqual(['0001', '0002', '0003', '0004']);
    expect(documents[1]?.events.map(({ type }) => type)).toEqual([FIRST, 'voided']);
  });

  test('unites what two entries added to one document, whichever came first', async () => {
    const [committed] = aDocument(1).events;
    const add = (type: string, at: number) => ({ ...voided, id: `176200000000${at}-0000-HZ01-A`, type });
    const events = [add('printed', 2), add('noted', 3)];
    for (const [index, event] of events.entries()) {
      const document = { ...aDocument(1), events: committed ? [committed, event] : [] };
      await journal.append({ commandId: `c${index}`, documents: [document], numbers: [] });
    }
    const { name } = await snapshots.make('demand');
    expect((await documentsIn(name))[0]?.events.map(({ type }) => type)).toEqual(['committed', 'printed', 'noted']);
  });

  test('is read in pages of any size, each document once', async () => {
    for (let n = 1; n <= 12; n += 1) {
      const documents = Array.from({ length: 40 }, (_, k) => aDocument(n * 100 + k, { body: { text: `${k}`.repeat(1000) } }));
      await journal.append({ commandId: `c${n}`, documents, numbers: [] });
    }
    const { name, documents } = await snapshots.make('demand');
    expect(documents).toBe(480);
    for (const page of [1, 7, 200, 2000]) {
      const found = page === 1 ? (await snapshots.read(name, 479, 1)).documents : await documentsIn(name, page);
      expect(new Set(found.map(({ id }) => id)).size).toBe(page === 1 ? 1 : 480);
    }
    expect((await snapshots.read(name, 480, 10)).documents).toEqual([]);
  });

  test('cannot be read without the key, and says nothing about the book', async () => {
    await journal.append(aCommand(1, true, { title: 'Secret customer' }));
    const { name } = await snapshots.make('demand');
    expect(disk.contents(fileOf(name)).includes('Secret')).toBe(false);
    disk.alter('/desk/key', () => Buffer.from('ab'.repeat(32)));
    expect(await failure(snapshots.read(name, 0, 10))).toBe('damaged');
    expect(await snapshots.list()).toMatchObject([{ name, damaged: true, documents: 0, seq: 1, epoch: 'epoch-1' }]);
  });

  test('with any byte changed, cut off or added is not taken for sound', async () => {
    for (const n of [1, 2, 3]) await journal.append(aCommand(n));
    const { name } = await snapshots.make('demand');
    const sound = Buffer.from(disk.contents(fileOf(name)));
    const harm = fc.oneof(
      fc.record({ at: fc.nat(sound.length - 1), flip: fc.integer({ min: 1, max: 255 }) }).map(({ at, flip }) => (content: Buffer) => {
        content[at] = (content[at] ?? 0) ^ flip;
        return content;
      }),
      fc.nat(sound.length - 1).map((length) => (content: Buffer) => content.subarray(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 50 }).map((more) => (content: Buffer) => Buffer.concat([content, more])),
    );
    await fc.assert(
      fc.asyncProperty(harm, async (change) => {
        disk.alter(fileOf(name), () => change(Buffer.from(sound)));
        expect(await failure(snapshots.verify(name))).toBe('damaged');
        expect(await failure(snapshots.read(name, 0, 10))).toBe('damaged');
      }),
      { numRuns: 150 },
    );
  });

  test.each(['../desk', '20261102T010001000Z-000000000001-demand/../../key', '', 'x'])('named %j is no snapshot', async (name) => {
    expect(await failure(snapshots.read(name, 0, 10))).toBe('not-found');
  });

  test('on a full disk leaves nothing behind, and the ones before stay', async () => {
    await journal.append(aCommand(1));
    const first = await snapshots.make('demand');
    const before = disk.paths();
    disk.setCapacity(before.reduce((sum, path) => sum + disk.contents(path).length, 50));
    await expect(snapshots.make('demand')).rejects.toThrow('ENOSPC');
    disk.setCapacity(Infinity);
    expect(disk.paths().filter((path) => path.startsWith(SNAPSHOTS))).toEqual([fileOf(first.name)]);
  });
});

describe('the journal', () => {
  test('keeps what only one snapshot holds, and is cleared of what two hold', async () => {
    for (const n of [1, 2, 3]) await journal.append(aCommand(n));
    await snapshots.make('schedule');
    expect(journal.firstSeq()).toBe(1);
    await journal.append(aCommand(4));
    await snapshots.make('schedule');
    expect(journal.firstSeq()).toBe(4);
    expect((await journal.append(aCommand(5))).numbers).toEqual({ [idOf(5)]: 'SK-HZ01-A-2611-0005' });
  });

  test('is not cleared on the word of a snapshot that is damaged', async () => {
    await journal.append(aCommand(1));
    const first = await snapshots.make('schedule');
    disk.alter(fileOf(first.name), (content) => content.fill(0, 200, 220));
    await journal.append(aCommand(2));
    const second = await snapshots.make('schedule');
    expect(second.documents).toBe(2);
    expect(journal.firstSeq()).toBe(1);
  });

  test('refuses to call a snapshot whole that would miss what nobody has any more', async () => {
    for (const n of [1, 2]) {
      await journal.append(aCommand(n));
      await snapshots.make('schedule');
    }
    for (const { name } of await snapshots.list()) await disk.remove(fileOf(name));
    expect(await failure(snapshots.make('demand'))).toBe('damaged');
  });
});

test('old snapshots go, the newest of each sort stay', async () => {
  for (let n = 1; n <= 14; n += 1) {
    await journal.append(aCommand(n));
    await snapshots.make(n === 2 ? 'update' : 'schedule');
  }
  const list = await snapshots.list();
  expect(list).toHaveLength(11);
  expect(list.map(({ seq }) => seq)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 2]);
  expect((await documentsIn(list[0]?.name ?? '')).length).toBe(14);
});

test('a book of many buckets is whole', async () => {
  const text = 'x'.repeat(4000);
  for (let n = 0; n < 12; n += 1) {
    const documents = Array.from({ length: 250 }, (_, k) => aDocument(n * 250 + k, { body: { text } }));
    await journal.append({ commandId: `c${n}`, documents, numbers: [] });
  }
  await journal.append({ commandId: 'again', documents: [aDocument(5, { amount: 5, body: { text } })], numbers: [] });
  const { name, documents } = await snapshots.make('demand');
  expect(documents).toBe(3000);
  const read = byId(await documentsIn(name));
  expect(read.map(({ amount }) => amount)).toEqual(Array.from({ length: 3000 }, (_, n) => n));
  expect(disk.paths().filter((path) => path.includes('gathering'))).toEqual([]);
});
