/** Money is an integer number of fen (分). Quantities are integers in thousandths. Never floats. */
export type Fen = number;
/** Thousandths of the product's unit: 1.5 kg is 1500. */
export type Milli = number;

/** Largest amount any paper may carry: 1 万亿元 less one fen, well inside a safe integer. */
export const LARGEST_FEN = 99_999_999_999_999;

/** Half away from zero, the rule of Chinese bookkeeping (四舍五入). `numerator / denominator` in exact integers. */
export function divideRounded(numerator: bigint, denominator: bigint): number {
  if (denominator === 0n) throw new RangeError('division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * n + d) / (2n * d);
  return Number(negative ? -rounded : rounded);
}

/** Price per whole unit in fen × quantity in thousandths → amount in fen, rounded half up. */
export function lineAmount(price: Fen, quantity: Milli): Fen {
  return divideRounded(BigInt(price) * BigInt(quantity), 1000n);
}

/** `amount × basisPoints / 10 000`, rounded half up. 60 % is 6 000 basis points. */
export function shareOf(amount: Fen, basisPoints: number): Fen {
  return divideRounded(BigInt(amount) * BigInt(basisPoints), 10_000n);
}

/**
 * Splits `total` in proportion to `weights` (non-negative integers) so that the parts add up exactly
 * (largest remainder; ties go to the earlier part). All-zero weights split evenly.
 * @throws RangeError when there are no weights or one is negative
 */
export function allocate(total: Fen, weights: readonly number[]): Fen[] {
  if (weights.length === 0) throw new RangeError('nothing to allocate to');
  if (weights.some((weight) => weight < 0 || !Number.isSafeInteger(weight))) throw new RangeError('weights must be non-negative integers');
  const even = weights.every((weight) => weight === 0);
  const shares = weights.map((weight) => BigInt(even ? 1 : weight));
  const sum = shares.reduce((a, b) => a + b, 0n);
  const sign = total < 0 ? -1 : 1;
  const whole = BigInt(Math.abs(total));
  const floors = shares.map((share) => (whole * share) / sum);
  let left = Number(whole - floors.reduce((a, b) => a + b, 0n));
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: (whole * share) % sum }))
    .toSorted((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  const parts = floors.map(Number);
  for (const { index } of byRemainder) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts.map((part) => (part === 0 ? 0 : sign * part));
}

/** `123456` → `1,234.56`; `-5` → `-0.05`. */
export function formatFen(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}

/** `1500` → `1.5`; `2000` → `2`; `1234000` → `1,234`. */
export function formatMilli(quantity: Milli): string {
  const digits = String(Math.abs(quantity)).padStart(4, '0');
  const whole = digits.slice(0, -3).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const part = digits.slice(-3).replace(/0+$/, '');
  return `${quantity < 0 ? '-' : ''}${whole}${part ? `.${part}` : ''}`;
}

/** What a clerk types: `1,234.5`, `￥1234.50`, full-width digits. `null` when it is not an amount of at most two decimals. */
export function parseFen(text: string): Fen | null {
  return parseDecimal(text, 2, LARGEST_FEN);
}

/** What a clerk types for a quantity: at most three decimals; `null` otherwise. */
export function parseMilli(text: string): Milli | null {
  return parseDecimal(text, 3, LARGEST_FEN);
}

function parseDecimal(text: string, decimals: number, largest: number): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s¥,元]/g, '')
    .replace(/−/g, '-');
  const match = /^(-?)(\d{1,15})(?:\.(\d*))?$/.exec(plain);
  if (!match) return null;
  const fraction = match[3] ?? '';
  if (fraction.length > decimals && /[1-9]/.test(fraction.slice(decimals))) return null;
  const value = Number(`${match[2]}${fraction.slice(0, decimals).padEnd(decimals, '0')}`);
  if (!Number.isSafeInteger(value) || value > largest) return null;
  return match[1] && value !== 0 ? -value : value;
}
