import type { Milli } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { inbound } from '#shared/modules/inbound/module.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { order, type Order } from '#shared/modules/order/module.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { returnSlip } from '#shared/modules/return/module.ts';
import { readMatching } from '#renderer/desk/read-matching.ts';
import { stockout } from '#shared/modules/stockout/module.ts';

/** What one document did to the stock of a product at one location; thousandths, positive into stock. */
export interface Movement {
  key: string;
  record: AnyRecord;
  location: string;
  quantity: Milli;
  /** Customer, supplier or the place the goods came from. */
  party: string;
}

/** Nothing is indexed by product: of each kind the newest documents are looked through, until enough are found. */
const ENOUGH = 30;
const MOST = 600;

/** The latest documents that moved a product, newest first, from their own postings. */
export async function readMovements(read: Reader, productId: string): Promise<Movement[]> {
  const movements: Movement[] = [];
  for (const kind of [order.kind, stockout.kind, inbound.kind, returnSlip.kind, opening.kind]) {
    const { rows } = await readMatching(read, { kind }, (record) => movementsOf(record, productId).length > 0, ENOUGH, MOST);
    movements.push(...rows.flatMap((record) => movementsOf(record, productId)));
  }
  return movements.toSorted((a, b) => (a.record.seek < b.record.seek ? -1 : 1));
}

function movementsOf(record: AnyRecord, productId: string): Movement[] {
  const sums = new Map<string, Milli>();
  for (const { account, amount } of moduleOf(record.kind)?.postings(record) ?? []) {
    const [head, location = '', id] = account.split('/');
    if (head === 'stock' && id === productId) sums.set(location, (sums.get(location) ?? 0) + amount);
  }
  return [...sums].flatMap(([location, quantity]) =>
    quantity === 0 ? [] : [{ key: `${record.id}/${location}`, record, location, quantity, party: partyOf(record) }],
  );
}

/** Whom the paper names; a count of the opening stock names nobody. */
function partyOf({ body }: AnyRecord): string {
  const named = ['customerName', 'consignee', 'from'].map((field) => body[field]).find((name) => typeof name === 'string');
  return typeof named === 'string' ? named : '';
}

export interface Promised {
  order: DocumentRecord<Order>;
  quantity: Milli;
}

/** Orders that hold some of a product back, oldest first. */
export async function readPromised(read: Reader, productId: string): Promise<Promised[]> {
  const released = await read.all({ kind: order.kind, status: 'released' }, 300);
  const promised: Promised[] = [];
  for (const row of released.rows) {
    const sale = order.read(row);
    let quantity = 0;
    for (const [line, item] of sale.body.lines.entries())
      if (item.product === productId) quantity += await read.balance(`undelivered/${sale.id}/${line}`);
    if (quantity > 0) promised.push({ order: sale, quantity });
  }
  return promised.toReversed();
}
