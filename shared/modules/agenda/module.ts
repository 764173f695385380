import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { clockTime, required, text } from '../fields.ts';

export const agendaTypes = ['guest', 'event', 'delivery', 'test-drive', 'group', 'other'] as const;

const schema = z.strictObject({ type: z.enum(agendaTypes), at: clockTime, what: required(200), who: text(60), notes: text(300) });

export type Agenda = z.infer<typeof schema>;

const anyone = ['salesperson', 'cashier', 'warehouse', 'manager'] as const;

/** One line of the day sheet (当日客情, RCP-05); `day` is when it is expected. */
export const agenda = defineModule<Agenda>({
  kind: 'agenda',
  numberType: '',
  v: 1,
  schema,
  makers: anyone,
  lifecycle: {
    initial: 'expected',
    steps: {
      happened: { from: ['expected'], to: 'happened', by: anyone },
      cancelled: { from: ['expected'], to: 'cancelled', by: anyone },
    },
  },
  describe: (body) => ({ title: body.what, amount: 0 }),
  fields: { type: 'choice', at: 'time', what: 'text', who: 'text', notes: 'long' },
  tones: { expected: 'info', happened: 'good' },
  columns: ['day', 'title', 'owner', 'status'],
});
