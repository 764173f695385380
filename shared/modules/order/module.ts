import { z } from 'zod';
import { addDays, type Day } from '#shared/core/calendar.ts';
import { allocate, type Fen, type Milli } from '#shared/core/money.ts';
import { defineModule } from '#shared/documents/module.ts';
import type { DocumentEvent, DocumentRecord } from '#shared/documents/record.ts';
import { account, type Posting } from '#shared/ledger/posting.ts';
import { concessionOf } from '../quotation/concession.ts';
import { fen, goods, id, optionalDay, price, quantity, required, text } from '../fields.ts';
import { piecesKept, soldClaims } from '../product/pieces.ts';
import { serials } from '../product/serials.ts';
import { goodsOut, partyPart } from './goods-out.ts';
import { piecesChosen, piecesSold, serialsOf } from './sold-pieces.ts';

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
  /** What the policy asked of this customer; a concession is measured against it. Absent on slips from before it was written down. */
  policyPrice: price.optional(),
  /** Floor in force when it was sold; 0 when none. */
  floor: price,
  price,
  /** price × quantity, rounded half up. */
  amount: price,
  /** Given with the goods, at price 0. */
  gift: z.boolean(),
  /** Pieces the customer chose, by their numbers; others are chosen when they are put ready or handed over. */
  serials: serials.optional(),
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
  /** Contract it delivers under (ORD-06): the money is the contract's matter, the order only moves the goods. */
  contract: id.optional(),
  contractNo: text(40).optional(),
  /** Approved quotation it was sold from, exactly as approved: its prices, discounts and gifts were signed for (QPA-04). */
  quotation: id.optional(),
});

export type Order = z.infer<typeof schema>;
export type OrderLine = z.infer<typeof line>;

const sellers = ['salesperson', 'cashier', 'manager'] as const;
const alive = ['received', 'confirmed', 'checked', 'released'];

/** An order from its receipt to its closing; printed as the three-part sales slip (三联销售单). */
export const order = defineModule<Order>({
  kind: 'order',
  numberType: 'XS',
  v: 2,
  schema,
  upgrades: { 1: (body) => ({ ...body }) },
  makers: ['salesperson', 'cashier', 'manager'],
  lifecycle: {
    initial: 'received',
    steps: {
      /**
       * data: quantity, specification, price, delivery (each true), who said so. An order is taken, confirmed and checked in one write
       * (`takeOrder`): none rests at 'received' or 'confirmed', no screen lists them.
       */
      confirmed: { from: ['received'], to: 'confirmed', by: sellers, gates: ['G-21'] },
      /** data: short lines, choice */
      checked: { from: ['confirmed'], to: 'checked', by: ['salesperson', 'cashier', 'warehouse', 'manager'], gates: ['G-23'] },
      /** A counter sale goes straight on; the class is looked at by the rule. */
      released: { from: ['checked'], to: 'released', by: sellers },
      reviewed: { from: ['checked'], to: 'released', by: ['manager'], otherThan: ['committed'], gates: ['G-22'], awaited: true },
      /** data: reason. A corrected order with `source` set to this one takes its place. */
      returned: { from: ['received', 'confirmed', 'checked'], to: 'returned', by: ['manager'] },
      /** data: name, file. The customer signed the slip or order. */
      signed: { from: alive, by: sellers },
      /** data: lines as counted by the picker (STK-03); the goods are on the shelf for the customer */
      picked: { from: ['released'], by: ['warehouse', 'salesperson', 'manager'], gates: ['G-33'] },
      /** Received stamp 收讫章, once paid in full. */
      stamped: { from: ['checked', 'released'], by: ['cashier', 'finance', 'manager'] },
      /** Goods bought in for it are there. data: inbound */
      arrived: { from: ['released'], by: ['warehouse'] },
      /** Goods left by a stock-out slip. data: dispatch, stockout, day, lines [{ line, serials }] when pieces have numbers */
      shipped: { from: ['released'], by: ['warehouse'] },
      /** Goods given over the counter. data: day, lines [{ line, quantity, value, serials }] */
      handed: { from: ['released'], by: ['salesperson', 'cashier', 'warehouse', 'manager'], gates: ['G-36'] },
      /** What is not handed over yet stays undelivered for good. data: day, reason, lines [{ line, quantity, value }] */
      shortened: { from: ['released'], by: ['manager'] },
      /** Order, deposit receipt and guide given in the company envelope (ORD-10). data: order, receipt, guide, envelope, reason */
      enveloped: { from: ['checked', 'released', 'closed'], by: sellers, gates: ['G-26'] },
      /** The list of discounts and gifts signed by a supervisor (G-04): from then on they are the company's cost. data: amount, comment */
      concessionSigned: { from: [...alive, 'closed'], by: ['manager', 'dgmSales', 'gm'], otherThan: ['committed'] },
      /** data: topic, text, solves (event id). Delay, exception, message to the customer, solution (ORD-07). */
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
  searchTexts: (body, events) => [body.customerName, body.phone, ...serialsOf({ body, events })],
  claims: (record) =>
    ['voided', 'returned'].includes(record.status)
      ? []
      : piecesSold(record).flatMap((pieces) => soldClaims(record.id, [pieces], pieces.since)),
  postings,
  fields: {
    class: 'choice',
    channel: 'choice',
    customerName: 'text',
    phone: 'text',
    address: 'text',
    location: 'location',
    lines: 'lines',
    discount: 'money',
    total: 'money',
    deliverOn: 'day',
    creditDays: 'count',
    notes: 'long',
    contract: 'document',
    contractNo: 'text',
    quotation: 'document',
  },
  lineFields: {
    code: 'text',
    name: 'text',
    spec: 'text',
    quantity: 'quantity',
    unit: 'text',
    listPrice: 'money',
    policyPrice: 'money',
    price: 'money',
    amount: 'money',
    gift: 'flag',
    serials: 'serials',
  },
  tones: {
    received: 'warn',
    confirmed: 'info',
    checked: 'warn',
    released: 'info',
    closed: 'good',
    returned: 'bad',
    voided: 'neutral',
  },
  columns: ['no', 'day', 'title', 'party', 'owner', 'amount', 'status'],
});

/** Handed-over part of one order line: by the counter, or by one stock-out slip. */
export interface Handed {
  line: number;
  quantity: Milli;
  value: Fen;
  serials?: readonly string[] | undefined;
}

/** What an order means while it counts: a promise (reserved, undelivered, unbilled) and, as goods are handed over, a debt and a sale. */
function postings(record: DocumentRecord<Order>): Posting[] {
  const { id, party, body } = record;
  if (record.status === 'voided' || record.status === 'returned') return [];
  const result: Posting[] = [
    { account: account('orders', record.day), amount: 1 },
    { account: account('ordered', record.day), amount: body.total },
  ];
  if (record.status !== 'closed')
    result.push(
      ...piecesKept(
        id,
        body.lines.map(({ product }, line) => ({ product, serials: piecesChosen(record, line) })),
      ),
    );
  if (record.status !== 'released' && record.status !== 'closed') return result;
  const conceded = ownConcession(record);
  if (conceded > 0) result.push({ account: account('conceded', record.day.slice(0, 7), record.owner), amount: conceded });
  const values = lineValues(body);
  result.push(
    ...promise(
      record,
      body.lines.map((item, line) => ({ line, quantity: item.quantity, value: values[line] ?? 0 })),
      1,
    ),
  );
  for (const event of record.events) {
    const lines = handedLines(event);
    if (event.type === 'handed') {
      const sale = { order: id, contract: body.contract, party, seller: record.owner, location: body.location };
      const goods = lines.map((moved) => ({ ...moved, product: body.lines[moved.line]?.product ?? '' }));
      result.push(...goodsOut(sale, eventDay(event, record.day), goods));
    }
    if (event.type === 'shortened') {
      const value = lines.reduce((sum, moved) => sum + moved.value, 0);
      result.push(...promise(record, lines, -1));
      result.push({ account: account('reduced', id), amount: value });
      result.push({ account: account('ordered', eventDay(event, record.day)), amount: -value });
    }
  }
  return result;
}

/**
 * Discounts and gifts that nobody signed for: the salesperson's own cost (S12.21, STF-11). A contract's were approved with its application,
 * a quotation's with the quotation.
 */
function ownConcession(record: DocumentRecord<Order>): Fen {
  const isSigned = record.body.contract || record.body.quotation || hasEvent(record, 'concessionSigned');
  return isSigned ? 0 : concessionOf(record.body).amount;
}

/** Goods promised (sign 1) or no longer promised (sign -1). */
function promise({ id, party, body }: DocumentRecord<Order>, lines: readonly Handed[], sign: 1 | -1): Posting[] {
  return lines.flatMap(({ line, quantity, value }) => [
    { account: account('reserved', body.location, body.lines[line]?.product ?? ''), amount: sign * quantity },
    { account: account('undelivered', id, String(line)), amount: sign * quantity },
    { account: account('unbilled', partyPart(party), id, String(line)), amount: sign * value },
  ]);
}

function eventDay(event: DocumentEvent, fallback: Day): Day {
  return typeof event.data.day === 'string' ? event.data.day : fallback;
}

// Made once: building the schema at every call took nine tenths of the time of replaying a year of orders.
const handed = z.array(
  z.object({ line: z.number().int(), quantity: z.number().int(), value: z.number().int(), serials: z.array(z.string()).optional() }),
);

export function handedLines(event: DocumentEvent): Handed[] {
  const parsed = handed.safeParse(event.data.lines);
  return parsed.success ? parsed.data : [];
}

/** What each line is worth after the order's discount, in fen; the parts add up to the total. */
export function lineValues(body: Pick<Order, 'total' | 'lines'>): Fen[] {
  return allocate(
    body.total,
    body.lines.map((item) => item.amount),
  );
}

/** Whether the goods go out before the money: then file, limit and overdue debts are looked at first. */
export function isOnAccount(body: Pick<Order, 'class' | 'creditDays'>): boolean {
  return body.class === 'account' || (body.class === 'delivery' && body.creditDays > 0);
}

/** Last day to pay: on account the agreed days after the first goods went out; the day of the order otherwise. */
export function dueDay(record: DocumentRecord<Order>): Day {
  if (!isOnAccount(record.body)) return record.day;
  const left = record.events.filter(({ type }) => type === 'handed' || type === 'shipped').map((event) => eventDay(event, record.day));
  return addDays(left.toSorted()[0] ?? record.day, record.body.creditDays);
}

export function hasEvent(record: { events: readonly DocumentEvent[] }, type: string): boolean {
  return record.events.some((event) => event.type === type);
}
