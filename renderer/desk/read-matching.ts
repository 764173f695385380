import type { Reader, RecordQuery } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';

export interface Matching {
  rows: AnyRecord[];
  /** Older documents have not been looked at: because enough was found, or because `atMost` were looked at. */
  more: boolean;
  /** `atMost` were looked at before enough was found: so many. */
  stoppedAfter?: number;
}

/** Documents looked through before one asks whether to go on. */
export const LOOK = 5_000;
/** Documents read at once while looking for more. */
const PAGE = 200;

/**
 * The newest documents of an indexed query that also satisfy `matches`, paging by key until `wanted` are found.
 * For filters that have no index; never looks at more than `atMost` documents.
 */
export async function readMatching(
  read: Reader,
  query: RecordQuery,
  matches: (record: AnyRecord) => boolean,
  wanted: number,
  atMost = LOOK,
): Promise<Matching> {
  const rows: AnyRecord[] = [];
  let after = '';
  for (let looked = 0; looked < atMost; looked += PAGE) {
    const page = await read.list({ ...query, after, limit: PAGE });
    for (const record of page.rows) if (matches(record)) rows.push(record);
    if (rows.length > wanted) return { rows: rows.slice(0, wanted), more: true };
    if (page.next === null) return { rows, more: false };
    after = page.next;
  }
  return { rows, more: true, stoppedAfter: atMost };
}
