import { z } from 'zod';
import { addDays, type Day } from '#shared/core/calendar.ts';
import { allocate, type Fen, type Milli } from '#shared/core/money.ts';
import { defineModule } from '#shared/documents/module.ts';
import type { DocumentEvent, DocumentRecord } from '#shared/documents/record.ts';
import { account, type Posting } from '#shared/ledger/posting.ts';
import { fen, goods, id, optionalDay, price, quantity, required, text } from '../fields.ts';

/**
 * SHP-01. carry: A, chooses and carries away; collect: B, pays cash on collecting; shortage: B, part is bought in first;
 * account: B on account; delivery: goods go out by dispatch note.
 */
export const orderClasses = ['carry', 'collect', 'shortage', 'account', 'delivery'] as const;
export type OrderClass = (typeof orderClasses)[number];
export const orderChannels = ['counter', 'phone', 'email', 'platform', 'field'] as const;

const line = z.strictObject({
  ...goods,
  quantity,
  listPrice: price,
  /** Floor in force when it was sold; 0 when none. */
  floor: price,
  price,
  /** price × quantity, rounded half up. */
  amount: price,
  /** Given with the goods, at price 0. */
  gift: z.boolean(),
});

const schema = z.strictObject({
  class: z.enum(orderClasses),
  channel: z.enum(orderChannels),
  customerName: required(120),
  phone: text(30),
  address: text(200),
  location: id,
  lines: z.array(line).min(1).max(500),
  /** Taken off the sum of the lines. */
  discount: price,
  /** Sum of the lines less the discount. */
  total: fen,
  /** When it was agreed the customer gets the goods; '' at once. */
  deliverOn: optionalDay,
  /** Days to pay after the goods went out; only on account. */
  creditDays: z.number().int().min(0).max(365),
  notes: text(500),
});

export type Order = z.infer<typeof schema>;
export type OrderLine = z.infer<typeof line>;

const sellers = ['salesperson', 'cashier', 'manager'] as const;
const alive = ['received', 'confirmed', 'checked', 'released'];

/** An order from its receipt to its closing; printed as the three-part sales slip (三联销售单). */
export const order = defineModule<Order>({
  kind: 'order',
  numberType: 'XS',
  v: 1,
  schema,
  makers: ['salesperson', 'cashier', 'manager'],
  lifecycle: {
    initial: 'received',
    steps: {
      /** data: quantity, specification, price, delivery (each true), who said so */
      confirmed: { from: ['received'], to: 'confirmed', by: sellers, gates: ['G-21'] },
      /** data: short lines, choice */
      checked: { from: ['confirmed'], to: 'checked', by: ['salesperson', 'cashier', 'warehouse', 'manager'], gates: ['G-23'] },
      /** A counter sale goes straight on; the class is looked at by the rule. */
      released: { from: ['checked'], to: 'released', by: sellers },
      reviewed: { from: ['checked'], to: 'released', by: ['manager'], otherThan: ['committed'], gates: ['G-22'] },
      /** data: reason. A corrected order with `source` set to this one takes its place. */
      returned: { from: ['received', 'confirmed', 'checked'], to: 'returned', by: ['manager'] },
      /** data: file, name. The customer signed the slip or order. */
      signed: { from: alive, by: sellers },
      /** data: reason; goods are on the shelf for the customer */
      picked: { from: ['released'], by: ['warehouse', 'salesperson', 'manager'], gates: ['G-33'] },
      /** Received stamp 收讫章, once paid in full. */
      stamped: { from: ['released'], by: ['cashier', 'finance'] },
      /** Goods given over the counter. data: day, lines [{ line, quantity, value }] */
      handed: { from: ['released'], by: ['salesperson', 'cashier', 'warehouse', 'manager'], gates: ['G-36'] },
      /** data: text. Delay, exception, answer (ORD-07). */
      noted: { from: [...alive, 'closed'], by: ['salesperson', 'cashier', 'warehouse', 'finance', 'manager'] },
      closed: {
        from: ['released'],
        to: 'closed',
        by: ['cashier', 'finance', 'warehouse', 'salesperson', 'manager'],
        gates: ['G-36', 'G-37'],
      },
      voided: { from: [...alive, 'returned'], to: 'voided', by: ['manager', 'cashier'] },
      printed: {
        from: [...alive, 'closed', 'returned', 'voided'],
        by: ['salesperson', 'cashier', 'warehouse', 'guard', 'finance', 'manager'],
      },
    },
  },
  describe: (body) => ({
    title: `${body.customerName} · ${body.lines[0]?.name ?? ''}${body.lines.length > 1 ? ` +${body.lines.length - 1}` : ''}`,
    amount: body.total,
  }),
  searchTexts: (body) => [body.customerName, body.phone],
  postings,
});

/** Handed-over part of one order line: by the counter, or by one stock-out slip. */
export interface Handed {
  line: number;
  quantity: Milli;
  value: Fen;
}

/** What an order means while it counts: a promise (reserved, undelivered) and, as goods are handed over, a debt and a sale. */
function postings(record: DocumentRecord<Order>): Posting[] {
  const { body } = record;
  if (record.status === 'voided' || record.status === 'returned') return [];
  const result: Posting[] = [
    { account: account('orders', record.day), amount: 1 },
    { account: account('ordered', record.day), amount: body.total },
  ];
  if (record.status === 'released' || record.status === 'closed') {
    body.lines.forEach((item, index) => {
      result.push({ account: account('reserved', body.location, item.product), amount: item.quantity });
      result.push({ account: account('undelivered', record.id, String(index)), amount: item.quantity });
    });
  }
  for (const event of record.events)
    if (event.type === 'handed') result.push(...handedPostings(record, handedDay(event, record.day), handedLines(event)));
  return result;
}

/**
 * Goods of `order` leaving on `day`. Shared by the counter hand-over and the stock-out slip.
 * Accounts: stock, reserved, undelivered (thousandths); receivable, sales, sales-by, sales-of (fen); sold (thousandths).
 */
export function handedPostings(
  record: Pick<DocumentRecord<Order>, 'id' | 'party' | 'owner' | 'body'>,
  day: Day,
  lines: readonly Handed[],
): Posting[] {
  const month = day.slice(0, 7);
  return lines.flatMap(({ line: index, quantity: moved, value }) => {
    const item = record.body.lines[index];
    if (!item) return [];
    return [
      { account: account('stock', record.body.location, item.product), amount: -moved },
      { account: account('reserved', record.body.location, item.product), amount: -moved },
      { account: account('undelivered', record.id, String(index)), amount: -moved },
      { account: account('receivable', partyPart(record.party), record.id), amount: value },
      { account: account('sales', day), amount: value },
      { account: account('sales-by', month, record.owner), amount: value },
      { account: account('sales-of', month, item.product), amount: value },
      { account: account('sold', month, item.product), amount: moved },
    ];
  });
}

/** Accounts of a customer without a file. */
export function partyPart(party: string): string {
  return party === '' ? '-' : party;
}

function handedDay(event: DocumentEvent, fallback: Day): Day {
  return typeof event.data.day === 'string' ? event.data.day : fallback;
}

export function handedLines(event: DocumentEvent): Handed[] {
  const parsed = z
    .array(z.object({ line: z.number().int(), quantity: z.number().int(), value: z.number().int() }))
    .safeParse(event.data.lines);
  return parsed.success ? parsed.data : [];
}

/** What each line is worth after the order's discount, in fen; the parts add up to the total. */
export function lineValues(body: Order): Fen[] {
  return allocate(
    body.total,
    body.lines.map((item) => item.amount),
  );
}

/** Value of handing over `moved` of a line of which `before` had already gone; the last part takes the remainder. */
export function valueOf(body: Order, index: number, before: Milli, moved: Milli): Fen {
  const item = body.lines[index];
  const net = lineValues(body)[index];
  if (!item || net === undefined) throw new RangeError(`no line ${index}`);
  const upTo = (milli: Milli) => Number((BigInt(net) * BigInt(Math.min(milli, item.quantity))) / BigInt(item.quantity));
  return upTo(before + moved) - upTo(before);
}

/** Last day to pay, for a sale on account; the day of the order otherwise. */
export function dueDay(record: DocumentRecord<Order>): Day {
  return addDays(record.day, record.body.class === 'account' || record.body.class === 'delivery' ? record.body.creditDays : 0);
}

export function hasEvent(record: { events: readonly DocumentEvent[] }, type: string): boolean {
  return record.events.some((event) => event.type === type);
}
