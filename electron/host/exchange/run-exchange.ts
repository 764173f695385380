import { pause } from './calls.ts';
import type { Exchange } from './open-exchange.ts';

/** Most and least time between two exchanges without an occasion; what went wrong is tried again after longer and longer waits. */
const QUIET = 5 * 60_000;
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 60_000;
/** Commands that come one after the other share an exchange. */
const GATHER = 300;

/** Keeps exchanging for as long as the program runs. Returns the function that stops it. */
export function runExchange(exchange: Exchange): () => void {
  let isOver = false;
  let failures = 0;

  async function run(): Promise<void> {
    for (;;) {
      await exchange.round();
      const { phase } = exchange.status();
      failures = phase === 'offline' ? failures + 1 : 0;
      const retry = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2);
      const wait = phase === 'offline' ? retry : phase === 'stopped' ? LONGEST_RETRY : QUIET;
      await exchange.awaitWork({ wait, forNews: phase === 'idle' });
      if (isOver) return;
      if (phase !== 'offline') await pause(GATHER);
    }
  }

  void run();
  return () => {
    isOver = true;
  };
}
