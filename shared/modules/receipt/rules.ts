import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped, type Overrides } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Method } from '../fields.ts';
import { order } from '../order/module.ts';
import { readOrder } from '../order/rules.ts';
import { receipt } from './module.ts';

export interface MoneyInput {
  order: string;
  method: Method;
  amount: Fen;
  /** What the customer put on the counter; cash only. */
  tendered: Fen;
  reason: string;
  overrides?: Overrides;
}

/**
 * Takes money for an order and stamps it 收讫 once it is paid in full (PAY-02, PAY-03).
 * Refuses with MoreThanDue, TenderedTooLittle, or Blocked by G-38: money of an earlier day not handed over.
 */
export function takeMoney(input: MoneyInput): Decide<{ receipt: string; change: Fen }> {
  return async (read, moment) => {
    const sale = await readOrder(read, input.order);
    if (!sale) return refuse('NotFound', { id: input.order });
    const received = await read.balance(`received/${sale.id}`);
    const due = sale.body.total - received;
    if (input.amount > due) return refuse('MoreThanDue', { due, amount: input.amount });
    const change = input.method === 'cash' ? input.tendered - input.amount : 0;
    if (change < 0) return refuse('TenderedTooLittle', { tendered: input.tendered, amount: input.amount });

    const held = await read.balances(`held/${moment.actor.id}/`);
    const earlier = [...held].filter(([path]) => (path.split('/')[2] ?? '') < moment.today).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const holding = { held: earlier.reduce((sum, [, amount]) => sum + amount, 0), since: earlier[0]?.[0].split('/')[2] ?? '' };
    const made = commitNew(
      receipt,
      {
        type: 'payment' as const,
        payer: sale.body.customerName,
        method: input.method,
        amount: input.amount,
        tendered: input.method === 'cash' ? input.tendered : 0,
        change,
        reason: input.reason || sale.no,
        remarks: '',
        reverses: '',
      },
      moment,
      {
        party: sale.party,
        source: sale.id,
        gates: ['G-38'],
        facts: { 'G-38': holding },
        ...(input.overrides ? { overrides: input.overrides } : {}),
      },
    );
    if (!made.ok) return made;
    const records = [untyped(made.value)];
    if (input.amount === due && sale.status === 'released') {
      const stamped = act(order, sale, 'stamped', { receipt: made.value.id }, moment);
      if (!stamped.ok) return stamped;
      records.push(untyped(stamped.value));
    }
    return ok({ records, answer: { receipt: made.value.id, change } });
  };
}
