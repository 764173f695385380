import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { readAs } from '#shared/documents/step.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import { threshold } from '#shared/policy/parameters.ts';
import { gradeOf, limitUnder } from '../credit/facts.ts';
import { creditFacts, openDebts, type OpenDebt } from '../order/facts.ts';
import { order } from '../order/module.ts';
import { partyIds } from './facts.ts';
import { customer } from './module.ts';

export interface DebtAges {
  notDue: Fen;
  /** Overdue by age, split at the policy's three edges (30, 60 and 90 days unless set otherwise). */
  overdue: [Fen, Fen, Fen, Fen];
}

export interface CustomerSummary {
  /** All ids its papers may carry: its own and those of files merged into it. */
  parties: string[];
  debts: OpenDebt[];
  /** Sum of what is owed, without prepayments. */
  owed: Fen;
  /** Paid in advance. */
  prepaid: Fen;
  ages: DebtAges;
  overdueDays: number;
  /** What the customer may owe and for how long: by the grade in force, else by the file. */
  credit: { limit: Fen; days: number; grade: string };
  /** Limit less what is owed and what is promised on account. */
  creditLeft: Fen;
  lastPurchase: { id: string; no: string; day: Day; amount: Fen } | null;
}

/** What the counter wants to know of a customer at a glance (CRM-01, PAY-04); null without a file. */
export async function customerSummary(read: Reader, id: string, today: Day, parameters: Parameters): Promise<CustomerSummary | null> {
  const file = await readAs(read, customer, id);
  if (!file) return null;
  const parties = await partyIds(read, id);
  const debts = await openDebts(read, parties, today);
  const [credit, grade, lastPurchase] = await Promise.all([
    creditFacts(read, id, 0, today, debts),
    gradeOf(read, parties, today),
    lastPurchaseOf(read, parties),
  ]);
  const allowed = limitUnder(grade, file.body);
  const positive = debts.filter(({ amount }) => amount > 0);
  const open = typeof credit?.limit.open === 'number' ? credit.limit.open : 0;
  return {
    parties,
    debts,
    owed: sum(positive),
    prepaid: 0 - sum(debts.filter(({ amount }) => amount < 0)),
    ages: agesOf(positive, parameters),
    overdueDays: Math.max(0, ...positive.map(({ overdueDays }) => overdueDays)),
    credit: { ...allowed, grade: grade && grade.lapsedDays === 0 ? grade.record.body.grade : '' },
    creditLeft: allowed.limit - open,
    lastPurchase,
  };
}

/** Debts by age; also for the branch's list of receivables. */
export function agesOf(debts: readonly OpenDebt[], parameters: Parameters): DebtAges {
  const [first, second, third] = [
    threshold(parameters, 'receivable.age_days_1'),
    threshold(parameters, 'receivable.age_days_2'),
    threshold(parameters, 'receivable.age_days_3'),
  ];
  const between = (from: number, to: number) => sum(debts.filter(({ overdueDays }) => overdueDays > from && overdueDays <= to));
  return {
    notDue: between(-Infinity, 0),
    overdue: [between(0, first), between(first, second), between(second, third), between(third, Infinity)],
  };
}

function sum(debts: readonly OpenDebt[]): Fen {
  return debts.reduce((total, { amount }) => total + amount, 0);
}

async function lastPurchaseOf(read: Reader, parties: readonly string[]): Promise<CustomerSummary['lastPurchase']> {
  let last: CustomerSummary['lastPurchase'] = null;
  for (const party of parties) {
    const { rows } = await read.list({ kind: order.kind, party, limit: 20 });
    const sale = rows.find(({ status }) => status !== 'voided' && status !== 'returned');
    if (sale && (!last || sale.day > last.day)) last = { id: sale.id, no: sale.no, day: sale.day, amount: sale.amount };
  }
  return last;
}
