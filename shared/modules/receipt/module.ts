import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import { fen, id, methods, price, required, text } from '../fields.ts';
import { partyPart } from '../order/module.ts';

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
});

export type Receipt = z.infer<typeof schema>;

/** Money in or out over the counter (PAY-02). `owner` holds it until finance confirms the handover; `source` is the order. */
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
      givenBack: { from: ['handed'], to: 'taken', by: ['finance', 'manager'] },
      /** data: receipt (the red one) */
      reversed: { from: ['taken', 'handed'], to: 'reversed', by: ['cashier', 'finance', 'manager'], otherThan: [] },
      printed: { from: ['taken', 'handed', 'reversed'], by: ['cashier', 'finance', 'manager'] },
    },
  },
  describe: (body) => ({ title: body.payer, amount: body.amount }),
  searchTexts: (body) => [body.payer],
  postings: (record) => [
    { account: account('receivable', partyPart(record.party), record.source || record.id), amount: -record.body.amount },
    { account: account('received', record.source || record.id), amount: record.body.amount },
    { account: account('held', record.owner, record.day, record.body.method), amount: record.body.amount },
    { account: account('takings', record.day, record.body.method), amount: record.body.amount },
  ],
});
