import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { account } from '#shared/ledger/posting.ts';
import { fen, id, required, text } from '../fields.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const schema = z.strictObject({
  staffName: required(60),
  month,
  lines: z
    .array(
      z.strictObject({
        contract: id,
        contractNo: text(40),
        customerName: text(120),
        /** Collected since the last sheet; negative: it went back. */
        collected: fen,
        /** Ten-thousandths. */
        rate: z.number().int().min(0).max(10_000),
        /** What it earns, or, negative, takes back. */
        commission: fen,
        /** Held back for overdue money of the contract; negative: given free again (S5.20). */
        withheld: fen,
      }),
    )
    .min(1)
    .max(500),
  commission: fen,
  withheld: fen,
  /** To be paid; negative: the salesperson owes it. */
  total: fen,
  notes: text(500),
});

export type Commission = z.infer<typeof schema>;

const written = ['written', 'checked', 'confirmed'];
const counting = [...written, 'approved', 'paid'];

/** 个人提成单 (STF-09): written by sales, checked by finance and its deputy GM, approved by the GM, paid. `owner` is the salesperson. */
export const commission = defineModule<Commission>({
  kind: 'commission',
  numberType: 'TC',
  v: 1,
  schema,
  makers: ['salesperson', 'manager'],
  lifecycle: {
    initial: 'written',
    steps: {
      checked: { from: ['written'], to: 'checked', by: ['finance'], otherThan: ['committed'] },
      confirmed: { from: ['checked'], to: 'confirmed', by: ['dgmFinance'], otherThan: ['committed', 'checked'] },
      approved: {
        from: ['confirmed'],
        to: 'approved',
        by: ['gm'],
        otherThan: ['committed', 'checked', 'confirmed'],
        gates: ['G-43'],
      },
      /** data: day, method */
      paid: { from: ['approved'], to: 'paid', by: ['finance', 'cashier'], otherThan: ['committed', 'approved'] },
      /** data: reason */
      returned: { from: written, to: 'returned', by: ['finance', 'dgmFinance', 'gm'] },
      /** data: reason */
      withdrawn: { from: ['written'], to: 'withdrawn', by: ['salesperson', 'manager'] },
      printed: {
        from: [...counting, 'returned', 'withdrawn'],
        by: ['salesperson', 'manager', 'finance', 'dgmFinance', 'gm', 'cashier'],
      },
    },
  },
  describe: (body) => ({ title: `${body.staffName} · ${body.month}`, amount: body.total }),
  searchTexts: (body) => [body.staffName],
  /** Accounts by salesperson and contract, in fen: commission-base (collected money already on a sheet), commission, withheld. */
  postings: ({ owner, status, body }) =>
    counting.includes(status)
      ? body.lines.flatMap((line) => [
          { account: account('commission-base', owner, line.contract), amount: line.collected },
          { account: account('commission', owner, line.contract), amount: line.commission },
          { account: account('withheld', owner, line.contract), amount: line.withheld },
        ])
      : [],
  fields: { staffName: 'text', month: 'text', lines: 'lines', commission: 'money', withheld: 'money', total: 'money', notes: 'long' },
  lineFields: {
    contractNo: 'text',
    contract: 'document',
    customerName: 'text',
    collected: 'money',
    rate: 'count',
    commission: 'money',
    withheld: 'money',
  },
  tones: {
    written: 'warn',
    checked: 'warn',
    confirmed: 'warn',
    approved: 'info',
    paid: 'good',
    returned: 'bad',
    withdrawn: 'neutral',
  },
  columns: ['no', 'day', 'title', 'owner', 'amount', 'status'],
});
