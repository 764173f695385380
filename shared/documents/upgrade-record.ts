import { sealRecord } from './act.ts';
import { foldBody } from './edited-body.ts';
import { FIRST } from './lifecycle.ts';
import type { AnyModule } from './module.ts';
import type { AnyRecord, DocumentEvent } from './record.ts';

/** The record with its body in this program's version, as it is read and decided on. Newer and unknown ones come back untouched. */
export function upgradeRecord(record: AnyRecord, module: AnyModule | undefined): AnyRecord {
  if (!module || record.v >= module.v) return record;
  const upgrade = (body: Readonly<Record<string, unknown>>) => upgradeBody(module, record.v, body);
  const upgraded = { ...record, v: module.v };
  // An editable body is a fold over its events, so its first event is what must be upgraded.
  if (module.editable) return sealRecord(module, { ...upgraded, events: record.events.map((event) => upgradeFirst(event, upgrade)) });
  return sealRecord(module, { ...upgraded, body: upgrade(record.body) });
}

/**
 * A record decided on in this program's version, as it is kept: version, body and first event are those it was committed with, whatever this
 * version makes of them. What was committed is never rewritten, not even by an update of the program (docs/decisions/0010).
 * @param stored as it lies in the store, not upgraded; undefined for a new document
 */
export function keptForm(record: AnyRecord, stored: AnyRecord | undefined, module: AnyModule): AnyRecord {
  if (!stored || stored.v >= record.v) return record;
  const first = stored.events.find(({ type }) => type === FIRST);
  const events = record.events.map((event) => (first && event.id === first.id ? first : event));
  return { ...record, v: stored.v, body: module.editable ? { ...foldBody(events).body } : stored.body, events };
}

/** `sealRecord` for a record that may be of an older version: what follows from it is worked out in the present one, what was committed stays. */
export function sealKept(module: AnyModule, record: AnyRecord): AnyRecord {
  return record.v < module.v ? keptForm(upgradeRecord(record, module), record, module) : sealRecord(module, record);
}

function upgradeBody(module: AnyModule, from: number, body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  let result: Record<string, unknown> = { ...body };
  for (let version = from; version < module.v; version += 1) result = module.upgrades[version]?.(result) ?? result;
  return result;
}

function upgradeFirst(event: DocumentEvent, upgrade: (body: Record<string, unknown>) => Record<string, unknown>): DocumentEvent {
  const { body } = event.data;
  if (event.type !== FIRST || typeof body !== 'object' || body === null) return event;
  return { ...event, data: { ...event.data, body: upgrade(body as Record<string, unknown>) } };
}
