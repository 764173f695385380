import type { Host, HostOutput } from '#shared/host/contract.ts';
import type { CommandQueue } from './command-queue.ts';
import { behind, type JournalPlace } from './journal-place.ts';
import type { StoreKeeper } from './store-keeper.ts';
import type { Wait } from './wait.ts';

/** Takes in journal entries that this page did not write: documents from the centre. */
export interface Growth {
  /** The journal has entries up to here. */
  grew(lastSeq: number): void;
}

/** So many entries behind, a whole book is arriving: some ten thousand documents. */
const MUCH = 20;

export function createGrowth(given: {
  host: Host;
  queue: CommandQueue;
  keeper: Pick<StoreKeeper, 'reached' | 'settlePiece' | 'catchUp'>;
  sumUp(): Promise<void>;
  wait: Wait;
  onProblem(problem: unknown): void;
}): Growth {
  const { host, queue, keeper, wait } = given;
  let target = 0;
  let running: Promise<void> | null = null;

  const ask = (place: JournalPlace): Promise<HostOutput<'journal.lines'>> => {
    const coming = host.call('journal.lines', { ...place });
    // Asked for ahead: whoever waits for it hears of a failure.
    coming.catch(() => undefined);
    return coming;
  };

  /** A piece at a time: commands and readers come in between, also while a whole branch's book arrives. */
  async function follow(): Promise<void> {
    let place = { after: keeper.reached(), skip: 0 };
    let coming = ask(place);
    let isMuch = false;
    while (keeper.reached() < target && !wait.isOver()) {
      const { lines, entries } = await coming;
      if (wait.isOver()) return;
      if (entries[0]?.seq !== place.after + 1) {
        // Retired into a snapshot meanwhile, or damaged: the long way round knows what to do.
        await queue.add(keeper.catchUp);
        return;
      }
      place = behind(place, entries);
      coming = ask(place);
      isMuch ||= target - keeper.reached() >= MUCH;
      const piece = { documents: { lines }, entries, through: place.after, isMuch };
      await queue.add(() => keeper.settlePiece(piece));
    }
    if (isMuch && !wait.isOver()) await queue.add(given.sumUp);
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
