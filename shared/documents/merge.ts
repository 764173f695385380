import { canonicalJson } from '#shared/core/canonical.ts';
import type { AnyRecord, DocumentEvent } from './record.ts';

/**
 * Two replicas of one document become one: events are united by id and kept in clock order; frozen parts are equal on both sides
 * already, and where a forger made them differ the smaller canonical text wins on every desk alike. Commutative, associative, idempotent.
 * @param seal recomputes what follows from the events (status, edited body); the registry's `sealRecord` in the page and at the judge
 * @throws RangeError when the ids differ
 */
export function mergeRecords(a: AnyRecord, b: AnyRecord, seal: (record: AnyRecord) => AnyRecord = (record) => record): AnyRecord {
  if (a.id !== b.id) throw new RangeError(`two documents: ${a.id}, ${b.id}`);
  const events = uniteEvents(a.events, b.events);
  if (events.length === a.events.length && events.length > b.events.length) return a;
  if (events.length === b.events.length && events.length > a.events.length) return b;
  const first = canonicalJson({ ...a, events: [] }) <= canonicalJson({ ...b, events: [] }) ? a : b;
  return seal({ ...first, no: a.no || b.no, events });
}

function uniteEvents(a: readonly DocumentEvent[], b: readonly DocumentEvent[]): DocumentEvent[] {
  const byId = new Map<string, DocumentEvent>();
  for (const event of [...a, ...b]) {
    const known = byId.get(event.id);
    if (!known || canonicalJson(event) < canonicalJson(known)) byId.set(event.id, event);
  }
  return [...byId.values()].toSorted((x, y) => (x.id < y.id ? -1 : 1));
}
