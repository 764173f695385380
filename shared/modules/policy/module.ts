import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { customerClasses } from '../customer/module.ts';
import { id, optionalDay, price, required, text } from '../fields.ts';
import { productGroups } from '../product/module.ts';

/** The price of one product under this policy, in place of the list's. */
const priceRule = z.strictObject({ product: id, name: required(120), price, floor: price });

/** Off the policy price, for a class of customers and a group of products. Basis points; the largest that fits counts. */
const discountRule = z.strictObject({
  class: z.enum(['any', ...customerClasses]),
  group: z.enum(['any', ...productGroups]),
  share: z.number().int().min(1).max(10_000),
});

const schema = z.strictObject({
  version: z.number().int().min(1),
  /** First day it holds; '' from the day it was issued. */
  validFrom: optionalDay,
  /** Gate parameters that differ from their defaults: limits, the authority matrix, credit terms by grade. Money in fen. */
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  prices: z.array(priceRule).max(5000),
  discounts: z.array(discountRule).max(100),
  /** How and when to pay, as quotations and orders remind the customer (QPA-09). */
  reminder: text(500),
  /** Put in force without a meeting: the one a branch is founded with, and changes where there is no general manager to issue them. */
  atOnce: z.boolean(),
  note: text(300),
});

export type Policy = z.infer<typeof schema>;

const issuing = ['gm', 'dgmSales', 'manager'] as const;
const office = ['manager', 'finance', 'dgmSales', 'dgmFinance', 'gm'] as const;

/**
 * A version of the sales policy (QPA-01): drafted, decided by the operating meeting, issued by the general manager, superseded by the next.
 * Which one is in force on a day: `policyOn`. Every gated step is stamped with its version.
 */
export const policy = defineModule<Policy>({
  kind: 'policy',
  numberType: '',
  v: 2,
  schema,
  upgrades: { 1: (body) => ({ ...body, validFrom: '', prices: [], discounts: [], reminder: '', atOnce: true }) },
  makers: office,
  lifecycle: {
    initial: 'draft',
    // A body of version 1 was always in force at once.
    initialOf: (body) => ((body as Partial<Policy>).atOnce === false ? 'draft' : 'issued'),
    steps: {
      /** data: day of the meeting, minutes, present (names), file of the signed minutes */
      decided: { from: ['draft'], to: 'decided', by: office },
      /** data: post. The post is looked at by the rule: `policy.issuer`. */
      issued: { from: ['decided'], to: 'issued', by: issuing, otherThan: ['committed'], awaited: true },
      /** data: policy, version, day from which the next one holds */
      superseded: { from: ['issued'], to: 'superseded', by: issuing },
      /** data: reason */
      withdrawn: { from: ['draft', 'decided'], to: 'withdrawn', by: office },
    },
  },
  describe: (body) => ({ title: `v${body.version}`, amount: 0 }),
  searchTexts: (body) => [body.note],
  fields: {
    version: 'count',
    validFrom: 'day',
    prices: 'lines',
    discounts: 'hidden',
    reminder: 'long',
    parameters: 'hidden',
    atOnce: 'hidden',
    note: 'long',
  },
  lineFields: { product: 'product', name: 'text', price: 'money', floor: 'money' },
  tones: { draft: 'warn', decided: 'info', issued: 'good', superseded: 'neutral', withdrawn: 'neutral' },
  columns: ['day', 'title', 'owner', 'status'],
});

/** A policy that holds at once: only parameters, as a branch starts with. */
export function policyAtOnce(version: number, parameters: Policy['parameters'], note: string): Policy {
  return { version, validFrom: '', parameters, prices: [], discounts: [], reminder: '', atOnce: true, note };
}
