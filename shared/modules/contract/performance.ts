/** Whether what the contract promises is done: goods out, work accepted (CON-07). */
import { ok, refuse } from '#shared/core/result.ts';
import { act, untyped } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { acceptance } from '../acceptance/module.ts';
import { contractProgress, ordersOf } from './delivery.ts';
import { readContract } from './facts.ts';
import { contract, type Contract } from './module.ts';

/** Thousandths still owed to the customer: not ordered yet, or ordered and not gone. */
export async function goodsOwed(read: Reader, record: DocumentRecord<Contract>): Promise<number> {
  const open = (await contractProgress(read, record)).reduce((sum, line) => sum + line.open.quantity, 0);
  let coming = 0;
  for (const sale of await ordersOf(read, record.id)) {
    const waits = sale.status !== 'released' && sale.status !== 'closed';
    if (waits) coming += sale.body.lines.reduce((sum, line) => sum + line.quantity, 0);
    for (const amount of (await read.balances(`undelivered/${sale.id}/`)).values()) coming += amount;
  }
  return open + coming;
}

/** Whether a signed acceptance report that does not refuse the work is there (G-42). */
export async function isAccepted(read: Reader, contractId: string): Promise<boolean> {
  const { rows } = await read.all({ kind: acceptance.kind, source: contractId });
  return rows.some((row) => row.status === 'signed' && acceptance.read(row).body.outcome !== 'failed');
}

/** Everything is delivered and accepted; now the balance is awaited (S5.44). Refuses with NotFound, GoodsStillOwed, AcceptanceMissing. */
export function finishPerformance(id: string): Decide {
  return async (read, moment) => {
    const record = await readContract(read, id);
    if (!record) return refuse('NotFound', { id });
    const open = await goodsOwed(read, record);
    if (open > 0) return refuse('GoodsStillOwed', { open });
    if (record.body.needsService && !(await isAccepted(read, id))) return refuse('AcceptanceMissing', { no: record.no });
    const done = act(contract, record, 'balanceDue', { day: moment.today }, moment);
    return done.ok ? ok({ records: [untyped(done.value)], answer: null }) : done;
  };
}
