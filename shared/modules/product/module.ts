import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { id, price, required, text } from '../fields.ts';
import { trackings } from './serials.ts';

/** Product groups with a deposit range of their own (G-25); 'general' has none. */
export const productGroups = ['general', 'domestic', 'imported'] as const;

const schema = z.strictObject({
  code: required(40),
  name: required(120),
  spec: text(80),
  unit: required(12),
  barcode: text(40),
  group: z.enum(productGroups),
  /** How its pieces are told apart; absent, as in files from before there was a choice: not at all. */
  tracking: z.enum(trackings).optional(),
  /** List price per unit. */
  price,
  /** Lowest price a salesperson may give without the manager. */
  floor: price,
  /** Products to offer when this one is short, best first. */
  substitutes: z.array(id).max(10),
  /** Unattended stock below this (thousandths) is shown as low. */
  lowStock: z.number().int().min(0),
  notes: text(500),
});

export type Product = z.infer<typeof schema>;

/** Something the branch sells. */
export const product = defineModule<Product>({
  kind: 'product',
  numberType: '',
  v: 2,
  schema,
  upgrades: { 1: (body) => ({ ...body }) },
  editable: true,
  makers: ['manager', 'purchasing', 'warehouse'],
  lifecycle: {
    initial: 'active',
    steps: {
      discontinued: { from: ['active'], to: 'discontinued', by: ['manager', 'purchasing'] },
      resumed: { from: ['discontinued'], to: 'active', by: ['manager', 'purchasing'] },
      withdrawn: { from: ['active', 'discontinued'], to: 'withdrawn', by: ['manager'] },
    },
  },
  describe: (body) => ({ title: body.spec ? `${body.name} ${body.spec}` : body.name, amount: body.price }),
  searchTexts: (body) => [body.name, body.spec, body.code, body.barcode],
  fields: {
    code: 'text',
    name: 'text',
    spec: 'text',
    unit: 'text',
    barcode: 'text',
    group: 'choice',
    tracking: 'choice',
    price: 'money',
    floor: 'money',
    substitutes: 'products',
    lowStock: 'quantity',
    notes: 'long',
  },
  tones: { active: 'good', discontinued: 'neutral', withdrawn: 'bad' },
  columns: ['title', 'amount', 'status'],
});
