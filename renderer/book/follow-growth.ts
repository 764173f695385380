import type { AnyRecord } from '#shared/documents/record.ts';
import type { Host } from '#shared/host/contract.ts';
import type { CommandQueue } from './command-queue.ts';
import type { StoreKeeper } from './store-keeper.ts';
import type { Wait } from './wait.ts';

/** Takes in journal entries that this page did not write: documents from the centre. */
export interface Growth {
  /** The journal has entries up to here. */
  grew(lastSeq: number): void;
}

/** Entries read at once, documents written at once: commands and readers come in between, also while a whole branch's book arrives. */
const ENTRIES = 20;
const PIECE = 100;

export function createGrowth(given: {
  host: Host;
  queue: CommandQueue;
  keeper: Pick<StoreKeeper, 'reached' | 'settlePart' | 'catchUp'>;
  wait: Wait;
  saw(records: readonly AnyRecord[]): void;
  onProblem(problem: unknown): void;
}): Growth {
  const { host, queue, keeper, wait } = given;
  let target = 0;
  let running: Promise<void> | null = null;

  async function follow(): Promise<void> {
    while (keeper.reached() < target && !wait.isOver()) {
      const after = keeper.reached();
      const { entries } = await host.call('journal.read', { after, limit: ENTRIES });
      if (wait.isOver()) return;
      if (entries[0]?.seq !== after + 1) {
        // Retired into a snapshot meanwhile, or damaged: the long way round knows what to do.
        await queue.add(keeper.catchUp);
        return;
      }
      for (const { seq, documents } of entries) {
        given.saw(documents);
        for (let at = 0; at < documents.length; at += PIECE) {
          if (wait.isOver()) return;
          const piece = documents.slice(at, at + PIECE);
          const isLast = at + PIECE >= documents.length;
          await queue.add(() => keeper.settlePart(piece, seq, isLast));
        }
      }
    }
  }

  async function run(): Promise<void> {
    // What is queued already, the first catching up among it, comes first.
    await queue.idle();
    await follow().catch(async (problem: unknown) => {
      given.onProblem(problem);
      if (!wait.isOver()) await queue.add(keeper.catchUp);
    });
  }

  function grew(lastSeq: number): void {
    target = Math.max(target, lastSeq);
    if (running || wait.isOver()) return;
    running = run().finally(() => {
      running = null;
      if (keeper.reached() < target) grew(target);
    });
  }

  return { grew };
}
