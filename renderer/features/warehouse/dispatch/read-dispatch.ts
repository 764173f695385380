import type { Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { dispatch, type Dispatch } from '#shared/modules/dispatch/module.ts';
import { gatepass, type Gatepass } from '#shared/modules/gatepass/module.ts';
import { order, type Order } from '#shared/modules/order/module.ts';
import { stockout, type Stockout } from '#shared/modules/stockout/module.ts';

/** A dispatch note with everything its page shows. */
export interface DispatchCase {
  note: DocumentRecord<Dispatch>;
  order: DocumentRecord<Order> | null;
  stockout: DocumentRecord<Stockout> | null;
  /** Newest first: a stopped one may be followed by another. */
  passes: DocumentRecord<Gatepass>[];
  location: string;
  /** On hand where the goods come from, by product. */
  onHand: ReadonlyMap<string, Milli>;
}

export async function readDispatchCase(read: Reader, id: string): Promise<DispatchCase | null> {
  const note = await readAs(read, dispatch, id);
  if (!note) return null;
  const slip = (await read.list({ kind: stockout.kind, source: id, limit: 1 })).rows[0];
  const passes = await read.list({ kind: gatepass.kind, source: id, limit: 20 });
  const onHand = new Map<string, Milli>();
  for (const { product } of note.body.lines) onHand.set(product, await read.balance(`stock/${note.body.location}/${product}`));
  return {
    note,
    order: await readAs(read, order, note.body.order),
    stockout: slip ? stockout.read(slip) : null,
    passes: passes.rows.map((row) => gatepass.read(row)),
    location: (await read.get(note.body.location))?.title ?? '',
    onHand,
  };
}
