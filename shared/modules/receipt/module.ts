import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import { moved } from '../cashday/box.ts';
import { fen, id, methods, optionalDay, price, required, text } from '../fields.ts';
import { partyPart } from '../order/goods-out.ts';

const schema = z.strictObject({
  /** payment of goods, deposit before them, refund (negative), red: takes back one receipt entirely (negative). */
  type: z.enum(['payment', 'deposit', 'refund', 'red']),
  payer: required(120),
  method: z.enum(methods),
  amount: fen.refine((value) => value !== 0),
  /** Cash only: what the customer gave, and got back. */
  tendered: price,
  change: price,
  /** What it is for, as printed. */
  reason: text(200),
  remarks: text(300),
  /** Receipt that a red one takes back, '' otherwise. */
  reverses: id,
  /** What it is booked on: orders, or receivables from before the program, with whose account. The parts add up to the amount. */
  parts: z
    .array(z.strictObject({ source: id, no: text(60), party: id, amount: fen }))
    .min(1)
    .max(200),
  /** Whose drawer the money goes into or comes out of, and that day's bundle; '' both: finance's safe. */
  heldBy: id,
  heldOn: optionalDay,
});

export type Receipt = z.infer<typeof schema>;

/** Money in or out (PAY-02), held by `heldBy` until finance confirms the handover; `source` is what the first part is booked on. */
export const receipt = defineModule<Receipt>({
  kind: 'receipt',
  numberType: 'SK',
  v: 1,
  schema,
  makers: ['cashier', 'finance', 'manager'],
  lifecycle: {
    initial: 'taken',
    steps: {
      /** data: handover */
      handed: { from: ['taken'], to: 'handed', by: ['cashier', 'finance', 'manager'] },
      /** data: handover; finance did not accept the money */
      givenBack: { from: ['handed'], to: 'taken', by: ['finance', 'manager', 'treasurer'] },
      /** data: receipt (the red one) */
      reversed: { from: ['taken', 'handed'], to: 'reversed', by: ['cashier', 'finance', 'manager'] },
      /** A red receipt whose original never left the drawer: both cancel out there and neither is handed over. */
      offset: { from: ['taken'], to: 'offset', by: ['cashier', 'finance', 'manager'] },
      printed: { from: ['taken', 'handed', 'reversed', 'offset'], by: ['cashier', 'finance', 'manager'] },
    },
  },
  describe: (body) => ({ title: body.payer, amount: body.amount }),
  searchTexts: (body) => [body.payer],
  postings: ({ id: own, body, day }) => [
    ...body.parts.flatMap((part) => [
      { account: account('receivable', partyPart(part.party), part.source), amount: -part.amount },
      { account: account('received', part.source), amount: part.amount },
    ]),
    ...(body.heldBy === ''
      ? moved('safe', body.method, body.amount, { id: own, day })
      : [{ account: account('held', body.heldBy, body.heldOn, body.method), amount: body.amount }]),
    { account: account('takings', day, body.method), amount: body.amount },
  ],
  fields: {
    type: 'choice',
    payer: 'text',
    method: 'choice',
    amount: 'money',
    tendered: 'money',
    change: 'money',
    reason: 'text',
    remarks: 'long',
    parts: 'lines',
    heldBy: 'staff',
    heldOn: 'day',
    reverses: 'document',
  },
  lineFields: { source: 'document', amount: 'money' },
  tones: { taken: 'info', handed: 'good', reversed: 'bad', offset: 'neutral' },
  columns: ['no', 'day', 'title', 'party', 'owner', 'amount', 'status'],
});
