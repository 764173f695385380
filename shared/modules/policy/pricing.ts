/** What a policy says a product costs a customer (ORD-05, QPA-03). */
import { shareOf, type Fen } from '#shared/core/money.ts';
import type { Customer } from '../customer/module.ts';
import type { Product } from '../product/module.ts';
import type { Policy } from './module.ts';

export interface PolicyPrice {
  listPrice: Fen;
  /** Less the discount of the customer's class and the product's group. */
  price: Fen;
  floor: Fen;
  /** That discount, in basis points. */
  share: number;
}

/** The floor of a line that was written down: the policy's where its price list has the product. */
export function floorUnder(policy: Pick<Policy, 'prices'> | null, line: { product: string; floor: Fen }): Fen {
  return policy?.prices.find((row) => row.product === line.product)?.floor ?? line.floor;
}

/** @param customerClass null: a customer without a file gets what anybody gets */
export function policyPrice(
  policy: Pick<Policy, 'prices' | 'discounts'> | null,
  id: string,
  product: Pick<Product, 'price' | 'floor' | 'group'>,
  customerClass: Customer['class'] | null,
): PolicyPrice {
  const rule = policy?.prices.find((row) => row.product === id);
  const listPrice = rule?.price ?? product.price;
  const floor = rule?.floor ?? product.floor;
  const shares = (policy?.discounts ?? [])
    .filter((row) => (row.class === 'any' || row.class === customerClass) && (row.group === 'any' || row.group === product.group))
    .map((row) => row.share);
  const share = Math.max(0, ...shares);
  // A discount of the policy never reaches below its own floor.
  return { listPrice, price: Math.max(floor, shareOf(listPrice, 10_000 - share)), floor, share };
}
