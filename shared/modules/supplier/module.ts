import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { required, text } from '../fields.ts';

const schema = z.strictObject({ name: required(120), code: text(40), contact: text(60), phone: text(30), address: text(200) });

export type Supplier = z.infer<typeof schema>;

/** Whom missing goods are bought from. */
export const supplier = defineModule<Supplier>({
  kind: 'supplier',
  numberType: '',
  v: 1,
  schema,
  editable: true,
  makers: ['purchasing', 'salesperson', 'warehouse', 'manager'],
  lifecycle: { initial: 'active', steps: { withdrawn: { from: ['active'], to: 'withdrawn', by: ['manager', 'purchasing'] } } },
  describe: (body) => ({ title: body.name, amount: 0 }),
  searchTexts: (body) => [body.name, body.code, body.contact, body.phone],
  fields: { name: 'text', code: 'text', contact: 'text', phone: 'text', address: 'text' },
  tones: { active: 'good', withdrawn: 'neutral' },
  columns: ['title', 'status'],
});
