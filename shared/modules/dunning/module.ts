import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import { day, price, required, text } from '../fields.ts';

const schema = z.strictObject({
  customerName: required(120),
  address: text(200),
  contractNo: text(40),
  /** First, second, third letter. */
  level: z.number().int().min(1).max(9),
  lines: z
    .array(z.strictObject({ due: day, amount: price, open: price, days: z.number().int().min(1) }))
    .min(1)
    .max(60),
  overdue: price,
  /** Interest confirmed and not paid. */
  interest: price,
  payBy: day,
  notes: text(500),
});

export type Dunning = z.infer<typeof schema>;

const collectors = ['salesperson', 'manager', 'finance'] as const;

/** 催款函 (PAY-06): the written rungs of the ladder, up to the mark that the case went to court. `source` is the contract. */
export const dunning = defineModule<Dunning>({
  kind: 'dunning',
  numberType: 'CS',
  v: 1,
  schema,
  makers: collectors,
  lifecycle: {
    initial: 'written',
    steps: {
      /** data: day, way */
      sent: { from: ['written'], to: 'sent', by: collectors },
      /** data: text, promised */
      answered: { from: ['sent'], to: 'answered', by: collectors },
      /** data: court, caseNo, day, reason */
      sued: { from: ['sent', 'answered'], to: 'legal', by: ['dgmFinance', 'gm'], otherThan: ['committed'], gates: ['G-44'] },
      settled: { from: ['sent', 'answered', 'legal'], to: 'settled', by: ['finance', 'manager', 'dgmFinance'] },
      /** data: reason */
      withdrawn: { from: ['written'], to: 'withdrawn', by: collectors },
      printed: { from: ['written', 'sent', 'answered', 'legal', 'settled'], by: [...collectors, 'dgmFinance', 'gm'] },
    },
  },
  describe: (body) => ({ title: body.customerName, amount: body.overdue }),
  searchTexts: (body) => [body.customerName, body.contractNo],
  postings: ({ source, status }) => (status === 'legal' ? [{ account: account('legal', source), amount: 1 }] : []),
  fields: {
    customerName: 'text',
    address: 'text',
    contractNo: 'text',
    level: 'count',
    lines: 'lines',
    overdue: 'money',
    interest: 'money',
    payBy: 'day',
    notes: 'long',
  },
  lineFields: { due: 'day', amount: 'money', open: 'money', days: 'count' },
  tones: { written: 'warn', sent: 'info', answered: 'info', legal: 'bad', settled: 'good', withdrawn: 'neutral' },
  columns: ['no', 'day', 'title', 'party', 'owner', 'amount', 'status'],
});
