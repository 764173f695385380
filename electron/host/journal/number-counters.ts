/** Gives out the printed numbers, one sequence per range, never the same twice. */

export interface NumberCounters {
  give(range: string): string;
  /** Counts a number a document already carries (imported, from elsewhere), so that it is not given again. */
  note(number: string): void;
  /** Makes the ranges count at least this far. */
  raise(counters: Readonly<Record<string, number>>): void;
  last(range: string): number;
  all(): Record<string, number>;
  /** Takes back what was given since `all`, when nothing of it was written. */
  reset(counters: Readonly<Record<string, number>>): void;
}

const printed = /^([A-Z]{2}-[A-Z]{2}\d{2}-[A-Z]-\d{4})-(\d{4,12})$/;

/** The range a printed number is of; '' for any other text. */
export function rangeOf(number: string): string {
  return printed.exec(number)?.[1] ?? '';
}

export function createNumberCounters(): NumberCounters {
  const counts = new Map<string, number>();
  const last = (range: string): number => counts.get(range) ?? 0;
  const raiseOne = (range: string, sequence: number): void => void counts.set(range, Math.max(sequence, last(range)));

  return {
    give: (range) => {
      raiseOne(range, last(range) + 1);
      return `${range}-${String(last(range)).padStart(4, '0')}`;
    },
    note: (number) => {
      const [, range, digits] = printed.exec(number) ?? [];
      if (range !== undefined) raiseOne(range, Number(digits));
    },
    raise: (counters) => {
      for (const [range, sequence] of Object.entries(counters)) raiseOne(range, sequence);
    },
    last,
    all: () => Object.fromEntries(counts),
    reset: (counters) => {
      counts.clear();
      for (const [range, sequence] of Object.entries(counters)) counts.set(range, sequence);
    },
  };
}
