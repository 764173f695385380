import { refuse, ok, type Result } from '#shared/core/result.ts';
import type { Milli } from '#shared/core/money.ts';

export interface Counted {
  line: number;
  quantity: Milli;
}

/** Quantities by line with each line once; refuses with NoLines and QuantityNotPositive. */
export function mergeCounted(counted: readonly Counted[]): Result<Counted[]> {
  if (counted.length === 0) return refuse('NoLines');
  const byLine = new Map<number, Milli>();
  for (const { line, quantity } of counted) {
    if (!Number.isSafeInteger(quantity) || quantity <= 0) return refuse('QuantityNotPositive', { line: line + 1 });
    byLine.set(line, (byLine.get(line) ?? 0) + quantity);
  }
  return ok([...byLine].map(([line, quantity]) => ({ line, quantity })));
}
