import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import { file, goods, id, price, quantity, text } from '../fields.ts';

const line = z.strictObject({ ...goods, quantity, cost: price });

const schema = z.strictObject({
  /** finished: from the plant, with certificate (G-28); bought: for a shortage (G-35); transfer: from another place. */
  type: z.enum(['finished', 'bought', 'transfer']),
  location: id,
  from: text(120),
  /** Place it came out of, for a transfer; '' otherwise. */
  fromLocation: id,
  /** Number on the sender's own slip. */
  slipNo: text(40),
  certificateNo: text(40),
  certificate: file,
  /** Pick-up slip, for bought goods; '' otherwise. */
  pickup: id,
  lines: z.array(line).min(1).max(500),
  notes: text(300),
});

export type Inbound = z.infer<typeof schema>;

/** 入库单 (STK-02, STK-06). `source` is the pick-up slip or the production notice, if any. */
export const inbound = defineModule<Inbound>({
  kind: 'inbound',
  numberType: 'RK',
  v: 1,
  schema,
  // The plant's own section makes out the slip of finished goods (S5.24).
  makers: ['warehouse', 'production'],
  lifecycle: {
    initial: 'received',
    steps: {
      reversed: { from: ['received'], to: 'reversed', by: ['warehouse', 'manager'], otherThan: ['committed'] },
      printed: { from: ['received', 'reversed'], by: ['warehouse', 'purchasing', 'manager', 'finance'] },
    },
  },
  describe: (body) => ({
    title: `${body.from} · ${body.lines[0]?.name ?? ''}`,
    amount: body.lines.reduce((sum, item) => sum + Math.round((item.cost * item.quantity) / 1000), 0),
  }),
  searchTexts: (body) => [body.from, body.slipNo],
  // A plant numbers its own slips; one that comes in twice was entered twice.
  claims: ({ body, status }) =>
    status !== 'reversed' && body.type === 'finished' && body.slipNo !== '' ? [`slip:${body.from}/${body.slipNo}`] : [],
  postings: (record) =>
    record.status === 'reversed'
      ? []
      : record.body.lines.flatMap((item) => [
          { account: account('stock', record.body.location, item.product), amount: item.quantity },
          ...(record.body.type === 'transfer'
            ? [{ account: account('stock', record.body.fromLocation, item.product), amount: -item.quantity }]
            : []),
        ]),
  fields: {
    type: 'choice',
    location: 'location',
    from: 'text',
    fromLocation: 'location',
    slipNo: 'text',
    certificateNo: 'text',
    certificate: 'file',
    pickup: 'document',
    lines: 'lines',
    notes: 'long',
  },
  lineFields: { code: 'text', name: 'text', spec: 'text', quantity: 'quantity', unit: 'text', cost: 'money' },
  tones: { received: 'good', reversed: 'bad' },
  columns: ['no', 'day', 'title', 'owner', 'amount', 'status'],
});
