import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';

/** Something to be paid. `due` is its last day, '' when it hangs on an event that has no date yet: never overdue, paid in its place. */
export interface Charge {
  due: Day | '';
  amount: Fen;
}

export type Settled<C extends Charge> = C & { paid: Fen; open: Fen };

/**
 * Money received against charges, the oldest first (PAY-01). A charge without a day keeps its place after the charge before it. The parts
 * add up: Σ paid + surplus = received, and negative money (more given back than came) pays nothing.
 */
export function settleOldestFirst<C extends Charge>(charges: readonly C[], received: Fen): { charges: Settled<C>[]; surplus: Fen } {
  let left = received;
  const settled = oldestFirst(charges).map((charge) => {
    const paid = Math.max(0, Math.min(left, charge.amount));
    left -= paid;
    return { ...charge, paid, open: charge.amount - paid };
  });
  return { charges: settled, surplus: left };
}

function oldestFirst<C extends Charge>(charges: readonly C[]): C[] {
  let reached = '';
  return charges
    .map((charge) => {
      if (charge.due > reached) reached = charge.due;
      return { charge, place: charge.due === '' ? reached : charge.due };
    })
    .toSorted((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0))
    .map(({ charge }) => charge);
}
