import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import { moved } from '../cashday/box.ts';
import { file, price, required, text } from '../fields.ts';

const schema = z.strictObject({
  /** toBank: cash out of the safe; fromBank: cash into it. */
  type: z.enum(['toBank', 'fromBank']),
  amount: price.refine((value) => value > 0),
  /** Bank and account, as the slip names them. */
  bank: required(80),
  /** The bank's slip, and a picture of it. */
  slipNo: text(40),
  slip: file,
  note: text(300),
});

export type Banking = z.infer<typeof schema>;

const keepers = ['treasurer', 'finance'] as const;

/** 存取款单: cash out of the safe to the bank, or the other way. */
export const banking = defineModule<Banking>({
  kind: 'banking',
  numberType: 'YH',
  v: 1,
  schema,
  makers: keepers,
  lifecycle: {
    initial: 'entered',
    steps: {
      /** Entered wrongly. data: reason, day. On a closed sheet already: the next one takes it back. */
      reversed: { from: ['entered'], to: 'reversed', by: keepers },
      printed: { from: ['entered', 'reversed'], by: [...keepers, 'manager', 'dgmFinance'] },
    },
  },
  describe: (body) => ({ title: body.bank, amount: body.type === 'toBank' ? -body.amount : body.amount }),
  searchTexts: (body) => [body.bank, body.slipNo],
  postings: ({ id, day, status, body }) => {
    if (status !== 'entered') return [];
    const amount = body.type === 'toBank' ? -body.amount : body.amount;
    return [...moved('safe', 'cash', amount, { id, day }), { account: account('bank', body.bank), amount: -amount }];
  },
  fields: { type: 'choice', amount: 'money', bank: 'text', slipNo: 'text', slip: 'file', note: 'long' },
  tones: { entered: 'good', reversed: 'neutral' },
  columns: ['no', 'day', 'title', 'owner', 'amount', 'status'],
});
