import type { Figure, PartName } from './figure.ts';
import type { Machine } from './machine.ts';

/** All of one call of the suite, as its JSON file has it. */
export interface Report {
  /** ISO. */
  at: string;
  machine: Machine;
  load: { least: number; most: number };
  /** Seconds each part took, by documents and part. */
  took: { documents: number; part: PartName | 'prepare'; seconds: number }[];
  /** Parts that came to no end, with the reason. */
  failed: { documents: number; part: PartName; reason: string }[];
  figures: Figure[];
}
