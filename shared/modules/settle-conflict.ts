import { ok, refuse } from '#shared/core/result.ts';
import { chosenOf, foldBody, type ConflictChoice } from '#shared/documents/edited-body.ts';
import type { AnyModule, Module } from '#shared/documents/module.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { settleField } from '#shared/documents/settle-field.ts';
import { holdsAny, type Role } from '#shared/policy/roles.ts';
import { moduleOf } from './registry.ts';

/** Fields whose value is another post's to set than the record's. */
const setBy: Readonly<Record<string, readonly Role[]>> = { 'customer.creditLimit': ['finance', 'manager'] };

/**
 * Two people changed one field of a record without seeing each other's change; somebody says which value is right: one of theirs, or the
 * one from before both. Refuses with NotFound, ConflictSettled (somebody was quicker), PostMayNot, OtherBranchKeepsIt.
 */
export function settleConflict(id: string, field: string, keep: ConflictChoice): Decide {
  return async (read, moment) => {
    const record = await read.get(id);
    const module = record && moduleOf(record.kind);
    if (!record || !module?.editable) return refuse('NotFound', { id });
    const conflict = foldBody(record.events).conflicts.find((one) => one.field === field);
    if (!conflict) return refuse('ConflictSettled');
    const posts = setBy[`${record.kind}.${field}`];
    if (posts && !holdsAny(moment.actor, posts)) return refuse('PostMayNot', { posts: posts.join(',') });
    const settled = settleField(fields(module), record, field, chosenOf(conflict, keep), moment);
    return settled.ok ? ok({ records: [settled.value], answer: null }) : settled;
  };
}

/** Every editable body is a record of fields: that is what makes it editable. */
function fields(module: AnyModule): Module<Record<string, unknown>> {
  return { ...module, read: (record: AnyRecord) => record } as Module<Record<string, unknown>>;
}
