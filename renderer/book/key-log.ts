import type { Table } from 'dexie';
import type { SearchKey } from './search-key.ts';

/** Search keys of the documents of one write, in one row: IndexedDB costs by the row. Later batches hold for what earlier ones also have. */
export interface KeyBatch {
  at?: number;
  ids: string[];
  /** Each key as JSON. */
  texts: string[];
  /** The journal entry the document was last changed by; 0: from a snapshot. */
  seqs: number[];
}

interface Kept {
  text: string;
  seq: number;
}

/** Keys per batch when batches are put together. */
const BATCH = 1_000;
const SEEK = '{"seek":"';
/** Batches read at once: the first screen's questions are answered in between. */
const AT_ONCE = 10;

export interface KeyLog {
  /** Call inside a transaction. */
  add(keys: readonly SearchKey[], seqOf: (id: string) => number): Promise<void>;
  /** The present key of every document, as JSON, with its journal entry. */
  all(): Promise<Map<string, Kept>>;
  /** JSON texts of all keys, newest document first; puts batches together when there are many. */
  newestFirst(): Promise<string[]>;
}

/**
 * A log in the place of a row per document: a commit adds one small row, a whole book a row per thousand documents, and nothing is read to
 * write. The log is read once, when search is filled, and rewritten then if it has grown long.
 */
export function createKeyLog(table: Table<KeyBatch, number>): KeyLog {
  const read = async (): Promise<{ kept: Map<string, Kept>; batches: number; entries: number; last: number }> => {
    const kept = new Map<string, Kept>();
    let entries = 0;
    let batches = 0;
    for (let last = 0; ;) {
      const rows = await table.where('at').above(last).limit(AT_ONCE).toArray();
      for (const { ids, texts, seqs } of rows) {
        entries += ids.length;
        for (const [at, id] of ids.entries()) kept.set(id, { text: texts[at] ?? '', seq: seqs[at] ?? 0 });
      }
      batches += rows.length;
      last = rows.at(-1)?.at ?? last;
      if (rows.length < AT_ONCE) return { kept, batches, entries, last };
    }
  };

  return {
    add: async (keys, seqOf) => {
      if (keys.length === 0) return;
      const ids = keys.map(({ id }) => id);
      await table.add({ ids, texts: keys.map((key) => JSON.stringify(key)), seqs: ids.map(seqOf) });
    },
    all: async () => (await read()).kept,
    newestFirst: async () => {
      const { kept, batches, entries, last } = await read();
      const sorted = [...kept].map(([id, own]) => ({ id, ...own, seek: seekOf(own.text) })).sort((a, b) => (a.seek < b.seek ? -1 : 1));
      if (batches > 50 + kept.size / 500 || entries > 2 * kept.size + BATCH) {
        const pieces: KeyBatch[] = [];
        for (let at = 0; at < sorted.length; at += BATCH) {
          const some = sorted.slice(at, at + BATCH);
          // Between the beginning and the last batch read: what was written meanwhile stays behind them.
          const place = (last * (pieces.length + 1)) / Math.ceil(sorted.length / BATCH);
          pieces.push({ at: place, ids: some.map(({ id }) => id), texts: some.map(({ text }) => text), seqs: some.map(({ seq }) => seq) });
        }
        await table.db.transaction('rw', table, async () => {
          await table.where('at').belowOrEqual(last).delete();
          await table.bulkAdd(pieces);
        });
      }
      return sorted.map(({ text }) => text);
    },
  };
}

/** Cut out rather than parsed: it is the first field, and there are a hundred thousand. */
function seekOf(text: string): string {
  return text.startsWith(SEEK) ? text.slice(SEEK.length, text.indexOf('"', SEEK.length)) : (JSON.parse(text) as SearchKey).seek;
}
