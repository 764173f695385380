/** How a customer keeps contracts (CRM-08, S5.15): value, money in time, goods taken, disputes. */
import { daysBetween, type Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { effectiveDay } from '../contract/facts.ts';
import { contract, type Contract } from '../contract/module.ts';
import { moneyOf, overdueOf } from '../recovery/contract-money.ts';
import { partyIds } from './facts.ts';

export interface ContractPerformance {
  record: DocumentRecord<Contract>;
  due: Fen;
  received: Fen;
  overdue: Fen;
  overdueDays: number;
  /** Days from its taking effect to its closing, null while it runs. */
  days: number | null;
  disputes: number;
}

export interface CustomerPerformance {
  contracts: ContractPerformance[];
  value: Fen;
  received: Fen;
  overdue: Fen;
  longestOverdue: number;
  closed: number;
  disputes: number;
}

/** Contracts that took effect, newest first, and what they add up to. */
export async function performanceOf(read: Reader, party: string, today: Day): Promise<CustomerPerformance> {
  const contracts: ContractPerformance[] = [];
  for (const id of await partyIds(read, party)) {
    for (const row of (await read.all({ kind: contract.kind, party: id })).rows) {
      const record = contract.read(row);
      const since = effectiveDay(record);
      if (since === '') continue;
      const money = await moneyOf(read, record);
      const late = record.status === 'closed' ? { amount: 0, days: 0 } : overdueOf(money, today);
      const closed = record.events.findLast(({ type }) => type === 'closed')?.data.day;
      contracts.push({
        record,
        due: money.due,
        received: money.received,
        overdue: late.amount,
        overdueDays: late.days,
        days: typeof closed === 'string' ? daysBetween(since, closed) : null,
        disputes: record.events.filter(({ type }) => type === 'disputed').length,
      });
    }
  }
  const sum = (part: (one: ContractPerformance) => number) => contracts.reduce((total, one) => total + part(one), 0);
  return {
    contracts: contracts.toSorted((a, b) => (a.record.seek < b.record.seek ? -1 : 1)),
    value: sum(({ due }) => due),
    received: sum(({ received }) => received),
    overdue: sum(({ overdue }) => overdue),
    longestOverdue: Math.max(0, ...contracts.map(({ overdueDays }) => overdueDays)),
    closed: contracts.filter(({ record }) => record.status === 'closed').length,
    disputes: sum(({ disputes }) => disputes),
  };
}
