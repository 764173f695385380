import type { AnyRecord } from '#shared/documents/record.ts';
import { order } from '#shared/modules/order/module.ts';
import { agreedToBuy } from '../orders/order-waits.ts';

/**
 * Where a clerk goes after an order was taken: to the money when it comes first and he may take it, to the pick-up slip when something
 * is bought in, otherwise to the order itself, which says what it waits for.
 */
export function pageAfter(record: AnyRecord, takesMoney: boolean): `/${string}` {
  const { class: kind } = order.read(record).body;
  const here: `/${string}` = `/orders/${record.id}`;
  if (record.status !== 'released') return here;
  if (kind === 'carry' && takesMoney) return `${here}/pay`;
  return agreedToBuy(record) ? `${here}/pickup` : here;
}
