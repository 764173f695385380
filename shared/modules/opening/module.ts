import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import { piecesAt, receivedClaims } from '../product/pieces.ts';
import { serials } from '../product/serials.ts';
import { day, fen, goods, id, text } from '../fields.ts';

const schema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('stock'), ...goods, location: id, quantity: z.number().int() }),
  /** Numbers of pieces that are in stock already; moves nothing. */
  z.strictObject({ type: z.literal('serials'), ...goods, location: id, serials }),
  z.strictObject({ type: z.literal('receivable'), customerName: text(120), amount: fen, due: day, reference: text(60) }),
]);

export type Opening = z.infer<typeof schema>;

/** Stock and receivables as they were when the branch began with the program. `source` is the import it came with. */
export const opening = defineModule<Opening>({
  kind: 'opening',
  numberType: '',
  v: 2,
  schema,
  upgrades: { 1: (body) => ({ ...body }) },
  makers: ['manager', 'finance', 'warehouse'],
  lifecycle: { initial: 'counted', steps: { undone: { from: ['counted'], to: 'undone', by: ['manager', 'finance', 'warehouse'] } } },
  describe: (body) => (body.type === 'receivable' ? { title: body.customerName, amount: body.amount } : { title: body.name, amount: 0 }),
  searchTexts: (body) => (body.type === 'serials' ? body.serials : []),
  claims: ({ body, status }) => (status !== 'undone' && body.type === 'serials' ? receivedClaims([body]) : []),
  postings: (record) => {
    if (record.status === 'undone') return [];
    const { body } = record;
    if (body.type === 'receivable') return [{ account: account('receivable', record.party, record.id), amount: body.amount }];
    return body.type === 'stock'
      ? [{ account: account('stock', body.location, body.product), amount: body.quantity }]
      : piecesAt(body.location, [body], 1);
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
    serials: 'serials',
    customerName: 'text',
    amount: 'money',
    due: 'day',
    reference: 'text',
  },
  tones: { counted: 'good', undone: 'neutral' },
  columns: ['day', 'title', 'party', 'owner', 'amount', 'status'],
});
