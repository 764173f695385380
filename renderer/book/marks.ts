import type { Hlc } from '#shared/core/hybrid-clock.ts';

/** Where the working copy stands. Written in the same transaction as the documents and figures it speaks of. */
export interface Marks {
  /** Last journal entry in the copy. */
  checkpoint: number;
  /** Newest event seen; the next one must be later. */
  hlc: Hlc;
  /** Version of the program that computed the figures. */
  program: string;
  /** A build from a snapshot that has not ended. */
  building: { snapshot: string; done: number } | null;
  /** Documents were written whose balances are still in memory only; `sumUp` is to come. */
  unsummed: boolean;
}

export interface MarkRow {
  name: string;
  value: unknown;
}

const noMarks: Marks = { checkpoint: 0, hlc: '', program: '', building: null, unsummed: false };

export function toMarks(rows: readonly MarkRow[]): Marks {
  return { ...noMarks, ...Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
}

export function toRows(marks: Partial<Marks>): MarkRow[] {
  return Object.entries(marks).map(([name, value]) => ({ name, value }));
}
