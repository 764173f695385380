/** What is given away against the policy's prices: the order attachment lists it, authority and gates measure it (QPA-04, G-03, G-04). */
import { allocate, divideRounded, lineAmount, type Fen, type Milli } from '#shared/core/money.ts';

export interface PricedLine {
  name: string;
  quantity: Milli;
  listPrice: Fen;
  /** The list's when the paper does not know the policy's. */
  policyPrice?: Fen;
  price: Fen;
  amount: Fen;
  gift: boolean;
}

export interface ConcessionItem {
  line: number;
  name: string;
  kind: 'discount' | 'gift';
  /** Policy price per unit, and what it comes to after the line's share of the discount on the whole. */
  policyPrice: Fen;
  price: Fen;
  amount: Fen;
}

export interface Concession {
  items: readonly ConcessionItem[];
  amount: Fen;
  /** Of what the policy asks for the whole, in basis points, rounded up: 5 % and a fen is more than 5 %. */
  share: number;
}

/** A line dearer than the policy's price makes up for no other line's discount. */
export function concessionOf({ lines, total }: { lines: readonly PricedLine[]; total: Fen }): Concession {
  if (lines.length === 0) return { items: [], amount: 0, share: 0 };
  const values = allocate(
    Math.max(0, total),
    lines.map((line) => line.amount),
  );
  let asked = 0;
  const items = lines.flatMap((line, index): ConcessionItem[] => {
    const policyPrice = line.policyPrice ?? line.listPrice;
    const wanted = lineAmount(policyPrice, line.quantity);
    const value = line.gift ? 0 : (values[index] ?? 0);
    asked += wanted;
    if (value >= wanted) return [];
    const price = line.quantity === 0 ? 0 : divideRounded(BigInt(value) * 1000n, BigInt(line.quantity));
    return [{ line: index, name: line.name, kind: line.gift ? 'gift' : 'discount', policyPrice, price, amount: wanted - value }];
  });
  const amount = items.reduce((sum, item) => sum + item.amount, 0);
  return { items, amount, share: asked === 0 ? 0 : Number((BigInt(amount) * 10_000n + BigInt(asked) - 1n) / BigInt(asked)) };
}
