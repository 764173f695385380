import type { RecordQuery } from '#shared/documents/reader.ts';
import { mirror } from '#shared/core/ulid.ts';

/** Sorts behind every seek key that begins with the text before it. */
const BEHIND = '~';

/** What lists are chosen by. */
export interface RecordHead {
  id: string;
  kind: string;
  party: string;
  source: string;
  status: string;
  day: string;
  seek: string;
}

export interface SeekRange {
  /** Exclusive when it came from paging, otherwise inclusive. */
  from: string;
  exclusive: boolean;
  to: string | null;
}

/** Newest first means ascending by seek; a span of days is a range of seek keys. */
export function seekRange(day: RecordQuery['day'], after: string): SeekRange {
  const from = day ? mirror(day.to.replaceAll('-', '')) : '';
  const to = day ? mirror(day.from.replaceAll('-', '')) + BEHIND : null;
  return after > from ? { from: after, exclusive: true, to } : { from, exclusive: false, to };
}

/** The one index each query walks; fields without a place in it are filtered while walking. */
export function indexFor(query: RecordQuery): string[] {
  if (query.source !== undefined) return ['source', 'seek'];
  if (query.party !== undefined) return query.kind === undefined ? ['party', 'seek'] : ['party', 'kind', 'seek'];
  if (query.kind === undefined) return ['seek'];
  return query.status === undefined ? ['kind', 'seek'] : ['kind', 'status', 'seek'];
}

/** What the fields of `indexFor` in front of `seek` must be. */
export function valuesFor(query: RecordQuery): string[] {
  return indexFor(query).flatMap((field) => (field === 'seek' ? [] : [String(query[field as keyof RecordQuery])]));
}

/** Whether the query would list this record. */
export function isMatch(query: RecordQuery, record: RecordHead): boolean {
  return (
    (query.kind === undefined || record.kind === query.kind) &&
    (query.status === undefined || record.status === query.status) &&
    (query.party === undefined || record.party === query.party) &&
    (query.source === undefined || record.source === query.source) &&
    (query.day === undefined || (record.day >= query.day.from && record.day <= query.day.to))
  );
}
