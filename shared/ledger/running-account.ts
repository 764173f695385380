import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';

/** What changed an account on a day; positive: the customer owes more. */
export interface Movement {
  day: Day;
  amount: Fen;
}

export interface RunningAccount<M extends Movement> {
  opening: Fen;
  /** Oldest first, each with the balance after it. */
  rows: (M & { balance: Fen })[];
  debit: Fen;
  credit: Fen;
  closing: Fen;
}

/** Opening balance, movements of the period and closing balance; opening + debit − credit = closing. Both days are included. */
export function runningAccount<M extends Movement>(movements: readonly M[], from: Day, to: Day): RunningAccount<M> {
  const opening = movements.reduce((sum, { day, amount }) => (day < from ? sum + amount : sum), 0);
  let balance = opening;
  let debit = 0;
  let credit = 0;
  const rows = movements
    .filter(({ day }) => day >= from && day <= to)
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map((movement) => {
      balance += movement.amount;
      if (movement.amount > 0) debit += movement.amount;
      else credit -= movement.amount;
      return { ...movement, balance };
    });
  return { opening, rows, debit, credit, closing: balance };
}
