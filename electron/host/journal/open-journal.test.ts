import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '#shared/documents/record.ts';
import { HostFailure } from '#shared/host/contract.ts';
import { aMemoryDisk, type MemoryDisk } from '../disk/memory-disk.fixture.ts';
import { aCommand, aDocument, idOf, RANGE } from './command.fixture.ts';
import { openJournal, type Journal } from './open-journal.ts';

const FOLDER = '/journal';
const none = { seq: 0, counters: {} };

function open(disk: MemoryDisk, changes: Partial<Parameters<typeof openJournal>[0]> = {}): Promise<Journal> {
  return openJournal({ disk, folder: FOLDER, now: () => 1_764_000_000_000, floor: none, log: () => undefined, ...changes });
}

async function everything(journal: Journal): Promise<{ seq: number; commandId: string; documents: AnyRecord[] }[]> {
  const all = [];
  for (let after = 0; ;) {
    const { entries } = await journal.read(after, 7);
    const last = entries.at(-1);
    if (!last) return all;
    all.push(...entries);
    after = last.seq;
  }
}

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'appended',
    (problem: unknown) => (problem instanceof HostFailure ? problem.code : problem),
  );
const number = (sequence: number): string => `${RANGE}-${String(sequence).padStart(4, '0')}`;
const lastSegment = (disk: MemoryDisk): string =>
  disk
    .paths()
    .filter((path) => /^\/journal\/\d+\.journal$/.test(path))
    .toSorted()
    .at(-1) ?? '';

describe('a command', () => {
  test('is on the disk with its number when it is answered, and still there after a power cut', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk);
    expect(await journal.append(aCommand(1))).toEqual({ seq: 1, numbers: { [idOf(1)]: number(1) } });
    const again = await open(disk.cutPower(() => 0));
    const [entry] = await everything(again);
    expect(entry).toMatchObject({ seq: 1, commandId: 'command-1', documents: [{ ...aDocument(1), no: number(1) }] });
  });

  test('sent again is answered as before and written once, also at the same time and after a restart', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk);
    const [first, second] = await Promise.all([journal.append(aCommand(1)), journal.append(aCommand(1))]);
    expect(second).toEqual(first);
    expect(await journal.append(aCommand(1))).toEqual(first);
    const again = await open(disk);
    expect(await again.append(aCommand(1))).toEqual(first);
    expect(await everything(again)).toHaveLength(1);
  });

  test('many at once share a flush', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk);
    await journal.append(aCommand(0, false));
    const before = disk.count('flush');
    await Promise.all(Array.from({ length: 100 }, (_, n) => journal.append(aCommand(n + 1, false))));
    expect(disk.count('flush') - before).toBeLessThan(5);
    expect((await everything(journal)).map(({ seq }) => seq)).toEqual(Array.from({ length: 101 }, (_, n) => n + 1));
  });

  test('asking a number for a document that is not in it or has one is refused, and costs no number', async () => {
    const journal = await open(aMemoryDisk());
    const stray = { ...aCommand(1), numbers: [{ documentId: idOf(9), range: RANGE }] };
    expect(await failure(journal.append(stray))).toBe('invalid-input');
    expect(await failure(journal.append(aCommand(2, true, { no: number(40) })))).toBe('invalid-input');
    const twice = { ...aCommand(3), numbers: [...aCommand(3).numbers, ...aCommand(3).numbers] };
    expect(await failure(journal.append(twice))).toBe('invalid-input');
    expect((await journal.append(aCommand(4))).numbers).toEqual({ [idOf(4)]: number(1) });
  });
});

describe('numbers', () => {
  test('go on after a restart, per range, and past those that documents brought along', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk);
    await journal.append(aCommand(1));
    await journal.append(aCommand(2, false, { no: number(120) }));
    const other = { ...aCommand(3), numbers: [{ documentId: idOf(3), range: 'FH-HZ01-A-2611' }] };
    expect((await journal.append(other)).numbers).toEqual({ [idOf(3)]: 'FH-HZ01-A-2611-0001' });
    expect((await (await open(disk)).append(aCommand(4))).numbers).toEqual({ [idOf(4)]: number(121) });
  });

  test('count only when their entry is flushed: a snapshot made before would leave a gap', async () => {
    const memory = aMemoryDisk();
    const seen: Record<string, number>[] = [];
    const open_: MemoryDisk['open'] = async (path, mode) => {
      const file = await memory.open(path, mode);
      const flush = async (): Promise<void> => {
        seen.push(journal.counters());
        await file.flush();
      };
      return { ...file, flush };
    };
    const journal = await open({ ...memory, open: open_ });
    await journal.append(aCommand(1));
    expect(seen.length).toBeGreaterThan(1);
    for (const counters of seen) expect(counters).toEqual({});
    expect(journal.counters()).toEqual({ [RANGE]: 1 });
  });

  test('have five digits after 9999', async () => {
    const journal = await open(aMemoryDisk());
    await journal.append(aCommand(1, false, { no: number(9999) }));
    expect((await journal.append(aCommand(2))).numbers).toEqual({ [idOf(2)]: `${RANGE}-10000` });
  });

  test('are not given again when the entry that gave them was damaged or its file is gone', async () => {
    for (const harm of ['altered', 'removed'] as const) {
      const disk = aMemoryDisk();
      const journal = await open(disk);
      await journal.append(aCommand(1));
      await journal.append(aCommand(2));
      await journal.settle();
      if (harm === 'removed') await disk.remove(lastSegment(disk));
      else disk.alter(lastSegment(disk), (content) => Buffer.from(content.toString('latin1').replaceAll('command', 'c0mmand'), 'latin1'));
      const again = await open(disk);
      const [given = ''] = Object.values((await again.append(aCommand(3))).numbers);
      expect(given > number(2)).toBe(true);
      // The damage is still there tomorrow; the gap it left is not made anew every morning.
      const [next = ''] = Object.values((await (await open(disk)).append(aCommand(4))).numbers);
      expect(Number(next.slice(-4))).toBe(Number(given.slice(-4)) + 1);
    }
  });

  test('stay ahead of a snapshot when journal and checkpoint are gone', async () => {
    const journal = await open(aMemoryDisk(), { floor: { seq: 70, counters: { [RANGE]: 12 } } });
    expect(await journal.append(aCommand(1))).toEqual({ seq: 71, numbers: { [idOf(1)]: number(13) } });
  });
});

describe('damage', () => {
  test('of a torn tail is cut off silently and kept aside; the rest is there', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk);
    for (const n of [1, 2, 3]) await journal.append(aCommand(n));
    disk.alter(lastSegment(disk), (content) => content.subarray(0, -30));
    const again = await open(disk);
    expect(again.damaged()).toEqual([]);
    expect((await everything(again)).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(disk.paths().filter((path) => path.startsWith('/journal/torn/'))).toHaveLength(1);
    expect(await again.append(aCommand(4))).toEqual({ seq: 3, numbers: { [idOf(4)]: number(3) } });
    expect((await open(disk)).damaged()).toEqual([]);
  });

  test('in the middle is reported with its place, the entries before and after are read', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk, { segmentBytes: 1500 });
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await journal.append(aCommand(n));
    const file = '/journal/000000000001.journal';
    const at = disk.contents(file).indexOf('command-2');
    disk.alter(file, (content) => Buffer.concat([content.subarray(0, at), Buffer.from('C'), content.subarray(at + 1)]));
    const again = await open(disk);
    expect(again.damaged()).toMatchObject([{ file: '000000000001.journal', fromSeq: 2, toSeq: 2 }]);
    const [damage] = again.damaged();
    expect(disk.contents(file).toString('utf8', damage?.offset ?? 0, (damage?.offset ?? 0) + (damage?.bytes ?? 0))).toContain('Command-2');
    expect((await everything(again)).map(({ seq }) => seq)).toEqual([1, 3, 4, 5, 6, 7]);
  });

  test('a missing file is a gap with its numbers', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk, { segmentBytes: 1 });
    for (const n of [1, 2, 3]) await journal.append(aCommand(n));
    await disk.remove('/journal/000000000002.journal');
    expect((await open(disk)).damaged()).toMatchObject([{ fromSeq: 2, toSeq: 2, bytes: 0 }]);
  });

  test('an entry put in place of another is seen, sound as it looks by itself', async () => {
    const [disk, other] = [aMemoryDisk(), aMemoryDisk()];
    const journal = await open(disk, { segmentBytes: 1 });
    const forged = await open(other, { segmentBytes: 1 });
    for (const n of [1, 2, 3]) {
      await journal.append(aCommand(n));
      await forged.append(aCommand(n, true, { amount: 77 }));
    }
    disk.alter('/journal/000000000002.journal', () => other.contents('/journal/000000000002.journal'));
    expect((await open(disk)).damaged().map(({ fromSeq }) => fromSeq)).toEqual([1, 2]);
  });

  test('that comes while the desk is open is found by the read, and told', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk);
    for (const n of [1, 2, 3]) await journal.append(aCommand(n));
    disk.alter(lastSegment(disk), (content) => Buffer.from(content.toString('latin1').replace('command-2', 'command-8'), 'latin1'));
    expect((await everything(journal)).map(({ seq }) => seq)).toEqual([1, 3]);
    expect(journal.damaged()).toMatchObject([{ fromSeq: 2, toSeq: 2 }]);
  });
});

describe('a disk that fails', () => {
  test('full: nothing is half written, and saving goes on when there is room', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk);
    await journal.append(aCommand(1));
    const size = disk.contents(lastSegment(disk)).length;
    disk.setCapacity(disk.paths().reduce((sum, path) => sum + disk.contents(path).length, 100));
    expect(await failure(journal.append(aCommand(2)))).toBe('disk-full');
    expect(disk.contents(lastSegment(disk)).length).toBe(size);
    expect(await failure(journal.append(aCommand(2)))).toBe('disk-full');
    expect((await everything(journal)).map(({ seq }) => seq)).toEqual([1]);
    disk.setCapacity(Infinity);
    expect(await journal.append(aCommand(2))).toEqual({ seq: 2, numbers: { [idOf(2)]: number(2) } });
    expect((await everything(await open(disk))).map(({ commandId }) => commandId)).toEqual(['command-1', 'command-2']);
  });

  test('a flush that fails is no success: the command is refused, its file closed, its number given to the next', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk);
    await journal.append(aCommand(1));
    disk.failNext('flush', 'EIO', 1);
    expect(await failure(journal.append(aCommand(2)))).toBe('journal-failed');
    expect(await journal.append(aCommand(3))).toEqual({ seq: 2, numbers: { [idOf(3)]: number(2) } });
    const again = await open(disk.cutPower(() => 0));
    expect((await everything(again)).map(({ commandId }) => commandId)).toEqual(['command-1', 'command-3']);
    expect(again.damaged()).toEqual([]);
  });

  test('while the failed bytes cannot be cut off nothing more is written; a restart does not lose what was saved', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk);
    await journal.append(aCommand(1));
    disk.failNext('flush', 'EIO', 1);
    disk.failNext('truncate', 'EIO', 5);
    expect(await failure(journal.append(aCommand(2)))).toBe('journal-failed');
    expect(await failure(journal.append(aCommand(3)))).toBe('journal-failed');
    expect(await failure(journal.append(aCommand(4)))).toBe('journal-failed');
    expect((await journal.append(aCommand(5))).seq).toBe(2);
    expect((await everything(await open(disk))).map(({ commandId }) => commandId)).toEqual(['command-1', 'command-5']);
  });

  test('read-only: told as such', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk);
    disk.failNext('open', 'EROFS', 1);
    expect(await failure(journal.append(aCommand(1, false)))).toBe('read-only');
  });

  test('a failed flush that took earlier entries with it is noticed', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk);
    for (const n of [1, 2]) await journal.append(aCommand(n));
    disk.failNext('write', 'EIO', 1);
    disk.alter(lastSegment(disk), (content) => content.fill(0, 0, 10));
    expect(await failure(journal.append(aCommand(3)))).toBe('journal-failed');
    expect(journal.damaged()).toMatchObject([{ fromSeq: 1, toSeq: 1 }]);
    expect((await journal.append(aCommand(3))).seq).toBe(3);
  });
});

describe('clearing', () => {
  test('drops whole files only, keeps what came after, and remembers the numbers', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk, { segmentBytes: 1500 });
    for (const n of [1, 2, 3, 4, 5, 6, 7]) await journal.append(aCommand(n));
    await journal.dropThrough(5);
    const first = journal.firstSeq();
    expect(first).toBeGreaterThan(1);
    expect(first).toBeLessThanOrEqual(6);
    expect(disk.paths()).not.toContain('/journal/000000000001.journal');
    const again = await open(disk);
    expect([again.firstSeq(), again.lastSeq(), again.damaged()]).toEqual([first, 7, []]);
    expect((await again.append(aCommand(8))).numbers).toEqual({ [idOf(8)]: number(8) });
  });

  test('of everything leaves the sequence and the numbers where they were', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk);
    for (const n of [1, 2, 3]) await journal.append(aCommand(n));
    await journal.dropThrough(3);
    const again = await open(disk);
    expect([again.firstSeq(), again.lastSeq()]).toEqual([4, 3]);
    expect(await again.append(aCommand(4))).toEqual({ seq: 4, numbers: { [idOf(4)]: number(4) } });
    expect((await open(disk)).damaged()).toEqual([]);
  });

  test('a damaged file is moved aside instead of being removed', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk, { segmentBytes: 1 });
    for (const n of [1, 2, 3]) await journal.append(aCommand(n));
    disk.alter('/journal/000000000002.journal', (content) => content.fill(35, 120, 140));
    await (await open(disk)).dropThrough(3);
    expect(disk.paths().filter((path) => path.endsWith('.journal'))).toEqual(['/journal/aside/damaged/000000000002.journal']);
  });

  test('setting aside keeps every file, and a command of before is a new one', async () => {
    const disk = aMemoryDisk();
    const journal = await open(disk);
    for (const n of [1, 2]) await journal.append(aCommand(n));
    await journal.setAside('old');
    expect(await everything(journal)).toEqual([]);
    expect(disk.paths().filter((path) => path.startsWith('/journal/aside/old/'))).toHaveLength(1);
    expect(await journal.append(aCommand(2))).toEqual({ seq: 3, numbers: { [idOf(2)]: number(3) } });
  });
});

test('whatever fails and whenever the power goes: every acknowledged command is there once, no number is given twice, none is skipped', async () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('append' as const), count: fc.integer({ min: 1, max: 4 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('fail' as const),
        what: fc.constantFrom('write' as const, 'flush' as const, 'truncate' as const, 'open' as const, 'flushFolder' as const),
        code: fc.constantFrom('ENOSPC', 'EIO'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 30 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      async (steps, randoms) => {
        const random = (): number => randoms.next().value ?? 0;
        const acknowledged = new Map<string, string>();
        let disk = aMemoryDisk();
        let journal = await open(disk, { segmentBytes: 2000 });
        let n = 0;
        const send = async (id: number): Promise<void> => {
          const command = aCommand(id);
          const appended = await journal.append(command).catch(() => null);
          if (appended) acknowledged.set(command.commandId, Object.values(appended.numbers)[0] ?? '');
        };
        const reopen = async (): Promise<void> => {
          journal = await open(disk, { segmentBytes: 2000 });
        };
        for (const { do: what, ...about } of [...steps, { do: 'cut' as const }]) {
          if (what === 'append' && 'count' in about) await Promise.all(Array.from({ length: about.count }, () => send((n += 1))));
          if (what === 'fail' && 'code' in about) disk.failNext(about.what, about.code);
          if (what === 'restart') await reopen().catch(reopen);
          if (what !== 'cut') continue;
          // Some are on their way when the light goes out: they may be there or not.
          const underWay = [send((n += 1)), send((n += 1))];
          for (let turn = Math.floor(random() * 12); turn > 0; turn -= 1) await Promise.resolve();
          const before = disk;
          const known = new Map(acknowledged);
          disk = disk.cutPower(random);
          before.failNext('write', 'EIO', Infinity);
          before.failNext('open', 'EIO', Infinity);
          await Promise.all(underWay);
          acknowledged.clear();
          for (const [id, given] of known) acknowledged.set(id, given);
          await reopen();
        }
        const entries = await everything(journal);
        const numbers = new Map(entries.map(({ commandId, documents }) => [commandId, documents[0]?.no ?? '']));
        expect(journal.damaged()).toEqual([]);
        expect(numbers.size).toBe(entries.length);
        for (const [id, given] of acknowledged) expect([id, numbers.get(id)]).toEqual([id, given]);
        expect([...numbers.values()]).toEqual(entries.map((_, index) => number(index + 1)));
      },
    ),
    { numRuns: 150 },
  );
});
