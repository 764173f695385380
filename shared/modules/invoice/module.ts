import { z } from 'zod';
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
const before = ['requested', 'checked', 'signed'];

/**
 * 开票申请 (PAY-05): asked for by sales, checked by finance, signed by the deputy general manager for finance, issued in the tax system,
 * whose number is entered by hand and never made here. `source` is the contract.
 */
export const invoice = defineModule<Invoice>({
  kind: 'invoice',
  numberType: 'FP',
  v: 1,
  schema,
  makers: ['salesperson', 'manager', 'finance'],
  lifecycle: {
    initial: 'requested',
    steps: {
      checked: { from: ['requested'], to: 'checked', by: finance, otherThan: ['committed'] },
      signed: { from: ['checked'], to: 'signed', by: ['dgmFinance'], otherThan: ['committed', 'checked'], gates: ['G-39', 'G-42'] },
      /** data: number, day, file */
      issued: { from: ['signed'], to: 'issued', by: finance, otherThan: ['signed'], gates: ['G-39', 'G-42'] },
      /** data: name, day. Given to the customer. */
      delivered: { from: ['issued'], to: 'delivered', by: ['salesperson', 'manager', 'finance'] },
      /** data: reason */
      returned: { from: ['requested', 'checked'], to: 'returned', by: ['finance', 'dgmFinance'] },
      /** data: reason */
      withdrawn: { from: before, to: 'withdrawn', by: ['salesperson', 'manager'] },
      /** A red invoice takes it back. data: number, day, reason */
      reversed: { from: ['issued', 'delivered'], to: 'reversed', by: finance },
      printed: { from: [...before, 'issued', 'delivered', 'returned', 'withdrawn', 'reversed'], by: readers },
    },
  },
  describe: (body) => ({ title: body.customerName, amount: body.amount }),
  searchTexts: (body) => [body.customerName, body.buyer, body.contractNo],
  postings,
  claims: (record) => invoiceNumbers(record).map((number) => `invoice:${number}`),
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
    requested: 'warn',
    checked: 'warn',
    signed: 'info',
    issued: 'info',
    delivered: 'good',
    returned: 'bad',
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
