import type { AnyRecord } from '#shared/documents/record.ts';
import { HostFailure, type Host, type HostInfo, type HostOutput, type SnapshotInfo } from '#shared/host/contract.ts';
import type { BookPhase } from './book.ts';
import type { EntryOf } from './book-store.ts';
import { mergeCopies } from '#shared/modules/merge-copies.ts';
import type { Marks } from './marks.ts';
import type { Moments } from './moments.ts';
import type { WorkingCopy } from './working-copy.ts';

type Reason = Extract<BookPhase, { phase: 'recovering' }>['reason'];
type Entry = HostOutput<'journal.read'>['entries'][number];

export interface CatchUp {
  host: Host;
  epoch: HostInfo['epoch'];
  /** Journal entries the host cannot read any more. */
  damaged: HostInfo['damaged'];
  copy: WorkingCopy;
  moments: Moments;
  report(reason: Reason, done: number, total: number): void;
  onProblem(problem: unknown): void;
  /** The book is closing: stop between two pages. */
  isOver(): boolean;
}

/** Documents per page of a snapshot, entries per page of the journal, documents written at once. */
const SNAPSHOT_PAGE = 1_000;
const JOURNAL_PAGE = 500;
const GROUP = 200;

/**
 * Brings the working copy up to the host's journal: nothing to do, entries to follow, or, when the store was wiped or is of a new epoch,
 * a snapshot and the entries after it. May be interrupted anywhere and done again.
 * @param known whether this epoch's store was here before: then an empty one was wiped
 */
export async function catchUp(work: CatchUp, known: boolean): Promise<void> {
  const { copy } = work;
  const { checkpoint, building, unsummed } = await copy.marks();
  if (checkpoint > 0 && !unsummed) {
    await followJournal({ ...work, write: copy.apply }, 'behind', checkpoint);
    return mendJournal(work);
  }
  const reason = known ? 'wiped' : 'new-book';
  const whole = { ...work, write: copy.gather };
  await followJournal(whole, reason, checkpoint || (await fromSnapshot(whole, reason, building, 0)));
  if (!work.isOver()) await copy.sumUp();
}

interface Writing extends CatchUp {
  write(records: readonly AnyRecord[], marks: Partial<Marks>, seq: EntryOf): Promise<unknown>;
}

/** Merges in the newest readable snapshot of this epoch that holds entry `needed`; returns its last entry, or 0 when there is none. */
async function fromSnapshot(work: Writing, reason: Reason, building: Marks['building'], needed: number): Promise<number> {
  const usable = (await work.host.call('snapshots.list', undefined)).filter(
    (snapshot) => snapshot.epoch === work.epoch && !snapshot.damaged && snapshot.seq >= needed,
  );
  const begun = usable.filter(({ name }) => name === building?.snapshot);
  for (const snapshot of [...begun, ...usable]) {
    try {
      return await readSnapshot(work, reason, snapshot, begun.includes(snapshot) ? (building?.done ?? 0) : 0);
    } catch (problem) {
      if (!(problem instanceof HostFailure) || (problem.code !== 'damaged' && problem.code !== 'not-found')) throw problem;
      work.onProblem(problem);
    }
  }
  return 0;
}

async function readSnapshot(
  { host, write, moments, report, isOver }: Writing,
  reason: Reason,
  { name, documents, seq }: SnapshotInfo,
  already: number,
): Promise<number> {
  let done = already;
  for (let total = documents; done < total;) {
    const page = await host.call('snapshots.read', { name, after: done, limit: SNAPSHOT_PAGE });
    if (isOver() || page.documents.length === 0) return 0;
    moments.saw(page.documents);
    done += page.documents.length;
    total = page.total;
    await write(page.documents, { building: { snapshot: name, done } }, 0);
    report(reason, done, total);
  }
  await write([], { checkpoint: seq, building: null }, 0);
  return seq;
}

async function followJournal(work: Writing, reason: Reason, from: number): Promise<void> {
  const { host, write, onProblem, isOver } = work;
  let checkpoint = from;
  for (;;) {
    const page = await host.call('journal.read', { after: checkpoint, limit: JOURNAL_PAGE });
    if (isOver() || page.lastSeq === checkpoint) return;
    if (page.lastSeq < checkpoint) return journalAgain(work, page.lastSeq);
    const next = page.entries[0]?.seq ?? page.lastSeq + 1;
    if (next > checkpoint + 1) {
      // Entries were retired into a snapshot, or cannot be read any more.
      const reached = await fromSnapshot(work, reason, null, next - 1);
      if (isOver()) return;
      if (reached > checkpoint) {
        checkpoint = reached;
        continue;
      }
      onProblem(new Error(`journal entries ${checkpoint + 1} to ${next - 1} are in no snapshot`));
    }
    checkpoint = next - 1;
    const unbroken = page.entries.filter((entry, at) => entry.seq === next + at);
    if (unbroken.length === 0) await write([], { checkpoint }, 0);
    else checkpoint = await applyEntries(work, unbroken, (seq) => work.report(reason, seq - from, page.lastSeq - from));
  }
}

/** Many small commands are written together; a document that several of them changed is merged first. */
async function applyEntries(
  { write, moments, isOver }: Writing,
  entries: readonly Entry[],
  report: (seq: number) => void,
): Promise<number> {
  let group = new Map<string, AnyRecord>();
  let seqs = new Map<string, number>();
  let written = (entries[0]?.seq ?? 1) - 1;
  for (const [at, entry] of entries.entries()) {
    for (const record of entry.documents) {
      const earlier = group.get(record.id);
      group.set(record.id, earlier ? mergeCopies(earlier, record) : record);
      seqs.set(record.id, entry.seq);
    }
    if (group.size < GROUP && at < entries.length - 1) continue;
    if (isOver()) return written;
    const records = [...group.values()];
    moments.saw(records);
    await write(records, { checkpoint: entry.seq }, seqs);
    group = new Map();
    seqs = new Map();
    written = entry.seq;
    report(entry.seq);
  }
  return written;
}

/**
 * The journal ends before this working copy does: the host's disk lost what it had confirmed, or its folder came from a backup.
 * What only this store still has goes into the journal again.
 */
async function journalAgain(work: CatchUp, lastSeq: number): Promise<void> {
  const { copy, isOver } = work;
  const ids = await copy.changedIn(lastSeq + 1, Infinity);
  const reached = await append(work, ids);
  if (!isOver()) await copy.apply([], { checkpoint: Math.max(lastSeq, reached) }, 0);
}

/** Documents whose journal entry was damaged on the host's disk, but which this store still has, go into the journal again. */
async function mendJournal(work: CatchUp): Promise<void> {
  for (const { fromSeq, toSeq } of work.damaged) {
    const reached = await append(work, await work.copy.changedIn(fromSeq, toSeq));
    if (reached > 0 && !work.isOver()) await work.copy.apply([], { checkpoint: reached }, 0);
  }
}

/** Journals documents of this store once more; returns the last entry written, 0 when none was. */
async function append({ host, copy, moments, report, isOver }: CatchUp, ids: readonly string[]): Promise<number> {
  let reached = 0;
  for (let done = 0; done < ids.length;) {
    const some = ids.slice(done, done + SNAPSHOT_PAGE);
    const documents = await copy.kept(some);
    if (isOver()) return reached;
    if (documents.length > 0) {
      ({ seq: reached } = await host.call('journal.append', { commandId: moments.newId(), documents, numbers: [] }));
      await copy.apply(documents, {}, reached);
    }
    done += some.length;
    report('behind', done, ids.length);
  }
  return reached;
}
