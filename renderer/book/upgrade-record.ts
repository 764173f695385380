import { sealRecord } from '#shared/documents/act.ts';
import { FIRST } from '#shared/documents/lifecycle.ts';
import type { AnyModule } from '#shared/documents/module.ts';
import type { AnyRecord, DocumentEvent } from '#shared/documents/record.ts';
import { moduleOf } from '#shared/modules/registry.ts';

/** The record with its body in this program's version. Newer and unknown ones come back untouched. */
export function upgradeRecord(record: AnyRecord, module: AnyModule | undefined = moduleOf(record.kind)): AnyRecord {
  if (!module || record.v >= module.v) return record;
  const upgrade = (body: Readonly<Record<string, unknown>>) => upgradeBody(module, record.v, body);
  const upgraded = { ...record, v: module.v };
  // An editable body is a fold over its events, so its first event is what must be upgraded.
  if (module.editable) return sealRecord(module, { ...upgraded, events: record.events.map((event) => upgradeFirst(event, upgrade)) });
  return sealRecord(module, { ...upgraded, body: upgrade(record.body) });
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
