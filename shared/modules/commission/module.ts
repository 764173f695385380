import { z } from 'zod';
import { approvalSteps } from '#shared/documents/approve.ts';
import { defineModule } from '#shared/documents/module.ts';
import type { DocumentEvent } from '#shared/documents/record.ts';
import { account, type Posting } from '#shared/ledger/posting.ts';
import { moved } from '../cashday/box.ts';
import { fen, id, methods, required, text } from '../fields.ts';

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
  /** What the salesperson gave away without a signature and has not paid for yet (STF-11); negative: signed since, given back. */
  conceded: fen,
  /** To be paid; negative: the salesperson owes it. */
  total: fen,
  notes: text(500),
});

export type Commission = z.infer<typeof schema>;

const makers = ['salesperson', 'manager'] as const;
const counting = ['written', 'submitted', 'approved', 'paid'];
const approval = approvalSteps(
  { from: ['written'], waiting: 'submitted', approved: 'approved', back: 'returned', refused: 'refused' },
  makers,
  ['G-43'],
);

/** 个人提成单 (STF-09): written by sales, signed along the policy's chain (finance, its deputy GM, the GM), paid. `owner` is the salesperson. */
export const commission = defineModule<Commission>({
  kind: 'commission',
  numberType: 'TC',
  v: 2,
  schema,
  upgrades: { 1: (body) => ({ ...body, conceded: 0 }) },
  makers,
  lifecycle: {
    initial: 'written',
    steps: {
      ...approval,
      /** data: day, method */
      paid: { from: ['approved'], to: 'paid', by: ['finance', 'treasurer', 'cashier'], otherThan: ['committed', 'approved'] },
      printed: {
        from: [...counting, 'returned', 'refused'],
        by: ['salesperson', 'manager', 'finance', 'dgmFinance', 'gm', 'cashier'],
      },
    },
  },
  describe: (body) => ({ title: `${body.staffName} · ${body.month}`, amount: body.total }),
  searchTexts: (body) => [body.staffName],
  /** Accounts by salesperson and contract, in fen: commission-base (collected money already on a sheet), commission, withheld; by salesperson: conceded-off. */
  postings: ({ id: own, day, owner, status, body, events }) =>
    counting.includes(status)
      ? [
          { account: account('conceded-off', owner), amount: body.conceded },
          ...paidOut(events, body.total, { id: own, day }),
          ...body.lines.flatMap((line) => [
            { account: account('commission-base', owner, line.contract), amount: line.collected },
            { account: account('commission', owner, line.contract), amount: line.commission },
            { account: account('withheld', owner, line.contract), amount: line.withheld },
          ]),
        ]
      : [],
  fields: {
    staffName: 'text',
    month: 'text',
    lines: 'lines',
    commission: 'money',
    withheld: 'money',
    conceded: 'money',
    total: 'money',
    notes: 'long',
  },
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
    written: 'neutral',
    submitted: 'warn',
    approved: 'info',
    paid: 'good',
    returned: 'bad',
    refused: 'bad',
  },
  columns: ['no', 'day', 'title', 'owner', 'amount', 'status'],
});

/** What left the safe; a sheet that takes back is settled without money. */
function paidOut(events: readonly DocumentEvent[], total: number, record: { id: string; day: string }): Posting[] {
  const paid = events.findLast(({ type }) => type === 'paid');
  const method = methods.find((one) => one === paid?.data.method);
  const day = typeof paid?.data.day === 'string' ? paid.data.day : record.day;
  return method && total > 0 ? moved('safe', method, -total, { id: record.id, day }) : [];
}
