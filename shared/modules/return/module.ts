import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { account } from '#shared/ledger/posting.ts';
import { fen, goods, id, price, quantity, required, text } from '../fields.ts';
import { piecesAt, piecesLeft, serialsIn, soldClaims } from '../product/pieces.ts';
import { serials } from '../product/serials.ts';
import { debtOf, partyPart } from '../order/goods-out.ts';

const line = z.strictObject({ ...goods, line: z.number().int().min(0), quantity, price, value: price, serials: serials.optional() });

const schema = z.strictObject({
  order: id,
  /** Contract the order delivered under. */
  contract: id.optional(),
  orderNo: text(40),
  customerName: text(120),
  /** Salesperson whose sale is taken back. */
  seller: id,
  location: id,
  reason: required(200),
  /** As the customer says when asking; what the receiver finds counts (`conditionOf`). Damaged goods do not come back into saleable stock. */
  condition: z.enum(['good', 'damaged']),
  lines: z.array(line).min(1).max(500),
  /** Sum of the lines' values, positive; the paper is red. */
  total: fen,
});

export type Return = z.infer<typeof schema>;

/** 退货单 (ORD-09), a red slip against one order: asked for → approved → goods received. `source` is the order. */
export const returnSlip = defineModule<Return>({
  kind: 'return',
  numberType: 'TH',
  v: 2,
  schema,
  upgrades: { 1: (body) => ({ ...body }) },
  makers: ['salesperson', 'cashier', 'manager'],
  lifecycle: {
    initial: 'asked',
    steps: {
      approved: { from: ['asked'], to: 'approved', by: ['manager'], otherThan: ['committed'], awaited: true },
      /** data: reason */
      refused: { from: ['asked', 'approved'], to: 'refused', by: ['manager'] },
      /** data: reason. The customer keeps the goods after all. */
      withdrawn: { from: ['asked', 'approved'], to: 'withdrawn', by: ['salesperson', 'cashier', 'manager'] },
      /** data: day, condition as found */
      received: { from: ['approved'], to: 'received', by: ['warehouse', 'salesperson', 'cashier'] },
      printed: {
        from: ['asked', 'approved', 'refused', 'withdrawn', 'received'],
        by: ['salesperson', 'cashier', 'warehouse', 'finance', 'manager'],
      },
    },
  },
  describe: (body) => ({ title: body.customerName, amount: -body.total }),
  searchTexts: (body) => [body.customerName, body.orderNo, ...serialsIn(body.lines)],
  releases: ({ body, events }) => {
    const back = events.find((event) => event.type === 'received');
    return back ? soldClaims(body.order, body.lines).map(({ key, sale }) => ({ key, sale, at: back.id })) : [];
  },
  postings: (record) => {
    const { body } = record;
    if (record.status !== 'received') return [];
    const said = record.events.find((event) => event.type === 'received')?.data.day;
    const day = typeof said === 'string' ? said : record.day;
    const month = day.slice(0, 7);
    const condition = conditionOf(record);
    return [
      { account: account('returns', day), amount: body.total },
      { account: account('reduced', body.order), amount: body.total },
      ...body.lines.flatMap((item) => [
        { account: account(condition === 'good' ? 'stock' : 'stock-damaged', body.location, item.product), amount: item.quantity },
        { account: account('receivable', partyPart(record.party), debtOf(body)), amount: -item.value },
        { account: account('sales', day), amount: -item.value },
        { account: account('sales-by', month, body.seller), amount: -item.value },
        { account: account('sales-of', month, item.product), amount: -item.value },
        { account: account('sold', month, item.product), amount: -item.quantity },
      ]),
      ...piecesAt(body.location, body.lines, 1, condition === 'good' ? 'serial' : 'serial-damaged'),
      ...piecesLeft(body.order, body.lines, -1),
    ];
  },
  fields: {
    orderNo: 'text',
    order: 'document',
    contract: 'document',
    customerName: 'text',
    seller: 'staff',
    location: 'location',
    reason: 'long',
    condition: 'choice',
    lines: 'lines',
    total: 'money',
  },
  lineFields: {
    code: 'text',
    name: 'text',
    spec: 'text',
    quantity: 'quantity',
    unit: 'text',
    price: 'money',
    value: 'money',
    serials: 'serials',
  },
  tones: { asked: 'warn', approved: 'info', refused: 'bad', withdrawn: 'neutral', received: 'good' },
  columns: ['no', 'day', 'title', 'party', 'owner', 'amount', 'status'],
});

/** Found when the goods came, or, until then, said when they were asked back. */
export function conditionOf({ events, body }: Pick<DocumentRecord<Return>, 'events' | 'body'>): Return['condition'] {
  const found = events.find((event) => event.type === 'received')?.data.condition;
  return found === 'good' || found === 'damaged' ? found : body.condition;
}
