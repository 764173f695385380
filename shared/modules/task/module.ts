import { z } from 'zod';
import type { Day } from '#shared/core/calendar.ts';
import { defineModule } from '#shared/documents/module.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { day, required } from '../fields.ts';

const schema = z.strictObject({ type: z.enum(['follow-up', 'review', 'other']), due: day, text: required(300), phone: z.string().max(30) });

export type Task = z.infer<typeof schema>;

const everyone = ['salesperson', 'cashier', 'warehouse', 'guard', 'purchasing', 'finance', 'manager'] as const;

/** Something a person promised to do by a day. `owner` does it; `source` is where it came from. */
export const task = defineModule<Task>({
  kind: 'task',
  numberType: '',
  v: 1,
  schema,
  makers: everyone,
  lifecycle: {
    initial: 'open',
    steps: {
      /** data: result */
      done: { from: ['open'], to: 'done', by: everyone },
      /** data: due, reason */
      postponed: { from: ['open'], by: everyone },
      dropped: { from: ['open'], to: 'dropped', by: everyone },
    },
  },
  describe: (body) => ({ title: body.text, amount: 0 }),
});

/** The day it is due after any postponing. */
export function taskDue(record: DocumentRecord<Task>): Day {
  const postponed = record.events.findLast((event) => event.type === 'postponed')?.data.due;
  return typeof postponed === 'string' ? postponed : record.body.due;
}
