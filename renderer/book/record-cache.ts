import type { AnyRecord } from '#shared/documents/record.ts';
import type { Change } from './book-store.ts';
import type { PageQuery } from './document-table.ts';
import { isSeen, type LookedList } from './tracked-reader.ts';

/** Documents kept by id, and rows kept as answers to queries. */
const MOST_DOCUMENTS = 1_000;
const MOST_ROWS = 3_000;
/** Changes after which everything is forgotten rather than compared. */
const MANY = 50;

interface RecordSource {
  getMany(ids: readonly string[]): Promise<AnyRecord[]>;
  query(query: PageQuery): Promise<AnyRecord[]>;
}

export interface RecordCache extends RecordSource {
  /** Call after every change of the documents, before anybody is told of it. */
  changed(changes: readonly Change[]): void;
  forget(): void;
}

interface Answer {
  list: LookedList;
  rows: Promise<AnyRecord[]>;
  /** While it is on its way: as many as were asked for. */
  size: number;
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
    for (const { size } of answers.values()) rows += size + 1;
    for (const [oldest, { size }] of answers) {
      if (rows <= MOST_ROWS) break;
      answers.delete(oldest);
      rows -= size + 1;
    }
  }

  async function readRows(query: PageQuery, answer: Answer): Promise<AnyRecord[]> {
    const rows = await source().query(query);
    answer.size = rows.length;
    // A full helping saw nothing behind its last row.
    if (rows.length === query.limit) answer.list.until = rows.at(-1)?.seek ?? null;
    return rows;
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
      const answer: Answer = { list: { query: wanted, after, until: null }, rows: Promise.resolve([]), size: 0 };
      answer.rows = readRows(query, answer);
      answers.set(key, answer);
      forgetFailed(answers, key, answer, answer.rows);
      const rows = await answer.rows;
      trim();
      return [...rows];
    },
    changed: (changes) => {
      if (changes.length > MANY) {
        documents.clear();
        answers.clear();
        return;
      }
      for (const { before, after } of changes) {
        documents.delete(after.id);
        for (const [key, { list }] of answers) if (isSeen(list, after) || (before && isSeen(list, before))) answers.delete(key);
      }
    },
    forget: () => {
      documents.clear();
      answers.clear();
    },
  };
}
