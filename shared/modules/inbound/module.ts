import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account, type Posting } from '#shared/ledger/posting.ts';
import { piecesAt, receivedClaims, serialsIn } from '../product/pieces.ts';
import { serials } from '../product/serials.ts';
import { file, goods, id, price, quantity, text } from '../fields.ts';

const line = z.strictObject({ ...goods, quantity, cost: price, serials: serials.optional() });

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
  v: 2,
  schema,
  upgrades: { 1: (body) => ({ ...body }) },
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
  searchTexts: (body) => [body.from, body.slipNo, ...serialsIn(body.lines)],
  // A plant numbers its own slips; one that comes in twice was entered twice. So was a piece.
  claims: ({ body, status }) =>
    status === 'reversed' || body.type === 'transfer'
      ? []
      : [
          ...(body.type === 'finished' && body.slipNo !== '' ? [{ key: `slip:${body.from}/${body.slipNo}` }] : []),
          ...receivedClaims(body.lines),
        ],
  postings: ({ body, status }) =>
    status === 'reversed'
      ? []
      : [...stockOf(body.location, body.lines, 1), ...(body.type === 'transfer' ? stockOf(body.fromLocation, body.lines, -1) : [])],
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
  lineFields: { code: 'text', name: 'text', spec: 'text', quantity: 'quantity', unit: 'text', cost: 'money', serials: 'serials' },
  tones: { received: 'good', reversed: 'bad' },
  columns: ['no', 'day', 'title', 'owner', 'amount', 'status'],
});

function stockOf(place: string, lines: Inbound['lines'], sign: 1 | -1): Posting[] {
  const amounts = lines.map((item) => ({ account: account('stock', place, item.product), amount: sign * item.quantity }));
  return [...amounts, ...piecesAt(place, lines, sign)];
}
