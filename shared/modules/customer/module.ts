import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { optionalDay, price, required, text } from '../fields.ts';
import { phonesOf } from './phone.ts';

export const customerClasses = ['key', 'potential', 'ordinary'] as const;
/** Level of the reception card (A卡): how soon this customer will buy. */
export const cardLevels = ['', 'H', 'A', 'B', 'C', 'N'] as const;

const schema = z.strictObject({
  type: z.enum(['organisation', 'person']),
  name: required(120),
  /** Person in charge, for an organisation. */
  contact: text(60),
  phone: text(30),
  otherPhone: text(30),
  address: text(200),
  industry: text(60),
  size: text(40),
  web: text(120),
  class: z.enum(customerClasses),
  level: z.enum(cardLevels),
  birthday: optionalDay,
  interests: text(300),
  /** Open receivables allowed; 0: no sale on account. */
  creditLimit: price,
  /** Days to pay after goods went out on account. */
  creditDays: z.number().int().min(0).max(365),
  notes: text(1000),
});

export type Customer = z.infer<typeof schema>;

const working = ['prospect', 'active', 'dormant'];

/** 客户档案 (CRM-01). */
export const customer = defineModule<Customer>({
  kind: 'customer',
  numberType: 'KH',
  v: 1,
  schema,
  editable: true,
  makers: ['salesperson', 'cashier', 'finance', 'manager'],
  lifecycle: {
    initial: 'prospect',
    steps: {
      bought: { from: ['prospect', 'dormant'], to: 'active', by: ['salesperson', 'cashier', 'manager'] },
      rested: { from: ['prospect', 'active'], to: 'dormant', by: ['salesperson', 'manager'] },
      /** The file was gone through and found right (CRM-04). */
      reviewed: { from: working, by: ['salesperson', 'manager', 'finance'] },
      /** data: into. Another file takes its place. */
      merged: { from: working, to: 'merged', by: ['manager'] },
      /** data: from. Papers of that file belong to this one as well. */
      absorbed: { from: working, by: ['manager'] },
      woken: { from: ['dormant'], to: 'active', by: ['salesperson', 'manager'] },
      /** An import was undone. */
      withdrawn: { from: working, to: 'withdrawn', by: ['manager'] },
    },
  },
  describe: (body) => ({ title: body.name, amount: 0 }),
  searchTexts: (body) => [body.name, body.contact, body.phone, body.otherPhone],
  claims: ({ body, status }) => (working.includes(status) ? phonesOf(body).map((digits) => ({ key: `phone:${digits}` })) : []),
  fields: {
    type: 'choice',
    name: 'text',
    contact: 'text',
    phone: 'text',
    otherPhone: 'text',
    address: 'text',
    industry: 'text',
    size: 'text',
    web: 'text',
    class: 'choice',
    level: 'choice',
    birthday: 'day',
    interests: 'long',
    creditLimit: 'money',
    creditDays: 'count',
    notes: 'long',
  },
  tones: { prospect: 'info', active: 'good', dormant: 'neutral', merged: 'neutral', withdrawn: 'bad' },
  columns: ['no', 'title', 'owner', 'status'],
});
