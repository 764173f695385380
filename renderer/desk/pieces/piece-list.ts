import { hasCheckDigit, isSerial, splitSerials, type Tracking } from '#shared/modules/product/serials.ts';

export type PieceProblem =
  | { code: 'wrong' | 'wrongVin' | 'repeated' | 'notHere' | 'full'; serial: string }
  | { code: 'elsewhere'; serial: string; line: number };

export interface PieceRules {
  tracking: Tracking;
  /** No more than these; as many as there are when left out. */
  most?: number | null | undefined;
  /** Pieces there are to choose from; undefined when they come in. */
  among?: readonly string[] | undefined;
  /** Line of the same paper that has this piece already, from 1. */
  lineOf?: ((serial: string) => number | null) | undefined;
}

/** What was typed, scanned or pasted, added to the pieces named so far; and what of it was not taken, and why. */
export function addPieces(list: readonly string[], typed: string, rules: PieceRules): { list: string[]; problems: PieceProblem[] } {
  const added = [...list];
  const problems: PieceProblem[] = [];
  for (const serial of splitSerials(typed)) {
    const problem = problemOf(added, serial, rules);
    if (problem) problems.push(problem);
    else added.push(serial);
  }
  return { list: added, problems };
}

function problemOf(list: readonly string[], serial: string, { tracking, most = null, among, lineOf }: PieceRules): PieceProblem | null {
  if (list.includes(serial)) return { code: 'repeated', serial };
  const line = lineOf?.(serial) ?? null;
  if (line !== null) return { code: 'elsewhere', serial, line };
  if (among ? !among.includes(serial) : !isSerial(tracking, serial))
    return { code: among ? 'notHere' : tracking === 'vin' ? 'wrongVin' : 'wrong', serial };
  return most !== null && list.length >= most ? { code: 'full', serial } : null;
}

/** A VIN whose check digit does not fit: worth a second look. */
export function isDoubtful(tracking: Tracking, serial: string): boolean {
  return tracking === 'vin' && !hasCheckDigit(serial);
}
