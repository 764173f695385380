import { refuse, ok, type Result } from '#shared/core/result.ts';
import type { Milli } from '#shared/core/money.ts';

export interface Counted {
  line: number;
  quantity: Milli;
  /** Which pieces, where they have numbers. */
  serials?: readonly string[] | undefined;
}

/** Quantities by line with each line once; refuses with NoLines and QuantityNotPositive. */
export function mergeCounted(counted: readonly Counted[]): Result<Counted[]> {
  if (counted.length === 0) return refuse('NoLines');
  const byLine = new Map<number, { line: number; quantity: Milli; serials?: readonly string[] }>();
  for (const { line, quantity, serials = [] } of counted) {
    if (!Number.isSafeInteger(quantity) || quantity <= 0) return refuse('QuantityNotPositive', { line: line + 1 });
    const before = byLine.get(line);
    const named = [...(before?.serials ?? []), ...serials];
    byLine.set(line, { line, quantity: (before?.quantity ?? 0) + quantity, ...(named.length > 0 ? { serials: named } : {}) });
  }
  return ok([...byLine.values()]);
}
