import { z } from 'zod';
import { approvalSteps } from '#shared/documents/approve.ts';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import { partyPart } from '../order/goods-out.ts';
import { day, price, required, text } from '../fields.ts';

const schema = z.strictObject({
  customerName: required(120),
  contractNo: text(40),
  /** Both days included. */
  from: day,
  to: day,
  /** Ten-thousandths per day. */
  rate: z.number().int().min(1).max(1000),
  /** Runs of days over which the same sum was overdue. */
  lines: z
    .array(z.strictObject({ from: day, to: day, days: z.number().int().min(1), amount: price }))
    .min(1)
    .max(500),
  total: price,
  /** Last day to pay the interest itself. */
  due: day,
});

export type Interest = z.infer<typeof schema>;

const makers = ['finance', 'manager'] as const;
const approval = approvalSteps(
  { from: ['proposed'], waiting: 'submitted', approved: 'confirmed', back: 'returned', refused: 'refused' },
  makers,
  ['G-44'],
);

/** 逾期计息 (PAY-06, S5.19): proposed by finance, owed once it is signed along the policy's chain. `source` is the contract. */
export const interest = defineModule<Interest>({
  kind: 'interest',
  numberType: 'JX',
  v: 1,
  schema,
  makers,
  lifecycle: {
    initial: 'proposed',
    steps: {
      ...approval,
      /** data: reason */
      waived: { from: ['submitted', 'confirmed'], to: 'waived', by: ['dgmFinance'] },
      printed: {
        from: ['proposed', 'submitted', 'confirmed', 'returned', 'refused', 'waived'],
        by: ['finance', 'dgmFinance', 'manager', 'salesperson'],
      },
    },
  },
  describe: (body) => ({ title: body.customerName, amount: body.total }),
  searchTexts: (body) => [body.customerName, body.contractNo],
  postings: ({ id, party, status, body }) =>
    status === 'confirmed' ? [{ account: account('receivable', partyPart(party), id), amount: body.total }] : [],
  fields: {
    customerName: 'text',
    contractNo: 'text',
    from: 'day',
    to: 'day',
    rate: 'count',
    lines: 'lines',
    total: 'money',
    due: 'day',
  },
  lineFields: { from: 'day', to: 'day', days: 'count', amount: 'money' },
  tones: { proposed: 'neutral', submitted: 'warn', confirmed: 'info', returned: 'bad', refused: 'bad', waived: 'neutral' },
  columns: ['no', 'day', 'title', 'party', 'owner', 'amount', 'status'],
});
