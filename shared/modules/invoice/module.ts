import { z } from 'zod';
import { approvalSteps } from '#shared/documents/approve.ts';
import { defineModule } from '#shared/documents/module.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { account, type Posting } from '#shared/ledger/posting.ts';
import { price, required, text } from '../fields.ts';

const schema = z.strictObject({
  customerName: required(120),
  contractNo: text(40),
  /** 增值税专用发票 or 普通发票 */
  invoiceKind: z.enum(['special', 'ordinary']),
  /** Buyer as the invoice names it, and its tax number. */
  buyer: required(120),
  taxNo: text(40),
  addressPhone: text(200),
  bankAccount: text(200),
  content: required(300),
  amount: price.refine((value) => value > 0),
  notes: text(300),
});

export type Invoice = z.infer<typeof schema>;

const finance = ['finance'] as const;
const readers = ['salesperson', 'manager', 'finance', 'dgmFinance', 'gm'] as const;
const before = ['requested', 'submitted', 'signed'];
const makers = ['salesperson', 'manager', 'finance'] as const;
const approval = approvalSteps(
  { from: ['requested'], waiting: 'submitted', approved: 'signed', back: 'returned', refused: 'refused' },
  makers,
  ['G-39', 'G-42'],
);

/**
 * 开票申请 (PAY-05): asked for by sales, signed along the policy's chain (finance, then its deputy general manager), issued in the tax system,
 * whose number is entered by hand and never made here. `source` is the contract.
 */
export const invoice = defineModule<Invoice>({
  kind: 'invoice',
  numberType: 'FP',
  v: 1,
  schema,
  makers,
  lifecycle: {
    initial: 'requested',
    steps: {
      ...approval,
      /** data: number, day, file */
      issued: { from: ['signed'], to: 'issued', by: finance, otherThan: ['approved'], gates: ['G-39', 'G-42'] },
      /** data: name, day. Given to the customer. */
      delivered: { from: ['issued'], to: 'delivered', by: ['salesperson', 'manager', 'finance'] },
      /** data: reason */
      withdrawn: { from: ['signed'], to: 'withdrawn', by: ['salesperson', 'manager'] },
      /** A red invoice takes it back. data: number, day, reason */
      reversed: { from: ['issued', 'delivered'], to: 'reversed', by: finance },
      printed: { from: [...before, 'issued', 'delivered', 'returned', 'refused', 'withdrawn', 'reversed'], by: readers },
    },
  },
  describe: (body) => ({ title: body.customerName, amount: body.amount }),
  searchTexts: (body) => [body.customerName, body.buyer, body.contractNo],
  postings,
  claims: (record) => invoiceNumbers(record).map((number) => ({ key: `invoice:${number}` })),
  fields: {
    customerName: 'text',
    contractNo: 'text',
    invoiceKind: 'choice',
    buyer: 'text',
    taxNo: 'text',
    addressPhone: 'text',
    bankAccount: 'text',
    content: 'text',
    amount: 'money',
    notes: 'long',
  },
  tones: {
    requested: 'neutral',
    submitted: 'warn',
    signed: 'info',
    issued: 'info',
    delivered: 'good',
    returned: 'bad',
    refused: 'bad',
    withdrawn: 'neutral',
    reversed: 'bad',
  },
  columns: ['no', 'day', 'title', 'party', 'owner', 'amount', 'status'],
});

/** Accounts: invoice-asked and invoiced by contract (fen), invoice-no by number (count). */
function postings(record: DocumentRecord<Invoice>): Posting[] {
  const { amount } = record.body;
  if (before.includes(record.status)) return [{ account: account('invoice-asked', record.source), amount }];
  const numbers = invoiceNumbers(record).map((number) => ({ account: account('invoice-no', number), amount: 1 }));
  if (record.status !== 'issued' && record.status !== 'delivered') return numbers;
  return [...numbers, { account: account('invoiced', record.source), amount }];
}

/** Numbers of the tax system on this request: the invoice's own, and that of the red one. */
export function invoiceNumbers({ events }: Pick<DocumentRecord<Invoice>, 'events'>): string[] {
  return events.flatMap(({ type, data }) =>
    (type === 'issued' || type === 'reversed') && typeof data.number === 'string' ? [data.number] : [],
  );
}
