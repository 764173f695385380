/** What a contract's money stands at: plan, received, open (PAY-01, CON-07). Orders made from it count with it. */
import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import { lastText } from '#shared/documents/last-text.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { settleOldestFirst, type Settled } from '#shared/ledger/allocation.ts';
import { overdueOn, type Payment } from '#shared/ledger/overdue.ts';
import type { Contract } from '../contract/module.ts';
import type { PlanLine } from '../contract/terms.ts';
import { partyIds } from '../customer/facts.ts';
import { order } from '../order/module.ts';
import { receipt } from '../receipt/module.ts';

export interface ContractMoney {
  /** As signed, and less what came back or will not be delivered. */
  total: Fen;
  due: Fen;
  received: Fen;
  open: Fen;
  /** The contract and the orders made from it: what receipts are booked on. */
  sources: string[];
  /** Money received against the plan, oldest first; amounts add up to `due`. */
  plan: Settled<PlanLine>[];
  /** Received beyond everything planned. */
  surplus: Fen;
}

export async function moneyOf(read: Reader, record: DocumentRecord<Contract>): Promise<ContractMoney> {
  const orders = (await read.all({ kind: order.kind, source: record.id })).rows.map(({ id }) => id);
  let reduced = 0;
  let received = await read.balance(`received/${record.id}`);
  for (const id of orders) {
    reduced += await read.balance(`reduced/${id}`);
    received += await read.balance(`received/${id}`);
  }
  const { total } = record.body;
  const { charges, surplus } = settleOldestFirst(chargesOf(record, reduced), received);
  return {
    total,
    due: total - reduced,
    received,
    open: total - reduced - received,
    sources: [record.id, ...orders],
    plan: charges,
    surplus,
  };
}

/**
 * The plan as charges; what came back or will not be delivered is taken off its end, and a balance that was put off is due on the new day.
 * A contract without a plan is one charge.
 */
export function chargesOf({ body, events }: Pick<DocumentRecord<Contract>, 'body' | 'events'>, reduced: Fen): PlanLine[] {
  const plan: readonly PlanLine[] = body.plan.length > 0 ? body.plan : [{ kind: 'balance', due: '', amount: body.total }];
  const { due } = lastText(events, 'putOff', 'due', 'due');
  const named = plan.findLastIndex(({ kind }) => kind === 'balance');
  const balance = named < 0 ? plan.length - 1 : named;
  let off = reduced;
  return plan
    .map((line, index) => (due !== undefined && index === balance ? { ...line, due } : line))
    .toReversed()
    .map((line) => {
      const less = Math.min(off, line.amount);
      off -= less;
      return { ...line, amount: line.amount - less };
    })
    .toReversed();
}

/** Money in and out for a contract by day, from the receipts of its customer. */
export async function paymentsOf(read: Reader, party: string, sources: readonly string[]): Promise<Payment[]> {
  const payments: Payment[] = [];
  for (const id of await partyIds(read, party)) {
    for (const row of (await read.all({ kind: receipt.kind, party: id })).rows) {
      for (const part of receipt.read(row).body.parts) {
        if (sources.includes(part.source)) payments.push({ day: row.day, amount: part.amount });
      }
    }
  }
  return payments;
}

/** What of the plan is overdue today, since when. */
export function overdueOf(money: Pick<ContractMoney, 'plan' | 'received'>, today: Day): { amount: Fen; since: Day | ''; days: number } {
  return overdueOn(money.plan, [{ day: '', amount: money.received }], today);
}
