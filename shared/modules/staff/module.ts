import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { roles, type Actor } from '#shared/policy/roles.ts';
import { required, text } from '../fields.ts';

const schema = z.strictObject({
  name: required(40),
  /** 工号 */
  code: required(20),
  roles: z.array(z.enum(roles)).min(1),
  phone: text(30),
  /** Argon2id, from the host. */
  pinHash: z.string().max(300),
});

export type Staff = z.infer<typeof schema>;

/** A person who signs in at this branch's desks. */
export const staff = defineModule<Staff>({
  kind: 'staff',
  numberType: '',
  v: 1,
  schema,
  editable: true,
  makers: ['manager'],
  lifecycle: {
    initial: 'active',
    steps: {
      left: { from: ['active'], to: 'left', by: ['manager'] },
      returned: { from: ['left'], to: 'active', by: ['manager'] },
    },
  },
  describe: (body) => ({ title: body.name, amount: 0 }),
  searchTexts: (body) => [body.name, body.code, body.phone],
  fields: { name: 'text', code: 'text', roles: 'choices', phone: 'text', pinHash: 'hidden' },
  tones: { active: 'good', left: 'neutral' },
  columns: ['title', 'status'],
});

export function actorOf(id: string, body: Staff): Actor {
  return { id, name: body.name, roles: body.roles };
}
