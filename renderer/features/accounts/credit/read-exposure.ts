import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { readAs } from '#shared/documents/step.ts';
import { gradeOf, heldByContracts, limitUnder, type GradeInForce } from '#shared/modules/credit/facts.ts';
import { partyIds } from '#shared/modules/customer/facts.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { creditFacts, openDebts } from '#shared/modules/order/facts.ts';

/** What a customer owes or will owe ahead of the money, part by part, against what it may. */
export interface Exposure {
  /** Delivered or confirmed and not paid. */
  owed: Fen;
  /** Promised on account and not delivered. */
  promised: Fen;
  /** Contracts signed: what they let the customer owe later. */
  held: Fen;
  open: Fen;
  limit: Fen;
  days: number;
  overdueDays: number;
  grade: GradeInForce | null;
}

/** Null without a file. The sum is the one the gates judge by. */
export async function readExposure(read: Reader, party: string, today: Day): Promise<Exposure | null> {
  const file = await readAs(read, customer, party);
  const facts = await creditFacts(read, party, 0, today);
  if (!file || !facts) return null;
  const parties = await partyIds(read, party);
  const owed = (await openDebts(read, parties, today)).reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
  const held = await heldByContracts(read, parties);
  const open = Number(facts.limit.open);
  const grade = await gradeOf(read, parties, today);
  return {
    owed,
    held,
    promised: open - owed - held,
    open,
    ...limitUnder(grade, file.body),
    overdueDays: Number(facts.limit.overdueDays),
    grade,
  };
}
