import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { required, text } from '../fields.ts';

export const locationTypes = ['shop', 'warehouse', 'centre'] as const;

const schema = z.strictObject({
  name: required(40),
  code: required(20),
  /** shop: counter stock; warehouse: main store; centre: 门店配货中心. */
  type: z.enum(locationTypes),
  address: text(200),
  /** Printed with the address at the foot of the shop's papers. */
  phone: text(30),
});

export type Location = z.infer<typeof schema>;

/** A place that holds stock (STK-01). */
export const location = defineModule<Location>({
  kind: 'location',
  numberType: '',
  v: 1,
  schema,
  editable: true,
  makers: ['manager', 'warehouse'],
  lifecycle: {
    initial: 'open',
    steps: { closed: { from: ['open'], to: 'closed', by: ['manager'] }, reopened: { from: ['closed'], to: 'open', by: ['manager'] } },
  },
  describe: (body) => ({ title: body.name, amount: 0 }),
  searchTexts: (body) => [body.name, body.code],
  fields: { name: 'text', code: 'text', type: 'choice', address: 'text', phone: 'text' },
  tones: { open: 'good', closed: 'neutral' },
  columns: ['title', 'status'],
});
