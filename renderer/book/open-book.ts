import { HostFailure, type Host, type HostInfo } from '#shared/host/contract.ts';
import { dayOf } from '#shared/core/calendar.ts';
import { ok } from '#shared/core/result.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { policy } from '#shared/modules/policy/module.ts';
import type { Book, BookPhase } from './book.ts';
import { bookNames } from './book-names.ts';
import { catchUp } from './catch-up.ts';
import { createCommandQueue } from './command-queue.ts';
import { numbersFor, toWrite, withNumbers } from './command.ts';
import { createGate } from './gate.ts';
import { createJournalWriter } from './journal-writer.ts';
import { createMoments, type Sources } from './moments.ts';
import { createPhases } from './phases.ts';
import { createPolicyInForce } from './policy-in-force.ts';
import { createSearchIndex } from './search-index.ts';
import { createSentinel } from './sentinel.ts';
import { backOff, createWait } from './wait.ts';
import { createWatchers } from './watchers.ts';
import { openWorkingCopy } from './working-copy.ts';

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
  const copy = await openWorkingCopy(bookNames(info), search);
  const marks = await copy.figures().marks();
  const moments = createMoments({ now, random }, deskCode, identity.branchCode, info.settings.offsetMinutes, marks.hlc);
  /** Last journal entry in the working copy. */
  let reached = marks.checkpoint;
  const journal = createJournalWriter(host, phases, wait);
  const reader = gated(copy.reader, gate.pass);
  const watchers = createWatchers(reader);

  const follow = () =>
    catchUp(
      {
        host,
        epoch: info.epoch,
        copy,
        moments,
        onProblem,
        report: (reason, done, total) => phases.recovering({ reason, done, total }),
        isOver: wait.isOver,
      },
      sentinel.isSet(),
    );

  /** Follows the journal; when the store fails, opens it anew and tries again until it works. Readers must be held out meanwhile. */
  async function recover(failure: unknown): Promise<void> {
    let problem = failure;
    for (let attempt = 0; !wait.isOver(); attempt += 1) {
      try {
        if (problem !== null) {
          onProblem(problem);
          phases.readOnly('store-failed');
          await wait(backOff(attempt));
          await copy.reopen();
        }
        await follow();
        reached = (await copy.figures().marks()).checkpoint;
        const { rows } = await copy.reader.all({ kind: policy.kind });
        policies.saw(rows);
        phases.recovering(null);
        phases.writable('store-failed');
        return;
      } catch (next) {
        problem = next;
      }
    }
  }

  /** The entry is durable: whatever happens to the store now, it gets there. */
  async function settle(records: readonly AnyRecord[], seq: number): Promise<void> {
    moments.saw(records);
    policies.saw(records);
    await gate.hold(async () => {
      try {
        // Entries in between, which nobody expects, are read from the journal with this one.
        if (seq !== reached + 1) return await recover(null).then(watchers.refresh);
        const { changes, accounts } = await copy.apply(records, { checkpoint: seq, hlc: moments.last() }, seq);
        reached = seq;
        watchers.changed(changes, accounts);
      } catch (problem) {
        await recover(problem);
        watchers.refresh();
      }
    });
  }

  function obstacle(): HostFailure | null {
    if (phases.reasons().has('taken')) return new HostFailure('disconnected', 'another window has this desk');
    return wait.isOver() ? new HostFailure('disconnected', 'the book is closed') : journal.obstacle();
  }

  const book: Book = {
    ...reader,
    run: (actor, decide) => {
      const known = obstacle();
      if (known) return Promise.reject(known);
      return queue.add(async () => {
        const hindrance = obstacle();
        if (hindrance) throw hindrance;
        const moment = moments.at(actor, policies.on(dayOf(now(), info.settings.offsetMinutes)));
        const decision = await decide(reader, moment);
        if (!decision.ok) return decision;
        const { records: decided, answer } = decision.value;
        const records = toWrite(decided, await copy.reader.getMany(decided.map(({ id }) => id)));
        if (records.length === 0) return ok({ answer, records: [] });
        const { seq, numbers } = await journal.append({
          commandId: moments.newId(),
          documents: records,
          numbers: numbersFor(records, deskCode, () => moment.today),
        });
        const saved = withNumbers(records, numbers);
        await settle(saved, seq);
        return ok({ answer, records: saved });
      });
    },
    watch: watchers.watch,
    search: search.search,
    load: () => Promise.reject(new Error('not yet')),
    rebuild: () => Promise.reject(new Error('not yet')),
    phase: phases.now,
    onPhase: phases.on,
    size: async () => {
      await gate.pass();
      await keysLoaded;
      return search.size();
    },
    close: async () => {
      wait.end();
      watchers.stop();
      stopListening();
      await queue.idle();
      await keysLoaded;
      await copy.close();
    },
  };

  const stopListening = host.on('desk.taken', () => {
    phases.readOnly('taken');
    wait.end();
  });
  // Held from the first moment, so that no reader slips in before the book has caught up.
  const caughtUp = gate.hold(async () => {
    await recover(null);
    sentinel.set();
    phases.opened();
  });
  void queue.add(() => caughtUp);
  const keysLoaded = gate
    .pass()
    .then(() => copy.loadKeys())
    .catch(onProblem);
  return book;
}

/** Reads wait while something is being written. */
function gated(reader: Reader, pass: () => Promise<void>): Reader {
  const after =
    <Arguments extends unknown[], T>(read: (...given: Arguments) => Promise<T>) =>
    async (...given: Arguments): Promise<T> => {
      await pass();
      return read(...given);
    };
  return {
    get: after(reader.get),
    getMany: after(reader.getMany),
    list: after(reader.list),
    all: after(reader.all),
    balance: after(reader.balance),
    balances: after(reader.balances),
  };
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
