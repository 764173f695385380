import type { AnyRecord } from '#shared/documents/record.ts';
import type { Change } from './book-store.ts';
import type { PageQuery } from './document-table.ts';
import { isSeen, type LookedList } from './tracked-reader.ts';

/** Documents kept by id, and rows kept as answers to queries. */
const MOST_DOCUMENTS = 400;
const MOST_ROWS = 1_500;
/** Changes after which everything is forgotten rather than compared. */
const MANY = 50;
/** As `RecordHead.seek` sorts. */
const bySeek = (a: AnyRecord, b: AnyRecord): number => (a.seek < b.seek ? -1 : 1);

interface RecordSource {
  getMany(ids: readonly string[]): Promise<AnyRecord[]>;
  query(query: PageQuery): Promise<AnyRecord[]>;
}

export interface RecordCache extends RecordSource {
  /**
   * Call after every change of the documents, before anybody is told of it.
   * @param written the changed documents as far as they are at hand: then answers that list them are kept, with them in their place
   */
  changed(changes: readonly Change[], written: readonly AnyRecord[]): void;
  forget(): void;
}

interface Answer {
  list: LookedList;
  limit: number;
  rows: Promise<readonly AnyRecord[]>;
  /** The same once they are here. */
  here: readonly AnyRecord[] | null;
}

/**
 * What was read lately, until a change concerns it: a screen that is opened again, and everything that asks the same at the same time (forty
 * rows that each want the people's names), is one question to the store. Walks (`after`) and large helpings go past it. The store is written
 * by this page alone, and every change is told here.
 */
export function createRecordCache(source: () => RecordSource): RecordCache {
  const documents = new Map<string, Promise<AnyRecord | undefined>>();
  const answers = new Map<string, Answer>();

  /** A failure is not kept. */
  function forgetFailed<Key>(map: Map<Key, unknown>, key: Key, own: unknown, answer: Promise<unknown>): void {
    answer.catch(() => {
      if (map.get(key) === own) map.delete(key);
    });
  }

  function document(id: string, read: () => Promise<AnyRecord | undefined>): Promise<AnyRecord | undefined> {
    const found = documents.get(id) ?? read();
    const isNew = !documents.delete(id);
    documents.set(id, found);
    if (isNew) forgetFailed(documents, id, found, found);
    return found;
  }

  function trim(): void {
    for (const [oldest] of documents) {
      if (documents.size <= MOST_DOCUMENTS) break;
      documents.delete(oldest);
    }
    let rows = 0;
    for (const answer of answers.values()) rows += sizeOf(answer);
    for (const [oldest, answer] of answers) {
      if (rows <= MOST_ROWS) break;
      answers.delete(oldest);
      rows -= sizeOf(answer);
    }
  }

  async function readRows(query: PageQuery, answer: Answer): Promise<readonly AnyRecord[]> {
    const rows = await source().query(query);
    arrived(answer, rows);
    return rows;
  }

  function arrived(answer: Answer, rows: readonly AnyRecord[]): void {
    answer.here = rows;
    // A full helping saw nothing behind its last row.
    answer.list.until = rows.length === answer.limit ? (rows.at(-1)?.seek ?? null) : null;
  }

  /** Puts a document into its place in the answer. False when that cannot be known: rows are missing now, or it is not at hand. */
  function replaced(answer: Answer, { before, after }: Change, now: AnyRecord | undefined): boolean {
    const { list, limit, here } = answer;
    if (!here) return false;
    const others = here.filter(({ id }) => id !== after.id);
    const isIn = isSeen(list, after);
    if (before && isSeen(list, before) && others.length === here.length) return false;
    if (isIn && !now) return false;
    const rows = isIn && now ? [...others, now].sort(bySeek).slice(0, limit) : others;
    // The row behind the last one is known to the store only.
    if (here.length === limit && rows.length < limit) return false;
    arrived(answer, rows);
    answer.rows = Promise.resolve(rows);
    return true;
  }

  return {
    getMany: async (ids) => {
      if (ids.length > MOST_DOCUMENTS / 4) return source().getMany(ids);
      const missing = ids.filter((id) => !documents.has(id));
      const asked = missing.length === 0 ? null : source().getMany(missing);
      const byId = asked?.then((found) => new Map(found.map((record) => [record.id, record])));
      const found = await Promise.all(ids.map((id) => document(id, async () => (await byId)?.get(id))));
      trim();
      return found.filter((record) => record !== undefined);
    },
    query: async (query) => {
      const { after = '', limit, ...wanted } = query;
      if (after !== '' || limit > MOST_ROWS / 6) return source().query(query);
      const key = JSON.stringify([wanted.kind, wanted.status, wanted.party, wanted.source, wanted.day?.from, wanted.day?.to, limit]);
      const known = answers.get(key);
      if (known) {
        answers.delete(key);
        answers.set(key, known);
        return [...(await known.rows)];
      }
      const answer: Answer = { list: { query: wanted, after, until: null }, limit, rows: Promise.resolve([]), here: null };
      answer.rows = readRows(query, answer);
      answers.set(key, answer);
      forgetFailed(answers, key, answer, answer.rows);
      const rows = await answer.rows;
      trim();
      return [...rows];
    },
    changed: (changes, written) => {
      if (changes.length > MANY) {
        documents.clear();
        answers.clear();
        return;
      }
      const byId = new Map(written.map((record) => [record.id, record]));
      for (const change of changes) {
        const { before, after } = change;
        const now = byId.get(after.id);
        documents.delete(after.id);
        if (now) documents.set(after.id, Promise.resolve(now));
        for (const [key, answer] of answers) {
          const isConcerned = isSeen(answer.list, after) || (before !== null && isSeen(answer.list, before));
          if (isConcerned && !replaced(answer, change, now)) answers.delete(key);
        }
      }
      trim();
    },
    forget: () => {
      documents.clear();
      answers.clear();
    },
  };
}

/** While it is on its way it counts as what was asked for. */
function sizeOf({ here, limit }: Answer): number {
  return (here?.length ?? limit) + 1;
}
