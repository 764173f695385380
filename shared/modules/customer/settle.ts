import { ok, refuse } from '#shared/core/result.ts';
import { untyped } from '#shared/documents/act.ts';
import { foldBody } from '#shared/documents/edited-body.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { settleField } from '#shared/documents/settle-field.ts';
import { readAs } from '#shared/documents/step.ts';
import { holdsAny, type Role } from '#shared/policy/roles.ts';
import { customer } from './module.ts';

/** Who may set a credit limit. */
const creditors: readonly Role[] = ['finance', 'manager'];

/**
 * Two people changed one field of a file without seeing each other's change; somebody says which value is right.
 * Refuses with NotFound, PostMayNot, ConflictSettled (somebody was quicker).
 */
export function settleCustomer(id: string, field: string, keep: 'first' | 'second'): Decide {
  return async (read, moment) => {
    const record = await readAs(read, customer, id);
    if (!record) return refuse('NotFound', { id });
    const conflict = foldBody(record.events).conflicts.find((one) => one.field === field);
    if (!conflict) return refuse('ConflictSettled');
    if (field === 'creditLimit' && !holdsAny(moment.actor, creditors)) return refuse('PostMayNot', { posts: creditors.join(',') });
    const settled = settleField(customer, record, field, conflict[keep].value, moment);
    return settled.ok ? ok({ records: [untyped(settled.value)], answer: null }) : settled;
  };
}
