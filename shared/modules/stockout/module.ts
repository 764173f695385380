import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { goods, id, price, quantity, text } from '../fields.ts';
import { serialsIn, soldClaims } from '../product/pieces.ts';
import { serials } from '../product/serials.ts';
import { goodsOut } from '../order/goods-out.ts';

const line = z.strictObject({ ...goods, line: z.number().int().min(0), quantity, value: price, serials: serials.optional() });

const schema = z.strictObject({
  dispatch: id,
  dispatchNo: text(40),
  order: id,
  /** Contract the order delivers under. */
  contract: id.optional(),
  location: id,
  consignee: text(120),
  /** Salesperson the sale counts for. */
  seller: id,
  lines: z.array(line).min(1).max(500),
});

export type Stockout = z.infer<typeof schema>;

/** 出库单 (STK-08): only from a released dispatch note. `source` is the dispatch note. From here on the customer owes the goods. */
export const stockout = defineModule<Stockout>({
  kind: 'stockout',
  numberType: 'CK',
  v: 2,
  schema,
  upgrades: { 1: (body) => ({ ...body }) },
  makers: ['warehouse'],
  lifecycle: { initial: 'issued', steps: { printed: { from: ['issued'], by: ['warehouse', 'finance', 'manager', 'guard'] } } },
  describe: (body) => ({ title: body.consignee, amount: body.lines.reduce((sum, item) => sum + item.value, 0) }),
  searchTexts: (body) => [body.consignee, body.dispatchNo, ...serialsIn(body.lines)],
  claims: ({ body }) => soldClaims(body.order, body.lines),
  postings: ({ body, day, party }) => goodsOut({ ...body, party }, day, body.lines),
  fields: {
    dispatchNo: 'text',
    dispatch: 'document',
    order: 'document',
    contract: 'document',
    location: 'location',
    consignee: 'text',
    seller: 'staff',
    lines: 'lines',
  },
  lineFields: { code: 'text', name: 'text', spec: 'text', quantity: 'quantity', unit: 'text', value: 'money', serials: 'serials' },
  tones: { issued: 'good' },
  columns: ['no', 'day', 'title', 'party', 'owner', 'amount', 'status'],
});
