import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { lastText } from '#shared/documents/last-text.ts';
import type { DocumentEvent, DocumentRecord } from '#shared/documents/record.ts';
import { account } from '#shared/ledger/posting.ts';
import { piecesKept, serialsIn, type Pieces } from '../product/pieces.ts';
import { piecesGone } from '../order/sold-pieces.ts';
import { goods, id, optionalDay, price, quantity, required, text } from '../fields.ts';

const line = z.strictObject({
  ...goods,
  line: z.number().int().min(0),
  quantity,
  price,
  /** Share of the order's total, in fen. */ value: price,
});

const schema = z.strictObject({
  /** delivery: through the gate; collection: the customer comes for it (DSP-06). */
  type: z.enum(['delivery', 'collection']),
  order: id,
  orderNo: text(40),
  location: id,
  consignee: required(120),
  phone: text(30),
  address: text(200),
  carrier: text(60),
  vehicle: text(20),
  driver: text(40),
  /** Expected day. */
  expected: optionalDay,
  lines: z.array(line).min(1).max(500),
  notes: text(300),
});

export type Dispatch = z.infer<typeof schema>;

/** 发货单 (DSP-01). `source` is the order; drafted → released → picked → out → passed → signed → booked. */
export const dispatch = defineModule<Dispatch>({
  kind: 'dispatch',
  numberType: 'FH',
  v: 1,
  schema,
  makers: ['salesperson', 'warehouse', 'manager'],
  lifecycle: {
    initial: 'drafted',
    steps: {
      released: { from: ['drafted'], to: 'released', by: ['manager'], otherThan: ['committed'], gates: ['G-29'], awaited: true },
      /** data: reason. Back to the writer, who makes a new one. */
      returned: { from: ['drafted'], to: 'returned', by: ['manager'] },
      /** data: lines as counted by the picker (STK-03) */
      picked: { from: ['released'], to: 'picked', by: ['warehouse'], gates: ['G-33'] },
      /** With the stock-out slip, in one write. data: stockout */
      out: { from: ['released', 'picked'], to: 'out', by: ['warehouse'], otherThan: ['released'], gates: ['G-30'] },
      /** The guard saw it leave. data: gatepass, vehicle */
      passed: { from: ['out'], to: 'passed', by: ['guard'], otherThan: ['out'], gates: ['G-31'] },
      /** data: name, day, file. The customer's copy came back signed (DSP-04). */
      signed: { from: ['out', 'passed'], to: 'signed', by: ['salesperson', 'warehouse', 'finance', 'manager'] },
      /** data: day */
      booked: { from: ['signed'], to: 'booked', by: ['finance'], gates: ['G-32'] },
      /** data: reason */
      cancelled: { from: ['drafted', 'released', 'picked'], to: 'cancelled', by: ['manager', 'salesperson'] },
      /** data: reason, solution, expected. Delay or exception (DSP-07). */
      delayed: { from: ['drafted', 'released', 'picked', 'out', 'passed'], by: ['salesperson', 'warehouse', 'manager'] },
      printed: {
        from: ['drafted', 'released', 'picked', 'out', 'passed', 'signed', 'booked', 'returned', 'cancelled'],
        by: ['salesperson', 'cashier', 'warehouse', 'guard', 'finance', 'manager'],
      },
    },
  },
  describe: (body) => ({ title: body.consignee, amount: body.lines.reduce((sum, item) => sum + item.value, 0) }),
  searchTexts: (body, events) => [body.consignee, body.phone, body.vehicle, body.orderNo, ...serialsIn(pickedPieces({ body, events }))],
  postings: (record) => {
    const value = record.body.lines.reduce((sum, item) => sum + item.value, 0);
    if (['returned', 'cancelled'].includes(record.status)) return [];
    return [
      ...(record.status === 'picked' ? piecesKept(record.id, pickedPieces(record)) : []),
      { account: account('dispatches', record.day), amount: 1 },
      ...(record.status === 'booked' ? [{ account: account('booked', bookedDay(record).slice(0, 7)), amount: value }] : []),
    ];
  },
  fields: {
    type: 'choice',
    orderNo: 'text',
    order: 'document',
    consignee: 'text',
    phone: 'text',
    address: 'text',
    location: 'location',
    carrier: 'text',
    vehicle: 'text',
    driver: 'text',
    expected: 'day',
    lines: 'lines',
    notes: 'long',
  },
  lineFields: { code: 'text', name: 'text', spec: 'text', quantity: 'quantity', unit: 'text', price: 'money', value: 'money' },
  tones: {
    drafted: 'warn',
    released: 'info',
    picked: 'info',
    out: 'info',
    passed: 'warn',
    signed: 'info',
    booked: 'good',
    returned: 'bad',
    cancelled: 'neutral',
  },
  columns: ['no', 'day', 'title', 'party', 'owner', 'amount', 'status'],
});

/** Pieces the picker put ready, by line of the note; from the stock-out on its slip speaks for them. */
export function pickedPieces({ body, events }: { body: Dispatch; events: readonly DocumentEvent[] }): (Pieces & { line: number })[] {
  const picked = events.findLast(({ type }) => type === 'picked');
  return body.lines.map(({ product, line }) => ({ product, line, serials: picked ? piecesGone([picked], line, ['picked']) : [] }));
}

function bookedDay(record: DocumentRecord<Dispatch>): string {
  return lastText(record.events, 'booked', 'day', 'day').day ?? record.day;
}
