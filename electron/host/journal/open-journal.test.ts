import { describe, expect, test } from 'vitest';
import { aMemoryDisk, type MemoryDisk } from '../disk/memory-disk.fixture.ts';
import { aCommand, aDocument, idOf, RANGE } from './command.fixture.ts';
import { open, everything, failure, number, lastSegment } from './open-journal.fixture.ts';

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
