import { daysBetween, firstDay, lastDay, monthOf, monthsUpTo, type Day, type Month } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { moduleOf } from '#shared/modules/registry.ts';

export interface TodayFigures {
  visits: number;
  orders: number;
  ordered: Fen;
  sales: Fen;
  dispatches: number;
  /** method → fen */
  takings: ReadonlyMap<string, Fen>;
}

export async function readToday(read: Reader, today: Day): Promise<TodayFigures> {
  const of = (figure: string) => read.balance(`${figure}/${today}`);
  const [takings, visits, orders, ordered, sales, dispatches] = await Promise.all([
    read.balances(`takings/${today}/`),
    of('visits'),
    of('orders'),
    of('ordered'),
    of('sales'),
    of('dispatches'),
  ]);
  return {
    visits,
    orders,
    ordered,
    sales,
    dispatches,
    takings: new Map([...takings].map(([path, amount]) => [path.split('/')[2] ?? '', amount])),
  };
}

export interface MonthSales {
  month: Month;
  sales: Fen;
  /** The same month a year before. */
  before: Fen;
}

/** Twelve months up to today's, each beside the year before: one pass over the daily accounts. */
export async function readMonths(read: Reader, today: Day): Promise<MonthSales[]> {
  const byMonth = new Map<Month, Fen>();
  for (const [path, amount] of await read.balances('sales/')) {
    const month = path.slice('sales/'.length, 'sales/'.length + 7);
    byMonth.set(month, (byMonth.get(month) ?? 0) + amount);
  }
  return monthsUpTo(monthOf(today), 12).map((month) => ({
    month,
    sales: byMonth.get(month) ?? 0,
    before: byMonth.get(`${Number(month.slice(0, 4)) - 1}${month.slice(4)}`) ?? 0,
  }));
}

export interface Share {
  id: string;
  title: string;
  amount: Fen;
}

/** The largest shares of a family of accounts whose last part is a document's id, with their names. */
export async function readShares(read: Reader, prefix: string, most: number): Promise<Share[]> {
  const amounts = [...(await read.balances(prefix))]
    .map(([path, amount]) => ({ id: path.slice(prefix.length), amount }))
    .toSorted((a, b) => b.amount - a.amount)
    .slice(0, most);
  const named = await read.getMany(amounts.map(({ id }) => id));
  return amounts.map(({ id, amount }) => ({ id, amount, title: named.get(id)?.title ?? '' }));
}

export interface Receivables {
  total: Fen;
  /** Customers that owe, and the largest of them. */
  debtors: number;
  largest: readonly Share[];
}

export async function readReceivables(read: Reader, most: number): Promise<Receivables> {
  const byParty = new Map<string, Fen>();
  for (const [path, amount] of await read.balances('receivable/')) {
    const party = path.split('/')[1] ?? '';
    byParty.set(party, (byParty.get(party) ?? 0) + amount);
  }
  const owing = [...byParty].filter(([, amount]) => amount > 0).toSorted(([, a], [, b]) => b - a);
  const named = await read.getMany(owing.slice(0, most).map(([party]) => party));
  return {
    total: [...byParty.values()].reduce((sum, amount) => sum + amount, 0),
    debtors: owing.length,
    largest: owing.slice(0, most).map(([party, amount]) => ({ id: party, amount, title: named.get(party)?.title ?? '' })),
  };
}

export interface Unsigned {
  count: number;
  amount: Fen;
  /** Days the oldest has been out. */
  oldest: number;
}

/** Dispatch notes that left and whose signed copy is not back. */
export async function readUnsigned(read: Reader, today: Day): Promise<Unsigned> {
  const [out, passed] = await Promise.all(['out', 'passed'].map((status) => read.all({ kind: 'dispatch', status })));
  const rows = [...(out?.rows ?? []), ...(passed?.rows ?? [])];
  return {
    count: rows.length,
    amount: rows.reduce((sum, row) => sum + row.amount, 0),
    oldest: rows.reduce((most, row) => Math.max(most, daysBetween(row.day, today)), 0),
  };
}

export interface SalesPaper {
  record: AnyRecord;
  /** What this paper adds to the month's sales; negative for a return. */
  share: Fen;
}

/** Orders can hand goods over long after they were taken: this many days are looked back. */
const LOOK_BACK = 120;

/**
 * The papers behind a month's sales: counter hand-overs, stock-out slips, returns. `rest` is what older papers add:
 * the figure less the sum of the rows.
 */
export async function readSalesPapers(read: Reader, month: Month): Promise<{ rows: SalesPaper[]; total: Fen; rest: Fen }> {
  const prefix = `sales/${month}`;
  const to = lastDay(month);
  const from = new Date(Date.parse(`${firstDay(month)}T00:00:00Z`) - LOOK_BACK * 86_400_000).toISOString().slice(0, 10);
  const rows: SalesPaper[] = [];
  for (const kind of ['order', 'stockout', 'return']) {
    const found = await read.all({ kind, day: { from: kind === 'stockout' ? firstDay(month) : from, to } });
    for (const record of found.rows) {
      const own = moduleOf(kind)?.postings(record) ?? [];
      const share = own.reduce((sum, { account, amount }) => sum + (account.startsWith(prefix) ? amount : 0), 0);
      if (share !== 0) rows.push({ record, share });
    }
  }
  let total = 0;
  for (const [path, amount] of await read.balances('sales/')) if (path.startsWith(prefix)) total += amount;
  return {
    rows: rows.toSorted((a, b) => (a.record.seek < b.record.seek ? -1 : 1)),
    total,
    rest: total - rows.reduce((sum, { share }) => sum + share, 0),
  };
}
