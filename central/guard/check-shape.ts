import { eventLimits, eventPattern, longest, recordPattern, topVersion } from '#shared/documents/record-limits.ts';
import { FIRST } from '#shared/documents/lifecycle.ts';
import { isFields, refuse, type Fields } from './refuse.ts';

export interface GuardedEvent {
  id: string;
  desk: string;
  type: string;
  data: Fields;
}

export interface GuardedRecord extends Record<keyof typeof longest, string> {
  _id: string;
  v: number;
  amount: number;
  body: Fields;
  events: GuardedEvent[];
}

const texts = Object.keys(longest) as (keyof typeof longest)[];
const members = new Set([...texts, '_id', '_rev', '_revisions', 'v', 'amount', 'body', 'events']);
const eventMembers = new Set(['id', 'by', 'desk', 'type', 'data', 'stamp']);
const stampMembers = new Set(['gate', 'version', 'result', 'facts', 'overriddenBy', 'reason']);

/** The envelope of every kind, also of kinds and versions this centre does not know: the same as `recordSchema`. */
export function checkShape(document: Fields): GuardedRecord {
  const id = document['_id'];
  if (typeof id !== 'string' || !recordPattern.test(id)) refuse('shape', '_id');
  const strange = Object.keys(document).find((name) => !members.has(name));
  if (strange !== undefined) refuse('shape', strange);
  for (const name of texts) if (!isText(document[name], longest[name])) refuse('shape', name);
  if (document['kind'] === '') refuse('shape', 'kind');
  const { v, amount, body, events } = document;
  if (!Number.isInteger(v) || (v as number) < 1 || (v as number) > topVersion) refuse('shape', 'v');
  if (!Number.isInteger(amount)) refuse('shape', 'amount');
  if (!isFields(body)) refuse('shape', 'body');
  if (!Array.isArray(events)) refuse('shape', 'events');
  checkEvents(events);
  return document as unknown as GuardedRecord;
}

function checkEvents(events: readonly unknown[]): void {
  const seen: Record<string, boolean> = {};
  let committed = 0;
  for (const event of events) {
    if (!isFields(event)) return refuse('shape', 'event');
    const { id, by, desk, type, data, stamp } = event;
    if (typeof id !== 'string' || !eventPattern.test(id) || seen[id]) return refuse('shape', `event ${String(id)}`);
    seen[id] = true;
    const wellFormed = isText(by, eventLimits.by) && isText(desk, eventLimits.desk) && isText(type, eventLimits.type) && isFields(data);
    if (!wellFormed || Object.keys(event).some((name) => !eventMembers.has(name))) refuse('shape', `event ${id}`);
    if (stamp !== undefined && !(Array.isArray(stamp) && stamp.every(isStamp))) refuse('shape', `stamp of ${id}`);
    if (type === FIRST) committed += 1;
  }
  if (committed !== 1) refuse('shape', FIRST);
}

function isStamp(stamp: unknown): boolean {
  return (
    isFields(stamp) &&
    Object.keys(stamp).every((name) => stampMembers.has(name)) &&
    typeof stamp['gate'] === 'string' &&
    Number.isInteger(stamp['version']) &&
    typeof stamp['result'] === 'string' &&
    isFields(stamp['facts'])
  );
}

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value.length <= most;
}
