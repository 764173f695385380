/** Makes, lists, reads and prunes the snapshots of one profile. */
import { join } from 'node:path';
import type { AnyRecord } from '#shared/documents/record.ts';
import { HostFailure, type HostOutput, type SnapshotInfo } from '#shared/host/contract.ts';
import type { DeskKeys } from '../desk/desk-keys.ts';
import type { Disk } from '../disk/disk.ts';
import type { Journal } from '../journal/open-journal.ts';
import { createSerial } from '../serial.ts';
import type { Version } from './buckets.ts';
import { gatherDocuments, toRecord } from './gather-documents.ts';
import { openSnapshot, type OpenSnapshot } from './read-snapshot.ts';
import { keyName, type SnapshotHead } from './snapshot-format.ts';
import { fileOf, listSnapshots, nameFor, snapshotsToRemove } from './snapshot-list.ts';
import { writeSnapshot } from './write-snapshot.ts';

export interface Snapshots {
  list(): Promise<SnapshotInfo[]>;
  make(reason: SnapshotInfo['reason']): Promise<SnapshotInfo>;
  read(name: string, after: number, limit: number): Promise<HostOutput<'snapshots.read'>>;
  lines(name: string, after: number): Promise<HostOutput<'snapshots.lines'>>;
  /** Writes the state of `from`, with the journal's newer entries or without, as the first snapshot of a new epoch. */
  carryOver(from: string, keepJournal: boolean, epoch: string): Promise<void>;
  /** Every document as it is now, of the newest sound snapshot and the journal together. */
  everything(): AsyncGenerator<AnyRecord>;
  /** Rejects with HostFailure 'damaged' | 'not-found'. */
  verify(name: string): Promise<{ seq: number }>;
}

export interface SnapshotsOptions {
  disk: Disk;
  folder: string;
  keys(): Promise<DeskKeys>;
  journal: Journal;
  epoch(): string;
  /** Journal entries up to here may go once snapshots hold them; the centre has them. */
  released(): number;
  newId(): string;
  now(): number;
  log(level: 'info' | 'warn' | 'error', message: string): void;
}

export function createSnapshots(options: SnapshotsOptions): Snapshots {
  const { disk, folder, keys, journal, epoch, released, newId, now, log } = options;
  const inTurn = createSerial();

  const open = async (name: string): Promise<OpenSnapshot> => openSnapshot(disk, fileOf(folder, name), (await keys()).all);
  const list = async (): Promise<SnapshotInfo[]> => listSnapshots(disk, folder, (await keys()).all);

  async function using<T>(name: string, work: (snapshot: OpenSnapshot) => Promise<T>): Promise<T> {
    const snapshot = await open(name);
    try {
      return await work(snapshot);
    } finally {
      await snapshot.close();
    }
  }

  /** Every byte summed, every block opened. */
  function verify(name: string): Promise<{ seq: number }> {
    return using(name, async (snapshot) => {
      await snapshot.verify();
      let documents = 0;
      for (const index of snapshot.contents.blocks.keys()) documents += (await snapshot.block(index)).length;
      if (documents !== snapshot.contents.documents) throw new HostFailure('damaged', `snapshot: ${documents} documents`);
      return { seq: snapshot.head.seq };
    });
  }

  /** The newest snapshot that is sound and from which on the journal has every entry; null to begin with the journal alone. */
  async function findBase(): Promise<string | null> {
    for (const info of await list()) {
      if (info.epoch !== epoch() || info.damaged || info.seq < journal.cleared()) continue;
      try {
        await verify(info.name);
        return info.name;
      } catch (problem) {
        log('error', `snapshot ${info.name} is passed over: ${String(problem)}`);
      }
    }
    if (journal.cleared() > 0) throw new HostFailure('damaged', 'no sound snapshot of what the journal no longer holds');
    return null;
  }

  /** @param upTo the last journal entry taken into it */
  async function write(base: string | null, upTo: number, about: Pick<SnapshotHead, 'epoch' | 'reason' | 'seq'>): Promise<SnapshotInfo> {
    await disk.makeFolder(folder);
    const current = await (await keys()).current();
    const at = now();
    const name = await nameFor(disk, folder, at, about.seq, about.reason);
    const head: SnapshotHead = { ...about, id: newId(), key: keyName(current), at };
    const counters = journal.counters();
    const fromBase = base === null ? null : await open(base);
    try {
      const after = fromBase?.head.seq ?? 0;
      const bytes = (fromBase?.bytes ?? 0) * 8 + journal.bytesAfter(after);
      const sources = [...(fromBase ? [versionsOf(fromBase)] : []), entriesBetween(journal, after, upTo)];
      await writeSnapshot(disk, fileOf(folder, name), current, head, counters, gatherDocuments(disk, folder, bytes, sources));
    } finally {
      await fromBase?.close();
    }
    await verify(name);
    const made = (await list()).find((info) => info.name === name);
    if (!made) throw new HostFailure('internal', `snapshot ${name} is not there`);
    return made;
  }

  /** What two sound snapshots hold the journal need not hold as well. */
  async function clearJournal(): Promise<void> {
    const own = (await list()).filter((info) => info.epoch === epoch() && !info.damaged);
    const second = own[1];
    if (second) await journal.dropThrough(Math.min((await verify(second.name)).seq, released()));
  }

  async function* everything(): AsyncGenerator<AnyRecord> {
    await journal.settle();
    await disk.makeFolder(folder);
    const base = await inTurn(findBase);
    const fromBase = base === null ? null : await open(base);
    try {
      const after = fromBase?.head.seq ?? 0;
      const bytes = (fromBase?.bytes ?? 0) * 8 + journal.bytesAfter(after);
      const sources = [...(fromBase ? [versionsOf(fromBase)] : []), entriesBetween(journal, after, journal.lastSeq())];
      // Not where a snapshot gathers its own: both may be at work.
      const beside = join(folder, 'everything');
      await disk.makeFolder(beside);
      for await (const text of gatherDocuments(disk, beside, bytes, sources)) yield toRecord(text);
    } finally {
      await fromBase?.close();
    }
  }

  /** Documents behind number `after`, block by block, until there are enough. */
  const textsOf = (name: string, after: number, isEnough: (count: number) => boolean) =>
    using(name, async (snapshot) => {
      if (after === 0) await snapshot.verify();
      const { blocks, documents: total } = snapshot.contents;
      const texts: string[] = [];
      const first = Math.max(
        0,
        blocks.findLastIndex(({ before }) => before <= after),
      );
      for (let index = first; index < blocks.length && !isEnough(texts.length); index += 1) {
        const skip = Math.max(0, after - (blocks[index]?.before ?? 0));
        texts.push(...(await snapshot.block(index)).slice(skip));
      }
      return { texts, total, seq: snapshot.head.seq };
    });

  return {
    list,
    everything,
    verify,
    make: (reason) =>
      inTurn(async () => {
        await journal.settle();
        const base = await findBase();
        const seq = journal.lastSeq();
        const made = await write(base, seq, { epoch: epoch(), reason, seq });
        for (const { name } of snapshotsToRemove(await list(), epoch())) await disk.remove(fileOf(folder, name));
        await clearJournal().catch((problem: unknown) => log('warn', `the journal was not cleared: ${String(problem)}`));
        return made;
      }),
    carryOver: (from, keepJournal, nextEpoch) =>
      inTurn(async () => {
        // A start after a cut: what was written before it is complete, or it would not be there.
        if ((await list()).some((info) => info.epoch === nextEpoch && !info.damaged)) return;
        const { seq } = await verify(from);
        const last = journal.lastSeq();
        await write(from, keepJournal ? last : seq, { epoch: nextEpoch, reason: 'restore', seq: last });
      }),
    read: async (name, after, limit) => {
      const { texts, ...rest } = await textsOf(name, after, (count) => count >= limit);
      return { ...rest, documents: texts.slice(0, limit).map(toRecord) };
    },
    lines: async (name, after) => {
      const { texts, ...rest } = await textsOf(name, after, (count) => count > 0);
      return { ...rest, lines: Buffer.from(texts.join('\n')), documents: texts.length };
    },
  };
}

async function* versionsOf(snapshot: OpenSnapshot): AsyncGenerator<Version> {
  for (const index of snapshot.contents.blocks.keys()) {
    for (const text of await snapshot.block(index)) yield { id: idOf(text), text };
  }
}

async function* entriesBetween(journal: Journal, after: number, upTo: number): AsyncGenerator<Version> {
  for await (const { seq, meta, lines } of journal.frames(after)) {
    if (seq > upTo) return;
    for (const [index, text] of lines().entries()) yield { id: meta.ids[index] ?? idOf(text), text };
  }
}

/** Documents are written with their id first: no need to parse a hundred thousand of them for it. */
function idOf(text: string): string {
  return /^\{"id":"([0-9A-Z]{26})"/.exec(text)?.[1] ?? toRecord(text).id;
}
