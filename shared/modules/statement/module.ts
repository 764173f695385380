import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { day, fen, id, price, required, text } from '../fields.ts';

/** What moved the account: goods out, goods back, money in, money back, interest, what was owed before the program. */
export const movementKinds = ['goods', 'return', 'receipt', 'refund', 'interest', 'opening'] as const;

const schema = z.strictObject({
  customerName: required(120),
  from: day,
  to: day,
  opening: fen,
  lines: z
    .array(
      z.strictObject({
        day,
        movement: z.enum(movementKinds),
        document: id,
        no: text(60),
        debit: price,
        credit: price,
        balance: fen,
      }),
    )
    .max(2000),
  debit: price,
  credit: price,
  closing: fen,
});

export type Statement = z.infer<typeof schema>;

const makers = ['finance', 'salesperson', 'manager'] as const;

/** 对账单: opening, movements and closing of a customer's account, sent out and answered. `party` is the customer. */
export const statement = defineModule<Statement>({
  kind: 'statement',
  numberType: 'DZ',
  v: 1,
  schema,
  makers,
  lifecycle: {
    initial: 'drawn',
    steps: {
      /** data: day, way */
      sent: { from: ['drawn'], to: 'sent', by: makers },
      /** The reply slip came back signed. data: name, day, file */
      agreed: { from: ['drawn', 'sent', 'differs'], to: 'agreed', by: makers },
      /** The customer names another balance. data: amount, text */
      differs: { from: ['drawn', 'sent'], to: 'differs', by: makers },
      printed: { from: ['drawn', 'sent', 'agreed', 'differs'], by: [...makers, 'dgmFinance', 'gm'] },
    },
  },
  describe: (body) => ({ title: `${body.customerName} · ${body.from}–${body.to}`, amount: body.closing }),
  searchTexts: (body) => [body.customerName],
  fields: {
    customerName: 'text',
    from: 'day',
    to: 'day',
    opening: 'money',
    lines: 'lines',
    debit: 'money',
    credit: 'money',
    closing: 'money',
  },
  lineFields: { day: 'day', movement: 'choice', document: 'document', no: 'text', debit: 'money', credit: 'money', balance: 'money' },
  tones: { drawn: 'info', sent: 'info', agreed: 'good', differs: 'bad' },
  columns: ['no', 'day', 'title', 'owner', 'amount', 'status'],
});
