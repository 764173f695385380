import type { Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { freeStock } from '#shared/modules/order/facts.ts';
import type { Product } from '#shared/modules/product/module.ts';

export interface Suggestion {
  /** '' when there is nothing to be had; `to` is '' when nothing is lacking. */
  from: string;
  to: string;
  quantity: Milli | null;
}

/** From where most is free to where most is lacking, as much as is lacking and free. */
export function suggestTransfer(body: Pick<Product, 'lowStock'>, free: readonly { location: string; free: Milli }[]): Suggestion {
  const byFree = free.toSorted((a, b) => b.free - a.free);
  const from = byFree[0];
  const to = byFree.at(-1);
  const lacking = to ? Math.max(0, body.lowStock - to.free) : 0;
  if (!from || !to || from.location === to.location || from.free <= 0)
    return { from: '', to: to && lacking > 0 ? to.location : '', quantity: null };
  const quantity = Math.min(lacking, from.free);
  return { from: from.location, to: to.location, quantity: quantity > 0 ? quantity : null };
}

/** What is free of a product at each of these places that has or had some of it. */
export async function readFree(
  read: Reader,
  productId: string,
  locations: readonly { id: string }[],
): Promise<{ location: string; free: Milli }[]> {
  const found = [];
  for (const { id } of locations) {
    const known = (await read.balance(`stock/${id}/${productId}`)) !== 0 || (await read.balance(`reserved/${id}/${productId}`)) !== 0;
    if (known) found.push({ location: id, free: await freeStock(read, id, productId) });
  }
  return found;
}
