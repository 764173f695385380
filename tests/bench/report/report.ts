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

/** Several calls as one; what was measured again replaces what was measured before. */
export function mergeReports(reports: readonly [Report, ...Report[]]): Report {
  const figures = new Map<string, Figure>();
  const failed = new Map<string, Report['failed'][number]>();
  for (const report of reports) {
    for (const { documents, part } of report.took) {
      failed.delete(`${documents} ${part}`);
      for (const [key, figure] of figures) if (figure.documents === documents && figure.part === part) figures.delete(key);
    }
    for (const one of report.failed) failed.set(`${one.documents} ${one.part}`, one);
    for (const figure of report.figures) figures.set(`${figure.documents} ${figure.part} ${figure.work}`, figure);
  }
  const last = reports.at(-1) ?? reports[0];
  return {
    at: last.at,
    machine: last.machine,
    load: { least: Math.min(...reports.map(({ load }) => load.least)), most: Math.max(...reports.map(({ load }) => load.most)) },
    took: reports.flatMap(({ took }) => took),
    failed: [...failed.values()],
    figures: [...figures.values()],
  };
}
