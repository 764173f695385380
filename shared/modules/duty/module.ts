import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { clockTime, text } from '../fields.ts';

const schema = z.strictObject({ from: clockTime, to: clockTime, place: text(40) });

export type Duty = z.infer<typeof schema>;

const anyone = ['salesperson', 'cashier', 'manager'] as const;

/** A turn at the door (RCP-03): `owner` stands there on `day` from … to. */
export const duty = defineModule<Duty>({
  kind: 'duty',
  numberType: '',
  v: 1,
  schema,
  makers: anyone,
  lifecycle: {
    initial: 'planned',
    steps: {
      started: { from: ['planned'], to: 'standing', by: anyone },
      ended: { from: ['standing'], to: 'ended', by: anyone },
      cancelled: { from: ['planned'], to: 'cancelled', by: anyone },
    },
  },
  describe: (body) => ({ title: `${body.from}–${body.to}`, amount: 0 }),
  fields: { from: 'time', to: 'time', place: 'text' },
  tones: { planned: 'neutral', standing: 'info', ended: 'good' },
  columns: ['day', 'title', 'owner', 'status'],
});
