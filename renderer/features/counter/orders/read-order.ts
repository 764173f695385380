import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { dueOf, readOrder } from '#shared/modules/order/facts.ts';
import type { Order } from '#shared/modules/order/module.ts';
import { orderProgress, type LineProgress } from '#shared/modules/order/progress.ts';
import { figuresOf, readSurroundings, waitsOf, type OrderFigures, type Wait } from './order-waits.ts';

/** Everything the page of one order shows. */
export interface OrderView {
  record: DocumentRecord<Order>;
  money: { due: Fen; received: Fen; open: Fen };
  figures: OrderFigures;
  waiting: readonly Wait[];
  progress: readonly LineProgress[];
  receipts: readonly AnyRecord[];
  dispatches: readonly AnyRecord[];
  pickups: readonly AnyRecord[];
  returns: readonly AnyRecord[];
}

export async function readOrderView(read: Reader, id: string): Promise<OrderView | null> {
  const record = await readOrder(read, id);
  if (!record) return null;
  const figures = await figuresOf(read, record, await readSurroundings(read, id));
  const madeFrom = async (kind: string) => (await read.all({ kind, source: id }, 200)).rows;
  return {
    record,
    money: await dueOf(read, record),
    figures,
    waiting: waitsOf(record, figures),
    progress: await orderProgress(read, record),
    receipts: await madeFrom('receipt'),
    dispatches: await madeFrom('dispatch'),
    pickups: await madeFrom('pickup'),
    returns: await madeFrom('return'),
  };
}
