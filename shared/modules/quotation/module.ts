import { z } from 'zod';
import { approvalSteps } from '#shared/documents/approve.ts';
import { defineModule } from '#shared/documents/module.ts';
import { day, fen, goods, id, optionalDay, price, quantity, required, text } from '../fields.ts';

const line = z.strictObject({
  ...goods,
  quantity,
  listPrice: price,
  /** What the policy asks of this customer; a concession is measured against it. */
  policyPrice: price,
  /** Floor in force; 0 when none. */
  floor: price,
  price,
  /** price × quantity, rounded half up. */
  amount: price,
  /** Given with the goods, at price 0. */
  gift: z.boolean(),
});

const schema = z.strictObject({
  customerName: required(120),
  contact: text(60),
  phone: text(30),
  address: text(200),
  /** What the customer needs, and how the offer meets it (G-09, G-10). */
  need: text(500),
  fit: text(500),
  lines: z.array(line).min(1).max(500),
  /** Taken off the sum of the lines. */
  discount: price,
  /** Sum of the lines less the discount. */
  total: fen,
  /** Why the price is below the policy's. */
  reason: text(300),
  payment: text(300),
  creditDays: z.number().int().min(0).max(365),
  deliverOn: optionalDay,
  deliverTo: text(200),
  /** Last day it holds. */
  validUntil: day,
  /** Payment reminder of the policy, printed (QPA-09). */
  reminder: text(500),
  /** Policy the prices rest on. */
  policy: id,
  policyVersion: z.number().int().min(0),
  /** 1, 2, 3 …: `source` is the version before. */
  revision: z.number().int().min(1),
  notes: text(500),
});

export type Quotation = z.infer<typeof schema>;
export type QuotationLine = z.infer<typeof line>;

const sellers = ['salesperson', 'manager'] as const;
const open = ['draft', 'returned', 'approved', 'sent'];

/** 报价单 (QPA-02): frozen once made; what is talked about are rounds of events, another price is another version with this one as `source`. */
export const quotation = defineModule<Quotation>({
  kind: 'quotation',
  numberType: 'BJ',
  v: 1,
  schema,
  makers: sellers,
  lifecycle: {
    initial: 'draft',
    steps: {
      ...approvalSteps(
        // From 'approved' again where the approval was one of an earlier submission.
        { from: ['draft', 'returned', 'approved'], waiting: 'submitted', approved: 'approved', back: 'returned', refused: 'refused' },
        sellers,
      ),
      /** data: channel, to */
      sent: { from: ['draft', 'approved'], to: 'sent', by: sellers, gates: ['G-01', 'G-02', 'G-03', 'G-04', 'G-10'] },
      /** One round (QPA-05). data: round, ours, theirs, concession, agreed, next */
      negotiated: { from: open, by: sellers },
      /** data: name, day, file. The customer agrees to it as it stands. */
      accepted: { from: ['sent'], to: 'accepted', by: sellers },
      /** data: reason */
      declined: { from: ['sent'], to: 'declined', by: sellers },
      expired: { from: open, to: 'expired', by: sellers },
      /** data: quotation. A newer version took its place. */
      replaced: { from: [...open, 'refused', 'declined', 'expired'], to: 'replaced', by: sellers },
      printed: {
        from: [...open, 'submitted', 'accepted', 'declined', 'expired', 'refused', 'replaced'],
        by: ['salesperson', 'manager', 'dgmSales', 'gm', 'finance'],
      },
    },
  },
  describe: (body) => ({
    title: `${body.customerName} · ${body.lines[0]?.name ?? ''}${body.lines.length > 1 ? ` +${body.lines.length - 1}` : ''}`,
    amount: body.total,
  }),
  searchTexts: (body) => [body.customerName, body.contact, body.phone],
  fields: {
    customerName: 'text',
    contact: 'text',
    phone: 'text',
    address: 'text',
    need: 'long',
    fit: 'long',
    lines: 'lines',
    discount: 'money',
    total: 'money',
    reason: 'long',
    payment: 'text',
    creditDays: 'count',
    deliverOn: 'day',
    deliverTo: 'text',
    validUntil: 'day',
    reminder: 'long',
    policy: 'document',
    policyVersion: 'count',
    revision: 'count',
    notes: 'long',
  },
  lineFields: {
    code: 'text',
    name: 'text',
    spec: 'text',
    quantity: 'quantity',
    unit: 'text',
    policyPrice: 'money',
    floor: 'money',
    price: 'money',
    amount: 'money',
    gift: 'flag',
  },
  tones: {
    submitted: 'warn',
    returned: 'bad',
    approved: 'info',
    sent: 'info',
    accepted: 'good',
    declined: 'bad',
    refused: 'bad',
    expired: 'neutral',
    replaced: 'neutral',
  },
  columns: ['no', 'day', 'title', 'party', 'owner', 'amount', 'status'],
});
