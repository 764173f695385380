import type { Fen, Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { dispatch, type Dispatch } from '#shared/modules/dispatch/module.ts';
import { order, type Order } from '#shared/modules/order/module.ts';
import { orderProgress } from '#shared/modules/order/progress.ts';

/** An order whose goods are still to go out. */
export interface OpenOrder {
  order: DocumentRecord<Order>;
  lines: number;
  value: Fen;
}

/** Reviewed delivery orders with goods on no note yet, the earliest agreed day first. */
export async function readOpenOrders(read: Reader, atMost = 1000): Promise<OpenOrder[]> {
  const released = await read.all({ kind: order.kind, status: 'released' }, atMost);
  const open: OpenOrder[] = [];
  for (const row of released.rows) {
    const sale = order.read(row);
    // Balances are at hand; the notes of an order have to be read.
    if (sale.body.class !== 'delivery' || (await read.balances(`undelivered/${sale.id}/`)).size === 0) continue;
    const rest = (await orderProgress(read, sale)).filter((line) => line.open.quantity > 0);
    if (rest.length > 0) open.push({ order: sale, lines: rest.length, value: rest.reduce((sum, line) => sum + line.open.value, 0) });
  }
  const agreed = ({ order: sale }: OpenOrder) => sale.body.deliverOn || sale.day;
  return open.toSorted((a, b) => (agreed(a) < agreed(b) ? -1 : agreed(a) > agreed(b) ? 1 : 0));
}

export interface LineToDispatch {
  line: number;
  product: string;
  code: string;
  name: string;
  spec: string;
  unit: string;
  ordered: Milli;
  /** On earlier notes. */
  noted: Milli;
  open: Milli;
  onHand: Milli;
}

export interface ToDispatch {
  order: DocumentRecord<Order>;
  lines: LineToDispatch[];
  location: string;
  /** The last note for this customer, to take address and vehicle from. */
  last: DocumentRecord<Dispatch> | null;
}

/** What a new note for this order starts from; null when it is no delivery order that may be dispatched. */
export async function readToDispatch(read: Reader, id: string): Promise<ToDispatch | null> {
  const sale = await readAs(read, order, id);
  if (!sale || sale.status !== 'released' || sale.body.class !== 'delivery') return null;
  const progress = await orderProgress(read, sale);
  const lines: LineToDispatch[] = [];
  for (const [line, { product, code, name, spec, unit }] of sale.body.lines.entries()) {
    const done = progress[line];
    const onHand = await read.balance(`stock/${sale.body.location}/${product}`);
    const goods = { line, product, code, name, spec, unit, onHand };
    lines.push({ ...goods, ordered: done?.ordered.quantity ?? 0, noted: done?.noted.quantity ?? 0, open: done?.open.quantity ?? 0 });
  }
  const before =
    sale.party === ''
      ? await read.list({ kind: dispatch.kind, source: id, limit: 1 })
      : await read.list({ kind: dispatch.kind, party: sale.party, limit: 1 });
  const last = before.rows[0];
  return {
    order: sale,
    lines,
    location: (await read.get(sale.body.location))?.title ?? '',
    last: last ? dispatch.read(last) : null,
  };
}

/** Each line as far as the goods on hand go; two lines of one product share them. */
export function asStocked(lines: readonly LineToDispatch[]): Map<number, Milli> {
  const left = new Map(lines.map((line) => [line.product, line.onHand]));
  return new Map(
    lines.map((line) => {
      const there = Math.max(0, left.get(line.product) ?? 0);
      const now = Math.min(line.open, there);
      left.set(line.product, there - now);
      return [line.line, now];
    }),
  );
}
