import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import { moved } from '../cashday/box.ts';
import { file, id, price, text } from '../fields.ts';

const schema = z.strictObject({
  /** open: finance puts money in; draw: for one pick-up slip; settle: what was not spent comes back; close: returned to finance. */
  type: z.enum(['open', 'draw', 'settle', 'close']),
  /** Cash moved; a settlement of which nothing came back has none. */
  amount: price,
  /** Settlement only: what the supplier was paid out of the money drawn. */
  spent: price,
  pickup: id,
  /** Who got or brought the money. */
  person: text(60),
  /** Supplier's receipt, for a settlement. */
  voucherNo: text(60),
  voucher: file,
  note: text(300),
});

export type Float = z.infer<typeof schema>;

/** One line of the purchasing float's own cash book (采购备用金, STK-05, SHP-03): never mixed with takings. `owner` keeps the box. */
export const float = defineModule<Float>({
  kind: 'float',
  numberType: 'BY',
  v: 1,
  schema,
  makers: ['cashier', 'finance', 'treasurer'],
  lifecycle: { initial: 'entered', steps: { printed: { from: ['entered'], by: ['cashier', 'finance', 'manager', 'treasurer'] } } },
  describe: (body) => ({ title: body.person, amount: inOrOut(body) }),
  postings: ({ id: own, day, body }) => [
    ...moved('float', 'cash', inOrOut(body), { id: own, day }),
    // What finance puts in or takes back is the safe's other half; what is bought with it is not.
    ...(body.type === 'open' || body.type === 'close' ? moved('safe', 'cash', -inOrOut(body), { id: own, day }) : []),
    ...(body.type === 'draw' ? [{ account: account('float-out', body.pickup), amount: body.amount }] : []),
    ...(body.type === 'settle' ? [{ account: account('float-out', body.pickup), amount: -body.amount - body.spent }] : []),
    ...(body.spent > 0 ? [{ account: account('float-spent', body.pickup), amount: body.spent }] : []),
  ],
  fields: {
    type: 'choice',
    amount: 'money',
    spent: 'money',
    person: 'text',
    pickup: 'document',
    voucherNo: 'text',
    voucher: 'file',
    note: 'long',
  },
  tones: { entered: 'good' },
  columns: ['no', 'day', 'title', 'owner', 'amount'],
});

function inOrOut(body: Float): number {
  return body.type === 'open' || body.type === 'settle' ? body.amount : -body.amount;
}
