/** What the centre has and this desk does not: each page of a feed is in the journal before the place in the feed moves on. */
import type { BookName } from '#shared/exchange/books.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { isNote } from '#shared/exchange/centre-notes.ts';
import type { CouchDatabase } from '#shared/exchange/couch-database.ts';
import { fromCouch } from '#shared/exchange/wire-record.ts';
import { bringAgain } from './bring-documents.ts';
import { FROM_CENTRE, withPlace, withProofs } from './exchange-state.ts';
import type { Books, ExchangeWork } from './exchange-work.ts';

const PAGE = 500;

interface FetchedPage {
  records: AnyRecord[];
  /** Ids of documents this version cannot read. */
  unreadable: string[];
  /** Own writes that came back. */
  echoes: string[];
  /** Revisions of what came, by id: a centre that lacks them later was put back. */
  revisions: [string, string][];
  last: string;
}

export async function fetchBook(work: ExchangeWork, book: BookName, books: Books): Promise<void> {
  const { memory, journal, newId } = work;
  const database = books[book];
  const { state, echoes } = memory;
  const isFirst = state().since[book] === '0';
  const total = isFirst ? (await database.about()).documents : 0;
  let done = 0;
  for await (const page of changesAfter(database, state().since[book], echoes)) {
    if (work.isClosed()) return;
    if (page.records.length > 0) {
      const { seq } = await journal.append({ commandId: `${FROM_CENTRE}${newId()}`, documents: page.records, numbers: [] });
      work.grew(seq);
      // What was refused here came to the centre by another way, or somebody wrote on it: it may be let in now, or be there already.
      const aside = new Set(state().setAside.map(({ id }) => id));
      await bringAgain(work, books, new Set(page.records.map(({ id }) => id).filter((id) => aside.has(id))));
    }
    for (const echo of page.echoes) echoes.delete(echo);
    const read = new Set(page.records.map(({ id }) => id));
    const unreadable = [...new Set([...state().unreadable.filter((id) => !read.has(id)), ...page.unreadable])];
    const isNews = page.last !== state().since[book] || unreadable.length !== state().unreadable.length;
    const proofs = withProofs(
      state().proofs,
      page.revisions.map(([id, rev]) => [book, id, rev]),
    );
    if (isNews) {
      const places = withPlace(state(), book, page.last);
      await memory.save({ since: { ...state().since, [book]: page.last }, places, unreadable, proofs });
    }
    done += page.records.length;
    if (isFirst && done > 0) work.tell({ progress: { done, total: Math.max(total, done) } });
  }
}

/**
 * Pages after `since`, until one has nothing more behind it.
 * @param echoes `<id> <revision>` of own writes that hold nothing new
 */
async function* changesAfter(database: CouchDatabase, since: string, echoes: ReadonlySet<string>): AsyncGenerator<FetchedPage> {
  for (let from = since; ;) {
    const { rows, last } = await database.changes(from, PAGE);
    const page: FetchedPage = { records: [], unreadable: [], echoes: [], revisions: [], last };
    for (const { id, rev, doc } of rows) {
      // A deletion can only be the administrator's doing; papers of this desk do not go with it.
      if (isNote(id) || !doc) continue;
      const one = `${id} ${rev}`;
      page.revisions.push([id, rev]);
      const record = echoes.has(one) ? null : fromCouch(doc);
      if (record) page.records.push(record);
      else if (echoes.has(one)) page.echoes.push(one);
      else page.unreadable.push(id);
    }
    yield page;
    if (rows.length < PAGE) return;
    from = last;
  }
}
