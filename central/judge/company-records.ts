import type { AnyRecord } from '#shared/documents/record.ts';
import { isNote } from '#shared/exchange/centre-notes.ts';
import type { CouchDatabase } from '#shared/exchange/couch-database.ts';
import { fromCouch } from '#shared/exchange/wire-record.ts';

/** What the company keeps for all branches: products, prices, staff, policies. Read once for all branches an instance judges. */
export interface CompanyRecords {
  /** Reads to the end of the company's changes. */
  read(): Promise<void>;
  /** What came after `seen` versions were read. */
  after(seen: number): { records: AnyRecord[]; seen: number };
}

const PAGE = 500;

export function openCompanyRecords(database: CouchDatabase): CompanyRecords {
  const byId = new Map<string, { record: AnyRecord; version: number }>();
  let version = 0;
  let since = '0';

  return {
    read: async () => {
      for (;;) {
        const page = await database.changes(since, PAGE);
        for (const { id, doc } of page.rows) {
          const record = doc && !isNote(id) ? fromCouch(doc) : null;
          if (record) byId.set(id, { record, version: (version += 1) });
        }
        since = page.last;
        if (page.rows.length < PAGE) return;
      }
    },
    after: (seen) => ({
      records: seen === version ? [] : [...byId.values()].flatMap((one) => (one.version > seen ? [one.record] : [])),
      seen: version,
    }),
  };
}
