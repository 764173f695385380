import { z } from 'zod';
import type { Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { inheritedPosts, type Sold } from '../quotation/inherit.ts';
import { order, type Order } from './module.ts';

/** Whether these goods are sold exactly as a quotation was approved, with what was sold from it before. */
export async function isQuoted(read: Reader, quotation: string, sold: Sold): Promise<boolean> {
  if (quotation === '') return false;
  return (await inheritedPosts(read, quotation, sold, await soldFrom(read, quotation))) !== null;
}

/** What stands sold from a quotation: its orders, and in place of those taken back or voided the ones that correct them. */
export async function soldFrom(read: Reader, quotation: string): Promise<Sold[]> {
  const sold: Sold[] = [];
  const sources = [quotation];
  for (const source of sources) {
    for (const row of (await read.all({ kind: order.kind, source })).rows) {
      if (row.status === 'voided' || row.status === 'returned') sources.push(row.id);
      else sold.push(delivered(order.read(row)));
    }
  }
  return sold;
}

const cancelled = z.array(z.object({ line: z.number().int(), quantity: z.number().int() }));

/** An order without the rest that will not be delivered any more. */
function delivered({ party, body, events }: DocumentRecord<Order>): Sold {
  const off = new Map<number, Milli>();
  for (const { type, data } of events) {
    if (type !== 'shortened') continue;
    for (const { line, quantity } of cancelled.parse(data.lines)) off.set(line, (off.get(line) ?? 0) + quantity);
  }
  return { ...body, party, lines: body.lines.map((line, index) => ({ ...line, quantity: line.quantity - (off.get(index) ?? 0) })) };
}
