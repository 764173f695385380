import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { text } from '../fields.ts';

const schema = z.strictObject({
  version: z.number().int().min(1),
  /** Gate parameters that differ from their defaults. Money in fen. */
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  note: text(300),
});

export type Policy = z.infer<typeof schema>;

/** A version of the sales policy; the newest one is in force and every gated step is stamped with its version. */
export const policy = defineModule<Policy>({
  kind: 'policy',
  numberType: '',
  v: 1,
  schema,
  makers: ['manager'],
  lifecycle: { initial: 'issued', steps: {} },
  describe: (body) => ({ title: `v${body.version}`, amount: 0 }),
  fields: { version: 'count', parameters: 'hidden', note: 'long' },
  tones: { issued: 'good' },
  columns: ['day', 'title', 'owner'],
});
