import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aMemoryDisk } from '../disk/memory-disk.fixture.ts';
import { aCommand, idOf } from './command.fixture.ts';
import { open, everything, failure, number, lastSegment } from './open-journal.fixture.ts';

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
