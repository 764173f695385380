import { HostFailure, type Host, type HostInfo } from '#shared/host/contract.ts';
import { ok } from '#shared/core/result.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { keptForm } from '#shared/documents/upgrade-record.ts';
import { policy } from '#shared/modules/policy/module.ts';
import { moduleOf, upgrade } from '#shared/modules/registry.ts';
import type { Book, BookPhase } from './book.ts';
import { bookName } from './book-names.ts';
import { createBreath } from './breath.ts';
import { catchUp } from './catch-up.ts';
import { createCommandQueue } from './command-queue.ts';
import { numbersFor, toWrite, withNumbers } from './command.ts';
import { createGrowth } from './follow-growth.ts';
import { createGate } from './gate.ts';
import { piecesOf } from './load-batches.ts';
import { createJournalWriter } from './journal-writer.ts';
import type { Marks } from './marks.ts';
import { createMoments, type Sources } from './moments.ts';
import { createPhases } from './phases.ts';
import { createPolicyInForce } from './policy-in-force.ts';
import { removeEpoch } from './remove-databases.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';
import { createSentinel } from './sentinel.ts';
import { startStore } from './start-store.ts';
import { createStoreKeeper } from './store-keeper.ts';
import { createWait } from './wait.ts';
import { createWatchers } from './watchers.ts';
import { openWorkingCopy, type WorkingCopy } from './working-copy.ts';

/** Documents in a command that is done in steps. */
const MANY = 1_000;

export interface OpenBook extends Partial<Sources> {
  host: Host;
  info: HostInfo;
  /** Something went wrong that nobody is waiting for; it was dealt with, but belongs in the log: the host's, when left out. */
  onProblem?(problem: unknown): void;
  /** Told of every phase from the first on; `Book.onPhase` begins later. */
  onPhase?(phase: BookPhase): void;
}

/**
 * Opens this desk's book. Resolves as soon as its databases are open; until it has caught up with the journal (`phase()`), reads and
 * commands wait.
 * @throws when the desk was not set up, or the browser gives no database at all
 */
export async function openBook({
  host,
  info,
  now = Date.now,
  random = randomBytes,
  onProblem = logWith(host),
  onPhase,
}: OpenBook): Promise<Book> {
  const { identity } = info;
  if (!identity) throw new HostFailure('not-set-up', 'the desk has no identity yet');
  const { deskCode } = identity;
  const phases = createPhases();
  if (onPhase) phases.on(onPhase);
  const wait = createWait();
  const queue = createCommandQueue();
  const gate = createGate();
  const search = createSearchIndex();
  const policies = createPolicyInForce();
  const sentinel = createSentinel(info);
  const copy = await openOrReplace(info, search, onProblem);
  const marks = await copy.marks();
  const moments = createMoments({ now, random }, deskCode, identity.branchCode, info.settings.offsetMinutes, marks.hlc);
  const journal = createJournalWriter(host, phases, wait);
  /** Search has all keys. Begins again when the store was opened anew. */
  let keysLoaded: Promise<void> = Promise.resolve();
  const keeper = createStoreKeeper({
    copy,
    gate,
    queue,
    phases,
    wait,
    moments,
    onProblem,
    follow: () =>
      catchUp(
        {
          host,
          epoch: info.epoch,
          damaged: info.damaged,
          copy,
          moments,
          onProblem,
          report: (reason, done, total) => phases.recovering({ reason, done, total }),
          isOver: wait.isOver,
        },
        sentinel.last() === info.epoch,
      ),
    followed: async () => {
      policies.saw((await copy.reader.all({ kind: policy.kind })).rows);
      keysLoaded = copy.loadKeys(wait.isOver).catch(onProblem);
      watchers.refresh();
    },
    changed: async ({ changes, accounts }) => {
      const issued = changes.flatMap(({ after }) => (after.kind === policy.kind ? [after.id] : []));
      if (issued.length > 0) policies.saw([...(await copy.reader.getMany(issued)).values()]);
      watchers.changed(changes, accounts);
    },
    ahead: (seq) => growth.grew(seq),
  });
  const growth = createGrowth({ host, queue, keeper, sumUp: copy.sumUp, wait, onProblem });
  const reader = keeper.outside;
  const watchers = createWatchers(reader);

  async function summedBy({ program, checkpoint }: Marks): Promise<void> {
    if (program !== '' || checkpoint > 0) await book.rebuild(() => undefined);
    await queue.add(() => copy.apply([], { program: info.version }, 0));
  }

  async function loadPiece(piece: readonly AnyRecord[]): Promise<void> {
    const hindrance = obstacle();
    if (hindrance) throw hindrance;
    const present = await keeper.inQueue.getMany(piece.map(({ id }) => id));
    const unnumbered = piece.filter(({ id }) => !present.get(id)?.no);
    const { seq, numbers } = await journal.append({
      commandId: moments.newId(),
      documents: [...piece],
      numbers: numbersFor(unnumbered, deskCode, (record) => record.day),
    });
    await keeper.settle(withNumbers(piece, numbers), seq);
  }

  /** Documents committed in an older version stay in it. */
  function asKept(records: readonly AnyRecord[], stored: ReadonlyMap<string, AnyRecord>): AnyRecord[] {
    return records.map((record) => {
      const module = moduleOf(record.kind);
      return module ? keptForm(record, stored.get(record.id), module) : record;
    });
  }

  function obstacle(): HostFailure | null {
    if (phases.reasons().has('taken')) return new HostFailure('taken', 'another window has this desk');
    return wait.isOver() ? new HostFailure('closed', 'the book is closed') : journal.obstacle();
  }

  const book: Book = {
    ...reader,
    run: (actor, decide) => {
      const known = obstacle();
      if (known) return Promise.reject(known);
      return queue.add(async () => {
        const hindrance = obstacle();
        if (hindrance) throw hindrance;
        // What gets its id now cannot be in the book yet.
        const made = new Set<string>();
        const newId = () => addTo(made, moments.newId());
        const moment = { ...moments.at(actor, policies.on), newId };
        const decision = await decide(keeper.inQueue, moment);
        if (!decision.ok) return decision;
        const { records: decided, answer } = decision.value;
        const older = decided.flatMap(({ id }) => (made.has(id) ? [] : [id]));
        const stored = new Map((await keeper.inQueue.kept(older)).map((record) => [record.id, record]));
        const records = await toWrite(decided, new Map([...stored].map(([id, record]) => [id, upgrade(record)])));
        if (records.length === 0) return ok({ answer, records: [] });
        const kept = asKept(records, stored);
        const { seq, numbers } = await journal.append({
          commandId: moments.newId(),
          documents: kept,
          numbers: numbersFor(records, deskCode, () => moment.today),
        });
        if (kept.length > MANY) await createBreath().take();
        await keeper.settle(withNumbers(kept, numbers), seq);
        return ok({ answer, records: withNumbers(records, numbers) });
      });
    },
    watch: watchers.watch,
    search: search.search,
    load: async (batches, onProgress, signal) => {
      let done = 0;
      for await (const batch of batches) {
        for (const piece of await piecesOf(batch)) {
          signal?.throwIfAborted();
          await queue.add(() => loadPiece(piece));
          done += piece.length;
          onProgress(done);
        }
      }
    },
    rebuild: async (onProgress, signal) => {
      const total = await book.size();
      const { balances, keys } = await copy.rebuild((done) => onProgress(done, Math.max(done, total)), signal);
      if (balances + keys === 0) return;
      onProblem(new Error(`rebuild: ${balances} balances, ${keys} search keys were wrong`));
      watchers.refresh();
    },
    phase: phases.now,
    onPhase: phases.on,
    size: async () => {
      await gate.pass();
      await keysLoaded;
      return search.size();
    },
    reached: () => keeper.reached(),
    close: async () => {
      wait.end();
      watchers.stop();
      stopListening();
      stopGrowing();
      await queue.idle();
      await keysLoaded;
      await copy.close();
    },
  };

  const stopGrowing = host.on('journal.grew', ({ lastSeq }) => growth.grew(lastSeq));
  const stopListening = host.on('desk.taken', () => {
    phases.readOnly('taken');
    wait.end();
  });
  // Held from the first moment, so that no reader slips in before the book has caught up.
  const caughtUp = gate.hold(async () => {
    await keeper.recover(null);
    if (wait.isOver()) return;
    const last = sentinel.last();
    if (last !== '' && last !== info.epoch) removeEpoch(info.profile, last).catch(onProblem);
    sentinel.set();
    phases.opened();
  });
  // Figures that another version of the program computed are summed anew, while the book is in use already.
  void caughtUp.then(() => (marks.program === info.version ? undefined : summedBy(marks))).catch(onProblem);
  void queue.add(() => caughtUp);
  return book;
}

/** A store that cannot even be opened is thrown away: the host has everything that was in it. */
async function openOrReplace(info: HostInfo, search: SearchIndex, onProblem: (problem: unknown) => void): Promise<WorkingCopy> {
  const name = bookName(info);
  try {
    return await openWorkingCopy(name, startStore, search, onProblem);
  } catch (problem) {
    onProblem(problem);
    await removeEpoch(info.profile, info.epoch);
    return openWorkingCopy(name, startStore, search, onProblem);
  }
}

function addTo<T>(set: Set<T>, value: T): T {
  set.add(value);
  return value;
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}

function logWith(host: Host): (problem: unknown) => void {
  return (problem) => {
    const message = problem instanceof Error ? `${problem.message}\n${problem.stack ?? ''}` : String(problem);
    console.error('book:', problem);
    host.call('log.write', { level: 'error', message: message.slice(0, 8_000) }).catch(() => undefined);
  };
}
