/** What an application and the contract drawn up from it both say. */
import { z } from 'zod';
import { allocate, type Fen } from '#shared/core/money.ts';
import { fen, goods, id, optionalDay, price, quantity, required, text } from '../fields.ts';

export const planKinds = ['deposit', 'first', 'instalment', 'balance'] as const;
export type PlanKind = (typeof planKinds)[number];

const line = z.strictObject({
  ...goods,
  quantity,
  listPrice: price,
  /** What the policy asked of this customer; a concession is measured against it. Absent on papers from before it was written down. */
  policyPrice: price.optional(),
  /** Floor in force when it was agreed; 0 when none. */
  floor: price,
  price,
  /** price × quantity, rounded half up. */
  amount: price,
  /** Given with the goods, at price 0. */
  gift: z.boolean(),
});

const planLine = z.strictObject({
  kind: z.enum(planKinds),
  /** Last day to pay, '' when it hangs on an event (signing, acceptance) named in the contract's text. */
  due: optionalDay,
  amount: price,
});

export const terms = {
  customerName: required(120),
  /** An organisation signs with its seal, a person with the own hand (G-16). */
  customerType: z.enum(['organisation', 'person']),
  contact: text(60),
  phone: text(30),
  address: text(200),
  /** Sales policy the prices rest on. */
  policy: id,
  policyVersion: z.number().int().min(0),
  /** Quotation it came from, '' when none. */
  quotation: id,
  productGroup: text(40),
  lines: z.array(line).min(1).max(500),
  /** Taken off the sum of the lines. */
  discount: price,
  /** Sum of the lines less the discount. */
  total: fen,
  /** When which part is paid; the parts add up to the total. */
  plan: z.array(planLine).max(60),
  /** How it is paid, in words. */
  payment: text(300),
  deliverOn: optionalDay,
  deliverTo: text(200),
  /** On-site work (splicing, installation) belongs to it: then work order and acceptance report are part of the chain. */
  needsService: z.boolean(),
  notes: text(1000),
};

const termsSchema = z.strictObject(terms);
export type Terms = z.infer<typeof termsSchema>;
export type TermsLine = Terms['lines'][number];
export type PlanLine = Terms['plan'][number];

export const termsFields = {
  customerName: 'text',
  customerType: 'choice',
  contact: 'text',
  phone: 'text',
  address: 'text',
  policy: 'document',
  policyVersion: 'count',
  quotation: 'document',
  productGroup: 'text',
  lines: 'lines',
  discount: 'money',
  total: 'money',
  plan: 'hidden',
  payment: 'long',
  deliverOn: 'day',
  deliverTo: 'text',
  needsService: 'flag',
  notes: 'long',
} as const;

export const termsLineFields = {
  code: 'text',
  name: 'text',
  spec: 'text',
  quantity: 'quantity',
  unit: 'text',
  listPrice: 'money',
  policyPrice: 'money',
  price: 'money',
  amount: 'money',
  gift: 'flag',
} as const;

/** What each line is worth after the discount, in fen; the parts add up to the total. */
export function termsLineValues(body: Pick<Terms, 'total' | 'lines'>): Fen[] {
  return allocate(
    body.total,
    body.lines.map((item) => item.amount),
  );
}

export function titleOfTerms(body: Pick<Terms, 'customerName' | 'lines'>): string {
  return `${body.customerName} · ${body.lines[0]?.name ?? ''}${body.lines.length > 1 ? ` +${body.lines.length - 1}` : ''}`;
}
