import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { roles } from '#shared/policy/roles.ts';
import { day, file, required, text } from '../fields.ts';

const schema = z.strictObject({
  purpose: required(120),
  place: required(80),
  from: day,
  to: day,
  /** Customers visited, and what came of it. */
  customers: text(300),
  result: required(2000),
  /** What was brought along: brochures, minutes, pictures. */
  material: file,
});

export type Trip = z.infer<typeof schema>;

const supervisors = ['manager', 'dgmSales', 'dgmFinance', 'gm'] as const;

/** 出差报告 (TRV-03, S8.18–19): filed after the trip, seen by the supervisor; the expenses of the trip are claimed on it. `owner` travelled. */
export const trip = defineModule<Trip>({
  kind: 'trip',
  numberType: 'CC',
  v: 1,
  schema,
  makers: roles,
  lifecycle: {
    initial: 'filed',
    steps: {
      /** data: comment */
      seen: { from: ['filed'], to: 'seen', by: supervisors, otherThan: ['committed'], awaited: true },
      /** data: reason */
      withdrawn: { from: ['filed'], to: 'withdrawn', by: roles },
    },
  },
  describe: (body) => ({ title: `${body.place} · ${body.purpose}`, amount: 0 }),
  searchTexts: (body) => [body.place, body.purpose],
  fields: { purpose: 'text', place: 'text', from: 'day', to: 'day', customers: 'long', result: 'long', material: 'file' },
  tones: { filed: 'info', seen: 'good', withdrawn: 'neutral' },
  columns: ['no', 'day', 'title', 'owner', 'status'],
});
