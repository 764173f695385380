import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { dueOf } from '#shared/modules/order/facts.ts';
import { isOnAccount, order, type Order } from '#shared/modules/order/module.ts';

export interface QueueRow {
  record: DocumentRecord<Order>;
  received: Fen;
  open: Fen;
}

/** Orders looked at; a branch with more open ones has forgotten to close them. */
const MOST = 400;

/**
 * Orders that wait for money: carry sales first, because the customer stands there and may not leave before (G-36), then the rest; the
 * newest day first and within it in the order they came. Sales on account are receivables and not in the queue.
 */
export async function readQueue(read: Reader): Promise<{ rows: QueueRow[]; more: boolean }> {
  const { rows, complete } = await read.all({ kind: order.kind, status: 'released' }, MOST);
  const records = rows.map(order.read).filter((record) => !isOnAccount(record.body));
  const figured = await Promise.all(records.map(async (record) => ({ record, ...(await dueOf(read, record)) })));
  return { rows: figured.filter(({ open }) => open > 0).toSorted(byTurn), more: !complete };
}

function byTurn({ record: a }: QueueRow, { record: b }: QueueRow): number {
  const standing = Number(b.body.class === 'carry') - Number(a.body.class === 'carry');
  if (standing !== 0) return standing;
  if (a.day !== b.day) return a.day > b.day ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
