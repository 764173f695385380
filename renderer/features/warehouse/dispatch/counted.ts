import type { Milli } from '#shared/core/money.ts';
import type { Counted as CountedLine } from '#shared/modules/order/counted.ts';

/** One line of a paper whose goods are counted: an order's number of the line, what it says, how much is wanted. */
export interface ToCount {
  line: number;
  product: string;
  code: string;
  name: string;
  spec: string;
  unit: string;
  quantity: Milli;
}

/** What was counted of each line; null or absent while it was not. */
export type Counted = ReadonlyMap<number, Milli | null>;

export type CountState = 'uncounted' | 'same' | 'less' | 'more';

export function countState(line: ToCount, counted: Counted): CountState {
  const found = counted.get(line.line);
  if (found === undefined || found === null) return 'uncounted';
  if (found === line.quantity) return 'same';
  return found < line.quantity ? 'less' : 'more';
}

/** All lines as the paper says; those whose pieces have numbers stay as they are, for numbers are read off the goods. */
export function countedAsNoted(lines: readonly ToCount[], counted: Counted, isNumbered: (line: ToCount) => boolean): Counted {
  return new Map(lines.map((line) => [line.line, isNumbered(line) ? (counted.get(line.line) ?? null) : line.quantity]));
}

const UNIT = 1000;

/**
 * One more unit of a scanned product. Two lines of one product (a gift beside a sale) fill up in turn; a further unit goes onto the
 * last one, so that the surplus is seen. null when the paper has no such product.
 */
export function countOne(lines: readonly ToCount[], counted: Counted, product: string): { counted: Counted; line: number } | null {
  const same = lines.filter((line) => line.product === product);
  const target = same.find((line) => (counted.get(line.line) ?? 0) < line.quantity) ?? same.at(-1);
  if (!target) return null;
  const before = counted.get(target.line) ?? 0;
  const rest = target.quantity - before;
  // The last scan of a line in fractions of a unit completes it: nobody scans 0.35 m.
  const step = rest > 0 && rest < UNIT ? rest : UNIT;
  return { counted: new Map(counted).set(target.line, before + step), line: target.line };
}

/** Numbers of the pieces counted, by line. */
export type Pieces = ReadonlyMap<number, readonly string[]>;

/** For the rules: a line of which nothing was found is left out, as nothing goes out for it. */
export function toLines(lines: readonly ToCount[], counted: Counted, pieces: Pieces): CountedLine[] {
  return lines
    .map(({ line }) => {
      const serials = pieces.get(line) ?? [];
      return { line, quantity: counted.get(line) ?? 0, ...(serials.length > 0 ? { serials } : {}) };
    })
    .filter(({ quantity }) => quantity > 0);
}

export function isCounted(lines: readonly ToCount[], counted: Counted): boolean {
  return lines.every((line) => countState(line, counted) !== 'uncounted');
}
