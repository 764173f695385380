/** What wakes the exchange: an own paper, somebody at the desk, or news at the centre. */
import { isNews } from '#shared/exchange/centre-notes.ts';
import type { CouchDatabase } from '#shared/exchange/couch-database.ts';
import type { BookName } from '#shared/exchange/books.ts';

export interface Calls {
  /** There is something to exchange. */
  call(): void;
  /** Everything called for so far is being seen to. */
  seen(): void;
  /** Resolves after `wait` milliseconds, on a call, also an earlier one not seen yet, or on news behind the places given. */
  wait(
    wait: number,
    places: Readonly<Partial<Record<BookName, string>>>,
    database: (book: BookName) => Promise<CouchDatabase>,
  ): Promise<void>;
}

const LONG_POLL = 60_000;
/** News of the company's book wakes every desk of the company: each waits another while of these milliseconds. */
const SPREAD = 10_000;
/** A server that ends quiet long polls at once is not asked without end. */
const BETWEEN_POLLS = 1_000;

/** @param random from 0 to 1 */
export function createCalls(random: () => number = Math.random): Calls {
  let called = 0;
  let answered = 0;
  let wake: () => void = () => undefined;
  /** Waits under way. */
  let listeners = 0;
  const polls = new Map<string, { since: string; ended: Promise<void> }>();

  /** One long poll per book, kept while the place in the feed is the same. */
  function poll(book: BookName, since: string, database: (book: BookName) => Promise<CouchDatabase>): Promise<void> {
    const known = polls.get(book);
    if (known?.since === since) return known.ended;
    const ended = listen(book, since, database).finally(() => polls.get(book)?.ended === ended && polls.delete(book));
    polls.set(book, { since, ended });
    return ended;
  }

  async function listen(book: BookName, since: string, database: (book: BookName) => Promise<CouchDatabase>): Promise<void> {
    try {
      const opened = await database(book);
      while (!(await opened.awaitChange(since, LONG_POLL, isNews))) {
        await pause(BETWEEN_POLLS);
        if (listeners === 0 || polls.get(book)?.since !== since) return;
      }
      if (book === 'company') await pause(random() * SPREAD);
    } catch {
      // What is wrong the next exchange will find; without one the feed is asked again in a while.
      await pause(LONG_POLL);
    }
  }

  return {
    call: () => {
      called += 1;
      wake();
    },
    seen: () => {
      answered = called;
    },
    wait: async (wait, places, database) => {
      if (called !== answered) return;
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const polled = Object.entries(places).map(([book, since]) => poll(book as BookName, since, database));
      listeners += 1;
      await Promise.race([woken, pause(wait), ...polled]).finally(() => {
        listeners -= 1;
      });
    },
  };
}

/** Keeps no process alive. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
