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

/** Nothing is indexed by product: of each kind the newest documents are looked through, until enough are found. One helping of both. */
const ENOUGH = 30;
const MOST = 600;

export interface Movements {
  movements: Movement[];
  /** There may be older ones. */
  more: boolean;
  /** Some kind was looked through so far without finding enough. */
  stoppedAfter?: number;
}

/**
 * The latest documents that moved a product, newest first, from their own postings. Of kinds found in different depths only the part all
 * reach down to is given, so that nothing is missing in between.
 */
export async function readMovements(read: Reader, productId: string, helpings = 1): Promise<Movements> {
  const movements: Movement[] = [];
  let oldest = '';
  let more = false;
  let stopped = false;
  for (const kind of [order.kind, stockout.kind, inbound.kind, returnSlip.kind, opening.kind]) {
    const moves = (record: AnyRecord) => movementsOf(record, productId).length > 0;
    const found = await readMatching(read, { kind }, moves, ENOUGH * helpings, MOST * helpings);
    movements.push(...found.rows.flatMap((record) => movementsOf(record, productId)));
    more ||= found.more;
    if (found.stoppedAfter !== undefined) stopped = true;
    else if (found.more) oldest = earliest(oldest, found.rows.at(-1)?.seek ?? '');
  }
  const shown = movements.filter(({ record }) => oldest === '' || record.seek <= oldest);
  return {
    movements: shown.toSorted((a, b) => (a.record.seek < b.record.seek ? -1 : 1)),
    more,
    ...(stopped ? { stoppedAfter: MOST * helpings } : {}),
  };
}

/** Seek keys grow with age. */
function earliest(one: string, other: string): string {
  return one === '' || (other !== '' && other < one) ? other : one;
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
