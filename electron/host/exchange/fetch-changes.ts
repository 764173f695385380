/** Reads one feed of the centre to its end. Each page is in the journal before the place in the feed moves on. */
import type { AnyRecord } from '#shared/documents/record.ts';
import { isNote } from '#shared/exchange/centre-notes.ts';
import type { CouchDatabase } from '#shared/exchange/couch-database.ts';
import { fromCouch } from '#shared/exchange/wire-record.ts';

const PAGE = 500;

export interface FetchedPage {
  records: AnyRecord[];
  /** Ids of documents this version cannot read. */
  unreadable: string[];
  /** Own writes that came back. */
  echoes: string[];
  last: string;
}

/**
 * Pages after `since`, until one has nothing more behind it.
 * @param isEcho whether `<id> <revision>` is an own write that holds nothing new
 */
export async function* changesAfter(
  database: CouchDatabase,
  since: string,
  isEcho: (echo: string) => boolean,
): AsyncGenerator<FetchedPage> {
  for (let from = since; ;) {
    const { rows, last } = await database.changes(from, PAGE);
    const page: FetchedPage = { records: [], unreadable: [], echoes: [], last };
    for (const { id, rev, doc } of rows) {
      // A deletion can only be the administrator's doing; papers of this desk do not go with it.
      if (isNote(id) || !doc) continue;
      const echo = `${id} ${rev}`;
      const record = isEcho(echo) ? null : fromCouch(doc);
      if (record) page.records.push(record);
      else (isEcho(echo) ? page.echoes : page.unreadable).push(isEcho(echo) ? echo : id);
    }
    yield page;
    if (rows.length < PAGE) return;
    from = last;
  }
}
