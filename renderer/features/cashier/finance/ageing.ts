import type { Day } from '#shared/core/calendar.ts';
import { daysBetween } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { dueDay, order } from '#shared/modules/order/module.ts';

/** Days overdue a bucket begins with; what is not due yet is `current`. */
export const buckets = ['current', 'to30', 'to60', 'to90', 'over90'] as const;
export type Bucket = (typeof buckets)[number];

/** 0 days overdue is paid on its last day: still current. */
export function bucketOf(overdueDays: number): Bucket {
  if (overdueDays <= 0) return 'current';
  if (overdueDays <= 30) return 'to30';
  if (overdueDays <= 60) return 'to60';
  return overdueDays <= 90 ? 'to90' : 'over90';
}

export interface Aged {
  /** Customer's id, '' for walk-ins without a file. */
  party: string;
  name: string;
  open: Fen;
  /** Days of the oldest overdue debt, 0 when none. */
  overdueDays: number;
  papers: number;
  buckets: Readonly<Record<Bucket, Fen>>;
}

/**
 * What each customer owes, by how long it is overdue; the longest overdue first. Only accounts that are not zero are looked at;
 * prepayments are left out of the buckets and lower `open`.
 */
export async function agedReceivables(read: Reader, today: Day): Promise<Aged[]> {
  const debts = [...(await read.balances('receivable/'))].map(([path, amount]) => {
    const [, party = '', source = ''] = path.split('/');
    return { party: party === '-' ? '' : party, source, amount };
  });
  const records = await read.getMany([...new Set(debts.flatMap(({ party, source }) => [party, source]))].filter((id) => id !== ''));
  const byParty = new Map<string, Aged>();
  for (const { party, source, amount } of debts) {
    const record = records.get(source);
    const overdue = amount > 0 && record ? Math.max(0, daysBetween(dueOf(record), today)) : 0;
    const before = byParty.get(party) ?? {
      party,
      name: records.get(party)?.title ?? '',
      open: 0,
      overdueDays: 0,
      papers: 0,
      buckets: nothing,
    };
    const bucket = bucketOf(overdue);
    byParty.set(party, {
      ...before,
      open: before.open + amount,
      overdueDays: Math.max(before.overdueDays, overdue),
      papers: before.papers + 1,
      buckets: amount > 0 ? { ...before.buckets, [bucket]: before.buckets[bucket] + amount } : before.buckets,
    });
  }
  return [...byParty.values()].filter(({ open }) => open !== 0).toSorted((a, b) => b.overdueDays - a.overdueDays || b.open - a.open);
}

function dueOf(record: AnyRecord): Day {
  if (record.kind === order.kind) return dueDay(order.read(record));
  return typeof record.body.due === 'string' ? record.body.due : record.day;
}

const nothing: Readonly<Record<Bucket, Fen>> = { current: 0, to30: 0, to60: 0, to90: 0, over90: 0 };
