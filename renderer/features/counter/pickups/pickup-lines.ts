import { z } from 'zod';
import { lineAmount, type Fen, type Milli } from '#shared/core/money.ts';
import type { OrderLine } from '#shared/modules/order/module.ts';
import type { OrderView } from '../orders/read-order.ts';

/** One order line as it stands in the form of a pick-up slip. */
export interface BuyLine {
  /** Index in the order. */
  line: number;
  goods: Pick<OrderLine, 'name' | 'spec' | 'unit'>;
  /** Still owed to the customer, thousandths. */
  open: Milli;
  quantity: Milli | null;
  /** Fen per unit. */
  cost: Fen | null;
}

const shortOf = z.array(z.object({ product: z.string(), missing: z.number() }));

/** Lines that are still owed, with what the stock check found missing as the quantity to buy. */
export function linesToBuy(view: Pick<OrderView, 'record' | 'progress'>): BuyLine[] {
  const checked = view.record.events.findLast(({ type }) => type === 'checked');
  const found = shortOf.safeParse(checked?.data.short);
  const missing = new Map(found.success ? found.data.map((short) => [short.product, short.missing]) : []);
  return view.record.body.lines.flatMap((line, index) => {
    const open = view.progress[index]?.open.quantity ?? 0;
    if (open <= 0) return [];
    // The same product on two lines: the first takes what it can of the missing quantity.
    const quantity = Math.min(open, missing.get(line.product) ?? 0);
    missing.set(line.product, (missing.get(line.product) ?? 0) - quantity);
    const { name, spec, unit } = line;
    return [{ line: index, goods: { name, spec, unit }, open, quantity: quantity > 0 ? quantity : null, cost: null }];
  });
}

export function wantedOf(lines: readonly BuyLine[]): { line: number; quantity: Milli; cost: Fen }[] {
  return lines.flatMap(({ line, quantity, cost }) => (quantity !== null && quantity > 0 ? [{ line, quantity, cost: cost ?? 0 }] : []));
}

export function costOf(lines: readonly BuyLine[]): Fen {
  return wantedOf(lines).reduce((sum, line) => sum + lineAmount(line.cost, line.quantity), 0);
}
