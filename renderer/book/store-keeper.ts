import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { HostFailure } from '#shared/host/contract.ts';
import type { CommandQueue } from './command-queue.ts';
import type { Documents } from './document-lines.ts';
import type { Gate } from './gate.ts';
import type { Moments } from './moments.ts';
import type { Phases } from './phases.ts';
import { backOff, type Wait } from './wait.ts';
import type { Effect, WorkingCopy } from './working-copy.ts';

interface StoreKeeping {
  copy: WorkingCopy;
  gate: Gate;
  queue: CommandQueue;
  phases: Phases;
  wait: Wait;
  moments: Moments;
  /** Brings the copy up to the journal. */
  follow(): Promise<void>;
  /** After the copy was brought up: what is kept in memory is read again. */
  followed(): Promise<void>;
  changed(effect: Effect): Promise<void>;
  /** The copy has an entry without those before it. */
  ahead(seq: number): void;
  onProblem(problem: unknown): void;
}

/** Documents of entries that follow each other. */
export interface Piece {
  documents: Documents;
  entries: readonly { seq: number; documents: number }[];
  /** The last entry that is whole with this piece. */
  through: number;
  /** Much more is to come: balances are written when all is there. */
  isMuch: boolean;
}

/** A reader that can also give documents as they are kept, in the version they were committed in. */
export interface KeptReader extends Reader {
  kept: WorkingCopy['kept'];
}

/** Keeps the working copy in step with the journal, and opens it anew when the browser's store fails. */
export interface StoreKeeper {
  /** Catches up with the journal, trying until it works or the book closes. The gate must be held. */
  recover(failure: unknown): Promise<void>;
  /** Puts a durable entry into the copy. Whatever happens to the store meanwhile, it gets there. Call from the queue. */
  settle(records: readonly AnyRecord[], seq: number): Promise<void>;
  /** The same for a piece of the journal. Call from the queue. */
  settlePiece(piece: Piece): Promise<void>;
  /** Follows the journal to its end, holding readers up meanwhile. Call from the queue. */
  catchUp(): Promise<void>;
  /** Last journal entry in the working copy. */
  reached(): number;
  /** For the world: reads wait while something is being written, and survive a failing store. */
  outside: Reader;
  /** The same for decisions, which run in the queue themselves. */
  inQueue: KeptReader;
}

export function createStoreKeeper(given: StoreKeeping): StoreKeeper {
  const { copy, gate, queue, phases, wait, moments, onProblem } = given;
  /** Last journal entry in the working copy. */
  let reached = 0;
  let healing: Promise<void> | null = null;

  function failed(problem: unknown): void {
    onProblem(problem);
    phases.readOnly(problem instanceof HostFailure ? 'disconnected' : 'store-failed');
    phases.recovering(null);
  }

  async function recover(failure: unknown): Promise<void> {
    let problem = failure;
    if (problem !== null) failed(problem);
    for (let attempt = 0; !wait.isOver(); attempt += 1) {
      try {
        if (problem !== null) {
          await wait(backOff(attempt));
          if (wait.isOver()) return;
          if (!(problem instanceof HostFailure)) await copy.reopen();
        }
        await given.follow();
        reached = (await copy.marks()).checkpoint;
        await given.followed();
        phases.writable('store-failed');
        if (problem !== null) phases.writable('disconnected');
        phases.recovering(null);
        return;
      } catch (next) {
        failed(next);
        problem = next;
      }
    }
  }

  /** One repair for all who noticed. `run` says how to get hold of the store alone. */
  function heal(problem: unknown, run: (repair: () => Promise<void>) => Promise<void>): Promise<void> {
    healing ??= run(() => gate.hold(() => recover(problem))).finally(() => {
      healing = null;
    });
    return healing;
  }

  function healingReader(run: (repair: () => Promise<void>) => Promise<void>): KeptReader {
    const healed =
      <Arguments extends unknown[], T>(read: (...given: Arguments) => Promise<T>) =>
      async (...args: Arguments): Promise<T> => {
        await gate.pass();
        try {
          return await read(...args);
        } catch (problem) {
          if (isBug(problem) || wait.isOver()) throw problem;
          await heal(problem, run);
          return read(...args);
        }
      };
    return {
      get: healed(copy.reader.get),
      getMany: healed(copy.reader.getMany),
      list: healed(copy.reader.list),
      all: healed(copy.reader.all),
      balance: healed(copy.reader.balance),
      balances: healed(copy.reader.balances),
      kept: healed(copy.kept),
    };
  }

  async function settlePiece({ documents, entries, through, isMuch }: Piece): Promise<void> {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last || last.seq <= reached) return;
    await gate.hold(async () => {
      // Entries from the centre may lie in between: they are followed one by one, and this one with them once more, which changes nothing.
      const isNext = first.seq <= reached + 1;
      try {
        const marks = isNext && through > reached ? { checkpoint: through } : {};
        const effect = await (isMuch ? copy.gather : copy.apply)(documents, marks, entries);
        moments.saw(effect.hlc);
        if (isNext) reached = Math.max(reached, through);
        await given.changed(effect);
      } catch (problem) {
        await recover(problem);
      }
    });
    if (first.seq > reached + 1) given.ahead(last.seq);
  }

  return {
    recover,
    settle: (records, seq) => {
      const entries = [{ seq, documents: records.length }];
      return settlePiece({ documents: records, entries, through: seq, isMuch: false });
    },
    settlePiece,
    catchUp: () => gate.hold(() => recover(null)),
    reached: () => reached,
    outside: healingReader((repair) => queue.add(repair)),
    inQueue: healingReader((repair) => repair()),
  };
}

/** A mistake in our own code: opening the store anew would not help. */
function isBug(problem: unknown): boolean {
  return problem instanceof TypeError || problem instanceof RangeError || problem instanceof ReferenceError;
}
