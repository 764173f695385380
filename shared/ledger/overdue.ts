import { addDays, daysBetween, type Day } from '#shared/core/calendar.ts';
import { divideRounded, type Fen } from '#shared/core/money.ts';
import { settleOldestFirst, type Charge } from './allocation.ts';

/** Money that came (or, negative, went back) on a day. */
export interface Payment {
  day: Day;
  amount: Fen;
}

/** Charges whose last day is before `day` and that money received up to and including `day` does not cover. */
export function overdueOn(
  charges: readonly Charge[],
  payments: readonly Payment[],
  day: Day,
): { amount: Fen; since: Day | ''; days: number } {
  const received = payments.reduce((sum, payment) => (payment.day <= day ? sum + payment.amount : sum), 0);
  const late = settleOldestFirst(charges, received).charges.filter(({ due, open }) => due !== '' && due < day && open > 0);
  const since = late[0]?.due ?? '';
  return { amount: late.reduce((sum, { open }) => sum + open, 0), since, days: since === '' ? 0 : daysBetween(since, day) };
}

/** A run of days over which the same sum was overdue. */
export interface InterestPart {
  from: Day;
  to: Day;
  days: number;
  amount: Fen;
}

/** Interest in ten-thousandths of a fen, before rounding, adds up over neighbouring periods. */
export interface Interest {
  parts: InterestPart[];
  /** Σ amount × days */
  fenDays: bigint;
  /** Rounded once, half up. */
  interest: Fen;
}

/**
 * Overdue interest (逾期计息, PAY-06) from `from` to `to`, both included, on what was overdue each day.
 * @param rate ten-thousandths per day: 5 is 日万分之五
 */
export function overdueInterest(
  charges: readonly Charge[],
  payments: readonly Payment[],
  period: { from: Day; to: Day },
  rate: number,
): Interest {
  const parts: InterestPart[] = [];
  const turns = [...charges.flatMap(({ due }) => (due === '' ? [] : [addDays(due, 1)])), ...payments.map(({ day }) => day)];
  const starts = [period.from, ...turns.filter((day) => day > period.from && day <= period.to).toSorted()];
  const days = [...new Set(starts)];
  for (const [index, from] of days.entries()) {
    const next = days[index + 1];
    const to = next === undefined ? period.to : addDays(next, -1);
    const { amount } = overdueOn(charges, payments, from);
    if (amount > 0 && to >= from) parts.push({ from, to, days: daysBetween(from, to) + 1, amount });
  }
  const fenDays = parts.reduce((sum, part) => sum + BigInt(part.amount) * BigInt(part.days), 0n);
  return { parts, fenDays, interest: divideRounded(fenDays * BigInt(rate), 10_000n) };
}
