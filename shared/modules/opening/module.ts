import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import { day, fen, goods, id, text } from '../fields.ts';

const schema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('stock'), ...goods, location: id, quantity: z.number().int() }),
  z.strictObject({ type: z.literal('receivable'), customerName: text(120), amount: fen, due: day, reference: text(60) }),
]);

export type Opening = z.infer<typeof schema>;

/** Stock and receivables as they were when the branch began with the program. `source` is the import it came with. */
export const opening = defineModule<Opening>({
  kind: 'opening',
  numberType: '',
  v: 1,
  schema,
  makers: ['manager', 'finance', 'warehouse'],
  lifecycle: { initial: 'counted', steps: { undone: { from: ['counted'], to: 'undone', by: ['manager', 'finance', 'warehouse'] } } },
  describe: (body) => (body.type === 'stock' ? { title: body.name, amount: 0 } : { title: body.customerName, amount: body.amount }),
  postings: (record) => {
    if (record.status === 'undone') return [];
    const { body } = record;
    return body.type === 'stock'
      ? [{ account: account('stock', body.location, body.product), amount: body.quantity }]
      : [{ account: account('receivable', record.party, record.id), amount: body.amount }];
  },
  fields: {
    type: 'choice',
    product: 'product',
    code: 'text',
    name: 'text',
    spec: 'text',
    unit: 'text',
    location: 'location',
    quantity: 'quantity',
    customerName: 'text',
    amount: 'money',
    due: 'day',
    reference: 'text',
  },
  tones: { counted: 'good', undone: 'neutral' },
  columns: ['day', 'title', 'party', 'owner', 'amount', 'status'],
});
