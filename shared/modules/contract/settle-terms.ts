import { lineAmount } from '#shared/core/money.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import type { Terms } from './terms.ts';

/**
 * Terms as typed, worked out: gifts at price 0, amounts, the total. Refuses with NoLines, QuantityNotPositive, TotalIsNegative,
 * PlanDiffers (the parts of the payment plan do not add up to the total).
 */
export function settleTerms<T extends Omit<Terms, 'total'>>(typed: T): Result<T & { total: number }> {
  if (typed.lines.length === 0) return refuse('NoLines');
  const bad = typed.lines.findIndex((line) => !Number.isSafeInteger(line.quantity) || line.quantity <= 0);
  if (bad >= 0) return refuse('QuantityNotPositive', { line: bad + 1 });
  const lines = typed.lines.map((line) => {
    const price = line.gift ? 0 : line.price;
    return { ...line, price, amount: lineAmount(price, line.quantity) };
  });
  const total = lines.reduce((sum, line) => sum + line.amount, 0) - typed.discount;
  if (total < 0) return refuse('TotalIsNegative', { discount: typed.discount, total });
  const planned = typed.plan.reduce((sum, part) => sum + part.amount, 0);
  if (typed.plan.length > 0 && planned !== total) return refuse('PlanDiffers', { planned, total });
  return ok({ ...typed, lines, total });
}
