import { HostFailure, type Host, type HostInfo, type SnapshotInfo } from '#shared/host/contract.ts';
import type { BookPhase } from './book.ts';
import type { Documents, Entries } from './document-lines.ts';
import { behind, type JournalPlace } from './journal-place.ts';
import type { Marks } from './marks.ts';
import type { Moments } from './moments.ts';
import type { Effect, WorkingCopy } from './working-copy.ts';

type Reason = Extract<BookPhase, { phase: 'recovering' }>['reason'];

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

/** Documents journalled again at once. */
const AGAIN = 1_000;

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
  const whole: Writing = { ...work, write: (...given) => copy.gather(...given, true) };
  await followJournal(whole, reason, checkpoint || (await fromSnapshot(whole, reason, building, 0)));
  if (!work.isOver()) await copy.sumUp();
}

interface Writing extends CatchUp {
  write(documents: Documents, marks: Partial<Marks>, entries: Entries): Promise<Effect>;
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

async function readSnapshot(work: Writing, reason: Reason, { name, documents, seq }: SnapshotInfo, already: number): Promise<number> {
  const { host, report, isOver } = work;
  const written = oneBehind(work);
  let done = already;
  let coming = host.call('snapshots.lines', { name, after: done });
  for (let total = documents; done < total;) {
    const page = await coming;
    if (isOver() || page.documents === 0) return 0;
    const reached = done + page.documents;
    total = page.total;
    if (reached < total) coming = ahead(host.call('snapshots.lines', { name, after: reached }));
    await written.next({ lines: page.lines }, { building: { snapshot: name, done: reached } }, 0, () =>
      report(reason, reached, page.total),
    );
    done = reached;
  }
  await written.next([], { checkpoint: seq, building: null }, 0);
  await written.all();
  return seq;
}

async function followJournal(work: Writing, reason: Reason, from: number): Promise<void> {
  const { host, report, onProblem, isOver } = work;
  const written = oneBehind(work);
  const ask = (place: JournalPlace) => ahead(host.call('journal.lines', { ...place }));
  let place: JournalPlace = { after: from, skip: 0 };
  for (let coming = ask(place); ;) {
    const { lines, entries, lastSeq } = await coming;
    if (isOver() || (lastSeq === place.after && entries.length === 0)) return written.all();
    if (lastSeq < place.after) {
      await written.all();
      return journalAgain(work, lastSeq);
    }
    const next = entries[0]?.seq ?? lastSeq + 1;
    if (next > place.after + 1) {
      // Entries were retired into a snapshot, or cannot be read any more.
      await written.all();
      const reached = await fromSnapshot(work, reason, null, next - 1);
      if (isOver()) return;
      if (reached > place.after) {
        place = { after: reached, skip: 0 };
        coming = ask(place);
        continue;
      }
      onProblem(new Error(`journal entries ${place.after + 1} to ${next - 1} are in no snapshot`));
      place = { after: next - 1, skip: 0 };
    }
    place = behind(place, entries);
    const { after } = place;
    coming = ask(place);
    await written.next({ lines }, { checkpoint: after }, entries, () => report(reason, after - from, lastSeq - from));
  }
}

/** Asked for before it is needed: whoever waits for it hears of a failure. */
function ahead<T>(coming: Promise<T>): Promise<T> {
  coming.catch(() => undefined);
  return coming;
}

/** Writes while the next page is on its way: at most two writes are under way. */
function oneBehind({ write, moments }: Writing) {
  let before: Promise<void> = Promise.resolve();
  const put = async (documents: Documents, marks: Partial<Marks>, entries: Entries): Promise<void> => {
    const { hlc } = await write(documents, marks, entries);
    moments.saw(hlc);
  };
  return {
    next: async (documents: Documents, marks: Partial<Marks>, entries: Entries, report: () => void = nothing): Promise<void> => {
      const earlier = before;
      const own = put(documents, marks, entries);
      before = ahead(own.then(report));
      await earlier;
    },
    all: () => before,
  };
}

function nothing(): void {}

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
    const some = ids.slice(done, done + AGAIN);
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
