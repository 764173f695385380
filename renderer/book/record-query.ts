import type { FilledMangoQuery, MangoQuerySelector } from 'rxdb';
import type { RecordQuery } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { mirror } from '#shared/core/ulid.ts';

/** Sorts behind every seek key that begins with the text before it. */
const BEHIND = '~';

type Selector = MangoQuerySelector<AnyRecord> & { _deleted?: { $eq: boolean } };

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

/** The query in RxDB's words, with its index named: the planner is left no choice. */
export function toMango(query: RecordQuery & { after?: string; limit: number }): FilledMangoQuery<AnyRecord> {
  const selector: Selector = { _deleted: { $eq: false } };
  if (query.kind !== undefined) selector.kind = { $eq: query.kind };
  if (query.status !== undefined) selector.status = { $eq: query.status };
  if (query.party !== undefined) selector.party = { $eq: query.party };
  if (query.source !== undefined) selector.source = { $eq: query.source };
  const { from, exclusive, to } = seekRange(query.day, query.after ?? '');
  selector.seek = { ...(exclusive ? { $gt: from } : { $gte: from }), ...(to === null ? {} : { $lte: to }) };
  return {
    selector,
    sort: [{ seek: 'asc' }, { id: 'asc' }],
    index: ['_deleted', ...indexFor(query), 'id'],
    skip: 0,
    limit: query.limit,
  };
}

/** Whether the query would list this record. */
export function isMatch(query: RecordQuery, record: AnyRecord): boolean {
  return (
    (query.kind === undefined || record.kind === query.kind) &&
    (query.status === undefined || record.status === query.status) &&
    (query.party === undefined || record.party === query.party) &&
    (query.source === undefined || record.source === query.source) &&
    (query.day === undefined || (record.day >= query.day.from && record.day <= query.day.to))
  );
}
