/** A journal on a disk in memory, for tests. */
import type { AnyRecord } from '#shared/documents/record.ts';
import { HostFailure } from '#shared/host/contract.ts';
import type { MemoryDisk } from '../disk/memory-disk.fixture.ts';
import { RANGE } from './command.fixture.ts';
import { openJournal, type Journal } from './open-journal.ts';

export const FOLDER = '/journal';
export const none = { seq: 0, counters: {} };

export function open(disk: MemoryDisk, changes: Partial<Parameters<typeof openJournal>[0]> = {}): Promise<Journal> {
  return openJournal({ disk, folder: FOLDER, now: () => 1_764_000_000_000, floor: none, log: () => undefined, ...changes });
}

export async function everything(journal: Journal): Promise<{ seq: number; commandId: string; documents: AnyRecord[] }[]> {
  const all = [];
  for (let after = 0; ;) {
    const { entries } = await journal.read(after, 7);
    const last = entries.at(-1);
    if (!last) return all;
    all.push(...entries);
    after = last.seq;
  }
}

export const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'appended',
    (problem: unknown) => (problem instanceof HostFailure ? problem.code : problem),
  );
export const number = (sequence: number): string => `${RANGE}-${String(sequence).padStart(4, '0')}`;
export const lastSegment = (disk: MemoryDisk): string =>
  disk
    .paths()
    .filter((path) => /^\/journal\/\d+\.journal$/.test(path))
    .toSorted()
    .at(-1) ?? '';
