import type { Collection, Table } from 'dexie';
import type { RecordQuery } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { indexFor, isMatch, seekRange, valuesFor } from './record-query.ts';
import { indexName } from './store-database.ts';
import { bare, type StoredRecord } from './stored-form.ts';

/** Rows looked at together while a query filters. */
const LOOKED_AT = 200;
/** Sorts behind every key. */
const LAST = '\uffff';
/** So few are looked up one by one. */
const FEW = 20;

export type PageQuery = RecordQuery & { after?: string; limit: number };

/** RxDB's table of documents, read directly: its own query walks a cursor, copies each row once more and takes five times as long (measured). */
export interface DocumentTable {
  getMany(ids: readonly string[]): Promise<AnyRecord[]>;
  /** Newest first. */
  query(query: PageQuery): Promise<AnyRecord[]>;
  /** All documents, by id: `limit` behind `after`. */
  scan(after: string, limit: number): Promise<AnyRecord[]>;
  /** Those of these that are there, as stored. */
  present(ids: readonly string[]): Promise<Map<string, StoredRecord>>;
}

export function documentTable(table: Table<StoredRecord, string>): DocumentTable {
  async function present(ids: readonly string[]): Promise<Map<string, StoredRecord>> {
    let wanted = [...new Set(ids)];
    if (wanted.length > FEW) {
      // New documents lie together, behind all others: which of them are there is one question, not one for each.
      const sorted = wanted.toSorted();
      const range = table.where('id').between(sorted[0], sorted.at(-1), true, true);
      const there = new Set(await range.limit(wanted.length + 1).primaryKeys());
      if (there.size <= wanted.length) wanted = wanted.filter((id) => there.has(id));
    }
    if (wanted.length === 0) return new Map();
    const found = await table.bulkGet(wanted);
    return new Map(found.flatMap((stored) => (stored && stored._deleted === '0' ? [[stored.id, stored] as const] : [])));
  }

  function walk(query: RecordQuery, after: string): Collection<StoredRecord, string> {
    const { from, exclusive, to } = seekRange(query.day, after);
    const head = ['0', ...valuesFor(query)];
    const lower = [...head, from, ...(exclusive ? [LAST] : [''])];
    const upper = to === null ? [...head, LAST, LAST] : [...head, to, LAST];
    return table.where(indexName(indexFor(query))).between(lower, upper, true, true) as Collection<StoredRecord, string>;
  }

  return {
    present,
    getMany: async (ids) => [...(await present(ids)).values()].map(bare),
    query: async ({ after = '', limit, ...query }) => {
      const isWhole = Object.keys(query).every((field) => field === 'day' || indexFor(query).includes(field));
      if (isWhole) return (await walk(query, after).limit(limit).toArray()).map(bare);
      const found: AnyRecord[] = [];
      for (let behind = after; found.length < limit;) {
        const rows = await walk(query, behind).limit(LOOKED_AT).toArray();
        for (const row of rows) if (found.length < limit && isMatch(query, row)) found.push(bare(row));
        const last = rows.at(-1);
        if (!last || rows.length < LOOKED_AT) break;
        behind = last.seek;
      }
      return found;
    },
    scan: async (after, limit) => (await table.where('id').above(after).limit(limit).toArray()).map(bare),
  };
}
