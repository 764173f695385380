import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { Customer } from '../customer/module.ts';
import { product } from '../product/module.ts';
import type { Policy } from './module.ts';
import { floorUnder, policyPrice } from './pricing.ts';

/** A line as typed: what the product's file and the policy say of it is looked up. */
interface TypedLine {
  product: string;
  price: Fen;
  listPrice?: Fen;
  floor?: Fen;
}

/**
 * Lines with the list price, policy price and floor of the policy in force for this customer: what a concession is measured against, whoever
 * wrote the paper. Goods without a file in the book keep what was typed.
 */
export async function priceLines<Line extends TypedLine>(
  read: Reader,
  lines: readonly Line[],
  inForce: Pick<Policy, 'prices' | 'discounts'> | null,
  customerClass: Customer['class'] | null,
): Promise<(Line & { listPrice: Fen; policyPrice: Fen; floor: Fen })[]> {
  const found = await read.getMany([...new Set(lines.map((line) => line.product))].filter((id) => id !== ''));
  return lines.map((line) => {
    const record = found.get(line.product);
    if (record?.kind !== product.kind) {
      const typed = line.listPrice ?? line.price;
      return {
        ...line,
        listPrice: typed,
        policyPrice: typed,
        floor: floorUnder(inForce, { product: line.product, floor: line.floor ?? 0 }),
      };
    }
    const { listPrice, price, floor } = policyPrice(inForce, line.product, product.read(record).body, customerClass);
    return { ...line, listPrice, policyPrice: price, floor };
  });
}
