import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { lastText } from '#shared/documents/last-text.ts';
import { roles as everyone } from '#shared/policy/roles.ts';
import { day, required } from '../fields.ts';

const schema = z.strictObject({
  type: z.enum(['follow-up', 'review', 'collect', 'other']),
  due: day,
  text: required(300),
  phone: z.string().max(30),
});

export type Task = z.infer<typeof schema>;

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
      /** data: owner */
      assigned: { from: ['open'], by: everyone },
      dropped: { from: ['open'], to: 'dropped', by: everyone },
    },
  },
  describe: (body) => ({ title: body.text, amount: 0 }),
  /** The record's day is the day it is due, so that "due by today" is one walk along an index. */
  derive: ({ body, events }) => ({
    day: body.due,
    ...lastText(events, 'postponed', 'due', 'day'),
    ...lastText(events, 'assigned', 'owner', 'owner'),
  }),
  derives: ['day', 'owner'],
  fields: { type: 'choice', text: 'long', due: 'day', phone: 'text' },
  tones: { open: 'info', done: 'good', dropped: 'neutral' },
  columns: ['day', 'title', 'party', 'owner', 'status'],
});
