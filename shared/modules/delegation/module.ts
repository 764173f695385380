import { z } from 'zod';
import { approvers } from '#shared/documents/approve.ts';
import { defineModule } from '#shared/documents/module.ts';
import { matters } from '#shared/policy/approvals.ts';
import { roles } from '#shared/policy/roles.ts';
import { day, id, required } from '../fields.ts';

const schema = z.strictObject({
  /** Who signs meanwhile. */
  to: id.min(1),
  toName: required(40),
  fromName: required(40),
  /** Posts lent, all held by whoever lends them. */
  roles: z.array(z.enum(roles)).min(1),
  /** Empty: every matter. */
  matters: z.array(z.enum(matters)),
  from: day,
  until: day,
  reason: required(300),
});

export type Delegation = z.infer<typeof schema>;

/** A signature lent for some days (授权委托, QPA-06): the deputy signs under the own name, for the post. `owner` is whose post it is. */
export const delegation = defineModule<Delegation>({
  kind: 'delegation',
  numberType: 'SQ',
  v: 1,
  schema,
  makers: approvers,
  lifecycle: {
    initial: 'given',
    steps: { ended: { from: ['given'], to: 'ended', by: approvers } },
  },
  describe: (body) => ({ title: `${body.fromName} → ${body.toName}`, amount: 0 }),
  searchTexts: (body) => [body.fromName, body.toName],
  fields: {
    to: 'staff',
    toName: 'hidden',
    fromName: 'hidden',
    roles: 'choices',
    matters: 'choices',
    from: 'day',
    until: 'day',
    reason: 'long',
  },
  tones: { given: 'good', ended: 'neutral' },
  columns: ['no', 'day', 'title', 'owner', 'status'],
});
