import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { roles } from '#shared/policy/roles.ts';
import { required } from '../fields.ts';

export const extractSubjects = ['customers', 'visits', 'debts', 'documents'] as const;

const schema = z.strictObject({
  subject: z.enum(extractSubjects),
  /** Rows that left. */
  rows: z.number().int().min(0),
  /** What for. */
  reason: required(300),
});

export type Extract = z.infer<typeof schema>;

/** Customers' data that somebody took out of the program, and why (G-08). Written before the file is. */
export const extract = defineModule<Extract>({
  kind: 'extract',
  numberType: '',
  v: 1,
  schema,
  makers: roles,
  lifecycle: { initial: 'taken', steps: {} },
  describe: (body) => ({ title: body.reason, amount: 0 }),
  fields: { subject: 'choice', rows: 'count', reason: 'long' },
  columns: ['day', 'title', 'owner'],
});
