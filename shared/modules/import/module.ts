import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { id, text } from '../fields.ts';

const schema = z.strictObject({
  what: z.enum(['customers', 'products', 'receivables']),
  file: text(200),
  rows: z.number().int().min(0),
  skipped: z.number().int().min(0),
  /** Everything it made, so that it can be undone. */
  made: z.array(id).max(20_000),
});

export type Import = z.infer<typeof schema>;

/** One file brought in, whole or not at all. */
export const importBatch = defineModule<Import>({
  kind: 'import',
  numberType: '',
  v: 1,
  schema,
  makers: ['manager', 'finance', 'warehouse', 'purchasing'],
  lifecycle: {
    initial: 'applied',
    steps: { undone: { from: ['applied'], to: 'undone', by: ['manager', 'finance', 'warehouse', 'purchasing'] } },
  },
  describe: (body) => ({ title: body.file, amount: 0 }),
  fields: { what: 'choice', file: 'text', rows: 'count', skipped: 'count', made: 'hidden' },
  tones: { applied: 'good', undone: 'neutral' },
  columns: ['day', 'title', 'owner', 'status'],
});
