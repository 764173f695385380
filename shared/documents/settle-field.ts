import { ok, refuse, type Result } from '#shared/core/result.ts';
import { holdsAny } from '#shared/policy/roles.ts';
import { keptElsewhere, sealRecord, untyped, type Moment } from './act.ts';
import type { Module } from './module.ts';
import type { DocumentEvent, DocumentRecord } from './record.ts';

/**
 * Somebody decides between two values that were given to one field without knowing of each other. Writes an edit even when the value
 * chosen is the one that stands already: only an edit that knew of both ends the conflict (`foldBody`).
 */
export function settleField<Body extends Record<string, unknown>>(
  module: Module<Body>,
  record: DocumentRecord<Body>,
  field: string,
  value: unknown,
  moment: Moment,
): Result<DocumentRecord<Body>> {
  if (!holdsAny(moment.actor, module.makers)) return refuse('PostMayNot', { posts: module.makers.join(',') });
  const foreign = keptElsewhere(record, moment);
  if (foreign) return foreign;
  const event: DocumentEvent = {
    id: moment.hlc(),
    by: moment.actor.id,
    desk: moment.desk,
    type: 'edited',
    data: { set: { [field]: value }, was: { [field]: record.body[field] ?? null } },
  };
  return ok(module.read(sealRecord(module, { ...untyped(record), events: [...record.events, event] })));
}
