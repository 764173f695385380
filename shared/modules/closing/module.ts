import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import { ledgerMeasures } from '../entry/module.ts';
import { fen, id, text } from '../fields.ts';

const row = z.strictObject({
  contract: id,
  contractNo: text(40),
  measure: z.enum(ledgerMeasures),
  /** To the end of the month, as each book has it. */
  sales: fen,
  finance: fen,
  difference: fen,
});

const schema = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  contracts: z.number().int().min(0),
  lines: z.array(row).max(5000),
  differences: z.number().int().min(0),
  /** Collected on the contracts to the end of the month, and the department's commission on what came in the month (S5.47). */
  collected: fen,
  collectedInMonth: fen,
  rate: z.number().int().min(0).max(10_000),
  accrued: fen,
});

export type Closing = z.infer<typeof schema>;

/** 月末对账 (G-45): the two contract ledgers side by side, signed by sales, then by finance. */
export const closing = defineModule<Closing>({
  kind: 'closing',
  numberType: 'YJ',
  v: 1,
  schema,
  makers: ['manager', 'finance'],
  lifecycle: {
    initial: 'drawn',
    steps: {
      salesSigned: { from: ['drawn'], to: 'salesSigned', by: ['manager'], gates: ['G-45'] },
      financeSigned: {
        from: ['salesSigned'],
        to: 'closed',
        by: ['finance', 'dgmFinance'],
        otherThan: ['salesSigned'],
        gates: ['G-45'],
      },
      /** data: reason. The ledgers moved, another sheet takes its place. */
      withdrawn: { from: ['drawn', 'salesSigned'], to: 'withdrawn', by: ['manager', 'finance'] },
      printed: { from: ['drawn', 'salesSigned', 'closed', 'withdrawn'], by: ['manager', 'finance', 'dgmFinance', 'gm'] },
    },
  },
  describe: (body) => ({ title: body.month, amount: body.accrued }),
  postings: ({ status, body }) =>
    status === 'closed'
      ? [
          { account: account('closed', body.month), amount: 1 },
          { account: account('commission-accrued', body.month), amount: body.accrued },
        ]
      : [],
  fields: {
    month: 'text',
    contracts: 'count',
    lines: 'lines',
    differences: 'count',
    collected: 'money',
    collectedInMonth: 'money',
    rate: 'count',
    accrued: 'money',
  },
  lineFields: {
    contractNo: 'text',
    contract: 'document',
    measure: 'choice',
    sales: 'money',
    finance: 'money',
    difference: 'money',
  },
  tones: { drawn: 'warn', salesSigned: 'info', closed: 'good', withdrawn: 'neutral' },
  columns: ['no', 'day', 'title', 'owner', 'amount', 'status'],
});
