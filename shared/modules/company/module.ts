import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { text } from '../fields.ts';

const schema = z.strictObject({
  /** As on the business licence; '' when the name the desk was set up with is that one. */
  name: text(120),
  address: text(200),
  legal: text(60),
  phone: text(30),
  bank: text(120),
  account: text(60),
  /** 统一社会信用代码 */
  tax: text(40),
});

export type Company = z.infer<typeof schema>;

/** Nothing said yet: the lines of a contract stay blank, to be filled in by hand. */
export const blankCompany: Company = { name: '', address: '', legal: '', phone: '', bank: '', account: '', tax: '' };

/** What we say of ourselves on contracts and statements; one record per branch. */
export const company = defineModule<Company>({
  kind: 'company',
  numberType: '',
  v: 1,
  schema,
  editable: true,
  makers: ['manager'],
  lifecycle: { initial: 'kept', steps: {} },
  describe: (body) => ({ title: body.name, amount: 0 }),
  fields: { name: 'text', address: 'text', legal: 'text', phone: 'text', bank: 'text', account: 'text', tax: 'text' },
  tones: { kept: 'good' },
  columns: ['title', 'day', 'owner'],
});
