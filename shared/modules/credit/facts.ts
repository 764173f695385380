/** Credit of a customer: grade in force, limit, and all that is owed or promised ahead of the money (CRM-07, PAY-04). */
import { addMonths, daysBetween, lastDay, monthOf, type Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Facts, Parameters } from '#shared/policy/gate.ts';
import { threshold } from '#shared/policy/parameters.ts';
import { contract, isInForce, type Contract } from '../contract/module.ts';
import type { Customer } from '../customer/module.ts';
import { partyPart } from '../order/goods-out.ts';
import { credit, type Credit } from './module.ts';

export interface GradeInForce {
  record: DocumentRecord<Credit>;
  /** Days since it ran out; 0 on its last day and before. */
  lapsedDays: number;
}

/** The grade fixed last for any of the customer's files, whether it still holds or ran out; null when there is none. */
export async function gradeOf(read: Reader, parties: readonly string[], today: Day): Promise<GradeInForce | null> {
  const fixed: DocumentRecord<Credit>[] = [];
  for (const party of parties) {
    const { rows } = await read.all({ kind: credit.kind, party });
    fixed.push(...rows.filter(({ status }) => status === 'inForce').map((row) => credit.read(row)));
  }
  const when = ({ events }: DocumentRecord<Credit>) => events.find(({ type }) => type === 'approved')?.id ?? '';
  const record = fixed.toSorted((one, other) => (when(one) < when(other) ? 1 : -1))[0];
  return record ? { record, lapsedDays: Math.max(0, daysBetween(record.body.validUntil, today)) } : null;
}

/** What the customer may owe: by the grade while it holds, nothing once it ran out, the file's own limit when there never was one. */
export function limitUnder(grade: GradeInForce | null, file: Pick<Customer, 'creditLimit' | 'creditDays'>): { limit: Fen; days: number } {
  if (!grade) return { limit: file.creditLimit, days: file.creditDays };
  return grade.lapsedDays > 0 ? { limit: 0, days: 0 } : { limit: grade.record.body.limit, days: grade.record.body.days };
}

/** What G-06 reads; `owed` is what would be owed ahead of the money. */
export function gradeFacts(grade: GradeInForce | null, use: 'account' | 'contract', owed: Fen): Facts {
  return { use, graded: grade !== null, lapsedDays: grade?.lapsedDays ?? 0, credit: owed };
}

/** The part of a contract that is paid after the goods: instalments and balance; all of it when no plan says otherwise. */
export function deferredOf({ plan, total }: Pick<Contract, 'plan' | 'total'>): Fen {
  const ahead = plan.reduce((sum, { kind, amount }) => (kind === 'deposit' || kind === 'first' ? sum + amount : sum), 0);
  return Math.max(0, total - ahead);
}

/** Credit that contracts hold which are signed and not delivered yet, of all desks as far as this one has heard. */
export async function heldByContracts(read: Reader, parties: readonly string[]): Promise<Fen> {
  let held = 0;
  for (const party of parties) {
    const { rows } = await read.all({ kind: contract.kind, party });
    for (const row of rows) {
      if (!isInForce(row.status) && row.status !== 'countersigned' && row.status !== 'sealed') continue;
      const deferred = deferredOf(contract.read(row).body);
      const beyond = Math.max(0, (await read.balance(`received/${row.id}`)) - (row.amount - deferred));
      const owed = Math.max(0, await read.balance(`receivable/${partyPart(party)}/${row.id}`));
      held += Math.max(0, deferred - beyond - owed);
    }
  }
  return held;
}

/** Limit and term of a grade under the policy in force. */
export function gradeTable(grade: Credit['grade'], parameters: Parameters): { limit: Fen; days: number } {
  return { limit: threshold(parameters, `credit.limit_${grade}`), days: threshold(parameters, `credit.days_${grade}`) };
}

/** Last day of a grade fixed today. */
export function gradeUntil(today: Day, parameters: Parameters): Day {
  const month = addMonths(monthOf(today), threshold(parameters, 'credit.grade_valid_months'));
  const day = `${month}-${today.slice(8)}`;
  return day < lastDay(month) ? day : lastDay(month);
}
