/** Time in the demonstration: stories go on at the minute they asked for, in order. */
import { addDays, daysBetween, type Day } from '#shared/core/calendar.ts';
import { OFFSET, type DemoBook } from './demo-book.ts';

/** A story yields the minute (since the first day's midnight) at which it goes on; it holds its documents until it ends. */
export type Story = AsyncGenerator<number, void, void>;

export interface Diary {
  /** Minutes since the first day's midnight. */
  readonly minute: number;
  readonly day: Day;
  /** The minute `clock` ('HH:MM' as minutes) of the first open day at least `days` from now. */
  on(days: number, clock: number): number;
  /** `keeps`: its documents stay in the book to the end; other stories read them. */
  begin(story: Story, at: number, keeps?: boolean): void;
  /** Lets everything happen that is due before `until`. */
  goOn(until: number): Promise<void>;
}

export const MINUTES = 1440;

/**
 * @param isOpen whether the branch works on that day
 * @param millisecondsAt when on the real clock a minute is: the last day may be squeezed before the present
 */
export function aDiary(book: DemoBook, first: Day, isOpen: (day: Day) => boolean, millisecondsAt: (minute: number) => number): Diary {
  const queue = aQueue();
  let minute = 0;
  let stories = 0;

  const known: boolean[] = [];
  const openAt = (index: number): boolean => (known[index] ??= isOpen(addDays(first, index)));

  async function goOn(until: number): Promise<void> {
    for (let next = queue.next(until); next; next = queue.next(until)) {
      minute = next.at;
      book.now = Math.max(book.now, millisecondsAt(minute));
      book.hold(next.name);
      const { done, value } = await next.story.next();
      book.hold('');
      if (done && !next.keeps) book.release(next.name);
      else if (!done) queue.add({ ...next, at: Math.max(minute, value) });
    }
    minute = until;
    book.now = Math.max(book.now, millisecondsAt(minute));
  }

  const diary: Diary = {
    get minute() {
      return minute;
    },
    get day() {
      return addDays(first, Math.floor(minute / MINUTES));
    },
    on: (days, clock) => {
      let index = Math.floor(minute / MINUTES) + days;
      while (!openAt(index)) index += 1;
      return index * MINUTES + clock;
    },
    begin: (story, at, keeps = false) => {
      stories += 1;
      queue.add({ story, at: Math.max(minute, at), name: `story ${stories}`, keeps });
    },
    goOn,
  };
  return diary;
}

/** Milliseconds since 1970 of a minute counted from the midnight of `first`, branch time. */
export function millisecondsOf(first: Day, minute: number): number {
  return (daysBetween('1970-01-01', first) * MINUTES + minute - OFFSET) * 60_000;
}

interface Waiting {
  story: Story;
  at: number;
  name: string;
  keeps: boolean;
}

/** Waiting stories by minute, first come first served: a binary heap. */
function aQueue(): { add(entry: Waiting): void; next(before: number): Waiting | undefined } {
  const heap: (Waiting & { turn: number })[] = [];
  let turns = 0;
  const earlier = (a: number, b: number): boolean => {
    const one = heap[a];
    const other = heap[b];
    if (!one || !other) return one !== undefined;
    return one.at < other.at || (one.at === other.at && one.turn < other.turn);
  };
  const swap = (a: number, b: number): void => {
    const one = heap[a];
    const other = heap[b];
    if (one && other) [heap[a], heap[b]] = [other, one];
  };
  return {
    add: (entry) => {
      turns += 1;
      heap.push({ ...entry, turn: turns });
      for (let at = heap.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if (!earlier(at, parent)) break;
        swap(at, parent);
        at = parent;
      }
    },
    next: (before) => {
      const first = heap[0];
      if (!first || first.at >= before) return undefined;
      const last = heap.pop();
      if (last && heap.length > 0) heap[0] = last;
      for (let at = 0; ;) {
        const left = 2 * at + 1;
        const least = earlier(left + 1, left) ? left + 1 : left;
        if (least >= heap.length || !earlier(least, at)) break;
        swap(at, least);
        at = least;
      }
      return first;
    },
  };
}
