import { z } from 'zod';
import { approvalSteps } from '#shared/documents/approve.ts';
import { defineModule } from '#shared/documents/module.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { account, type Posting } from '#shared/ledger/posting.ts';
import { expenseCategories } from '#shared/policy/expense-standards.ts';
import { roles } from '#shared/policy/roles.ts';
import { moved } from '../cashday/box.ts';
import { day, file, id, methods, optionalDay, price, required, text } from '../fields.ts';

const line = z.strictObject({
  day,
  category: z.enum(expenseCategories),
  what: required(120),
  amount: price.refine((value) => value > 0),
  /** Original vouchers handed in with it. */
  vouchers: z.number().int().min(0).max(999),
  scan: file,
});

const schema = z.strictObject({
  type: z.enum(['travel', 'sales', 'general']),
  purpose: required(200),
  /** Report of the trip, travel only. */
  trip: id,
  from: optionalDay,
  to: optionalDay,
  place: text(80),
  lines: z.array(line).min(1).max(100),
  total: price,
  notes: text(300),
});

export type Expense = z.infer<typeof schema>;

export const supervisors = ['manager', 'dgmSales', 'dgmFinance', 'gm'] as const;
const payers = ['treasurer', 'finance'] as const;

/** Whether a claim of this status is among what was spent. */
export function isCounted(status: string): boolean {
  return ['written', 'submitted', 'signed', 'paid'].includes(status);
}

const approval = approvalSteps(
  { from: ['written'], waiting: 'submitted', approved: 'signed', back: 'returned', refused: 'refused' },
  roles,
  ['G-47'],
);

/** 费用报销单 (TRV-04, TRV-05): claimed with original vouchers, signed along the policy's chain, paid out of the safe. `owner` claims. */
export const expense = defineModule<Expense>({
  kind: 'expense',
  numberType: 'BX',
  v: 1,
  schema,
  makers: roles,
  lifecycle: {
    initial: 'written',
    steps: {
      ...approval,
      /** The standards are looked at by whoever signs first: what the manager let pass then is passed for those above. */
      endorsed: { ...approval.endorsed, gates: ['G-47'] },
      /** data: day, method, originals (seen by the payer) */
      paid: { from: ['signed'], to: 'paid', by: payers, otherThan: ['committed', 'endorsed', 'approved'], gates: ['G-46'] },
      /** data: reason. To be written again. */
      returned: { from: ['signed'], to: 'returned', by: [...supervisors, ...payers], otherThan: ['committed'] },
      /** data: reason. Only by whoever claims. */
      withdrawn: { from: ['signed'], to: 'withdrawn', by: roles },
      /** Paid wrongly, the money is back. data: reason, day */
      repaid: { from: ['paid'], to: 'returned', by: payers },
      printed: { from: ['submitted', 'signed', 'paid', 'returned', 'refused', 'withdrawn'], by: roles },
    },
  },
  describe: (body) => ({ title: body.purpose, amount: body.total }),
  searchTexts: (body) => [body.purpose, body.place],
  postings,
  fields: {
    type: 'choice',
    purpose: 'text',
    trip: 'document',
    from: 'day',
    to: 'day',
    place: 'text',
    lines: 'lines',
    total: 'money',
    notes: 'long',
  },
  lineFields: { day: 'day', category: 'choice', what: 'text', vouchers: 'count', scan: 'file', amount: 'money' },
  tones: { written: 'neutral', submitted: 'warn', signed: 'info', paid: 'good', returned: 'bad', refused: 'bad', withdrawn: 'neutral' },
  columns: ['no', 'day', 'title', 'owner', 'amount', 'status'],
});

/** Accounts: expense by month, claimant and category (fen, claimed), and what left the safe. */
function postings({ id: own, day: on, owner, status, body, events }: DocumentRecord<Expense>): Posting[] {
  if (!isCounted(status)) return [];
  const claimed = body.lines.map((row) => ({
    account: account('expense', row.day.slice(0, 7), owner, row.category),
    amount: row.amount,
  }));
  if (status !== 'paid') return claimed;
  const paid = events.findLast(({ type }) => type === 'paid');
  const method = methods.find((one) => one === paid?.data.method) ?? 'cash';
  const paidOn = typeof paid?.data.day === 'string' ? paid.data.day : on;
  return [...claimed, ...moved('safe', method, -body.total, { id: own, day: paidOn })];
}
