import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { clockTime, required, text } from '../fields.ts';

const schema = z.strictObject({
  place: required(60),
  at: clockTime,
  who: text(60),
  said: required(500),
  mood: z.enum(['pleased', 'neutral', 'displeased']),
});

export type Opinion = z.infer<typeof schema>;

const anyone = ['salesperson', 'cashier', 'manager'] as const;

/** What a guest said on the opinion round, with place and time (RCP-06). */
export const opinion = defineModule<Opinion>({
  kind: 'opinion',
  numberType: '',
  v: 1,
  schema,
  makers: anyone,
  lifecycle: { initial: 'heard', steps: { answered: { from: ['heard'], to: 'answered', by: anyone } } },
  describe: (body) => ({ title: body.said.slice(0, 120), amount: 0 }),
  postings: (record) => [{ account: `opinions/${record.day.slice(0, 7)}/${record.body.mood}`, amount: 1 }],
  fields: { place: 'text', at: 'time', who: 'text', said: 'long', mood: 'choice' },
  tones: { heard: 'info', answered: 'good' },
  columns: ['day', 'title', 'party', 'owner', 'status'],
});
