import { z } from 'zod';
import { approvalSteps } from '#shared/documents/approve.ts';
import { defineModule } from '#shared/documents/module.ts';
import { day, price, required } from '../fields.ts';

export const creditGrades = ['A', 'B', 'C', 'D'] as const;

const schema = z.strictObject({
  customerName: required(120),
  grade: z.enum(creditGrades),
  /** What the customer may owe at most, and how many days. */
  limit: price,
  days: z.number().int().min(0).max(365),
  /** What the assessment rests on: references, accounts, record of payment. */
  basis: required(1000),
  /** Last day the grade holds. */
  validUntil: day,
});

export type Credit = z.infer<typeof schema>;

const makers = ['finance', 'dgmFinance', 'manager'] as const;
const readers = ['salesperson', 'manager', 'finance', 'dgmFinance', 'gm'] as const;

/** 资信评估 (CRM-07): the owner assesses, others fix the grade along the policy's chain. `party` is the customer. */
export const credit = defineModule<Credit>({
  kind: 'credit',
  numberType: 'XY',
  v: 1,
  schema,
  makers,
  lifecycle: {
    initial: 'assessed',
    steps: {
      ...approvalSteps({ from: ['assessed'], waiting: 'submitted', approved: 'inForce', back: 'returned', refused: 'refused' }, makers),
      /** data: reason. The grade holds no longer. */
      withdrawn: { from: ['inForce'], to: 'withdrawn', by: ['finance', 'dgmFinance'] },
      printed: { from: ['assessed', 'submitted', 'inForce', 'returned', 'refused', 'withdrawn'], by: readers },
    },
  },
  describe: (body) => ({ title: `${body.customerName} · ${body.grade}`, amount: body.limit }),
  searchTexts: (body) => [body.customerName],
  fields: { customerName: 'text', grade: 'choice', limit: 'money', days: 'count', basis: 'long', validUntil: 'day' },
  tones: { assessed: 'neutral', submitted: 'warn', inForce: 'good', returned: 'bad', refused: 'bad', withdrawn: 'neutral' },
  columns: ['no', 'day', 'title', 'party', 'owner', 'amount', 'status'],
});
