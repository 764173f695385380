import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { optionalDay, required } from '../fields.ts';

export const contactChannels = ['visit', 'phone', 'message', 'field', 'email'] as const;

const schema = z.strictObject({ channel: z.enum(contactChannels), said: required(500), next: optionalDay });

export type Contact = z.infer<typeof schema>;

const anyone = ['salesperson', 'cashier', 'finance', 'manager'] as const;

/** One contact with a customer (`party`): a line of the reception card's history (RCP-09). */
export const contact = defineModule<Contact>({
  kind: 'contact',
  numberType: '',
  v: 1,
  schema,
  makers: anyone,
  lifecycle: { initial: 'recorded', steps: {} },
  describe: (body) => ({ title: body.said.slice(0, 120), amount: 0 }),
  fields: { channel: 'choice', said: 'long', next: 'day' },
  columns: ['day', 'title', 'party', 'owner'],
});
