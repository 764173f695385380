import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import { goods, id, price, quantity, text } from '../fields.ts';
import { partyPart } from '../order/module.ts';

const line = z.strictObject({ ...goods, line: z.number().int().min(0), quantity, value: price });

const schema = z.strictObject({
  dispatch: id,
  dispatchNo: text(40),
  order: id,
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
  v: 1,
  schema,
  makers: ['warehouse'],
  lifecycle: { initial: 'issued', steps: { printed: { from: ['issued'], by: ['warehouse', 'finance', 'manager', 'guard'] } } },
  describe: (body) => ({ title: body.consignee, amount: body.lines.reduce((sum, item) => sum + item.value, 0) }),
  searchTexts: (body) => [body.consignee, body.dispatchNo],
  postings: (record) => {
    const { body, day } = record;
    const month = day.slice(0, 7);
    return body.lines.flatMap((item) => [
      { account: account('stock', body.location, item.product), amount: -item.quantity },
      { account: account('reserved', body.location, item.product), amount: -item.quantity },
      { account: account('undelivered', body.order, String(item.line)), amount: -item.quantity },
      { account: account('receivable', partyPart(record.party), body.order), amount: item.value },
      { account: account('sales', day), amount: item.value },
      { account: account('sales-by', month, body.seller), amount: item.value },
      { account: account('sales-of', month, item.product), amount: item.value },
      { account: account('sold', month, item.product), amount: item.quantity },
    ]);
  },
});
