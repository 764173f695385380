import { monthOf, type Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { unarchivedContracts } from '#shared/modules/contract/life.ts';
import { contract } from '#shared/modules/contract/module.ts';
import { policyInForce } from '#shared/modules/policy/rules.ts';

/** Contracts of a status group, and what they are worth. */
export interface Group {
  count: number;
  amount: Fen;
  /** There are more of them than were looked at. */
  more: boolean;
}

export interface ContractTotals {
  /** Took effect this month. */
  month: { count: number; amount: Fen };
  signing: Group;
  inForce: Group;
  balanceDue: Group;
  unarchived: { count: number; late: number };
}

/** Rows looked at per status. */
const MOST = 300;

export const signingStatuses = ['drafted', 'explained', 'salesSigned', 'countersigned', 'sealed'] as const;

/** What stands above the list: this month's contracts, those being signed, those in force, those whose balance is awaited, those not put away. */
export async function readTotals(read: Reader, today: Day): Promise<ContractTotals> {
  const group = async (...statuses: readonly string[]): Promise<Group> => {
    const pages = await Promise.all(statuses.map((status) => read.all({ kind: contract.kind, status }, MOST)));
    const rows = pages.flatMap((page) => page.rows);
    return { count: rows.length, amount: rows.reduce((sum, row) => sum + row.amount, 0), more: pages.some((page) => !page.complete) };
  };
  const late = await unarchivedContracts(read, today, await policyInForce(read, today));
  return {
    month: { count: await inMonth(read, 'contracts/', today), amount: await inMonth(read, 'contracted/', today) },
    signing: await group(...signingStatuses),
    inForce: await group('effective', 'performing'),
    balanceDue: await group('balanceDue'),
    unarchived: { count: late.length, late: late.filter((one) => one.late).length },
  };
}

async function inMonth(read: Reader, prefix: string, today: Day): Promise<number> {
  const month = `${prefix}${monthOf(today)}`;
  let sum = 0;
  for (const [path, amount] of await read.balances(prefix)) if (path.startsWith(month)) sum += amount;
  return sum;
}
