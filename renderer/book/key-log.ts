import type { Table } from 'dexie';
import type { Breath } from './breath.ts';
import type { SearchKey } from './search-key.ts';

/** Search keys of the documents of one write, in one row: IndexedDB costs by the row. Later batches hold for what earlier ones also have. */
export interface KeyBatch {
  at?: number;
  /** The keys as JSON, a line each: one text is copied between threads in a tenth of the time of a thousand. */
  lines: string;
  /** Of each, the journal entry the document was last changed by; 0: from a snapshot. */
  seqs: number[];
}

interface Kept {
  text: string;
  seq: number;
}

/** Keys per batch when batches are put together. */
const BATCH = 1_000;
const SEEK = '{"seek":"';
const ID = '","id":"';
/** Batches read at once: the first screen's questions are answered in between. */
const AT_ONCE = 4;

export interface KeyLog {
  /** Call inside a transaction. */
  add(keys: readonly SearchKey[], seqOf: (id: string) => number): Promise<void>;
  /** The present key of every document, as JSON, with its journal entry. */
  all(breath: Breath): Promise<Map<string, Kept>>;
  /** JSON texts of all keys, newest document first; puts batches together when there are many. */
  newestFirst(breath: Breath): Promise<string[]>;
}

/**
 * A log in the place of a row per document: a commit adds one small row, a whole book a row per thousand documents, and nothing is read to
 * write. The log is read once, when search is filled, and rewritten then if it has grown long.
 */
export function createKeyLog(table: Table<KeyBatch, number>): KeyLog {
  const read = async (breath: Breath): Promise<{ kept: Map<string, Kept>; batches: number; entries: number; last: number }> => {
    const kept = new Map<string, Kept>();
    let entries = 0;
    let batches = 0;
    for (let last = 0; ;) {
      const rows = await table.where('at').above(last).limit(AT_ONCE).toArray();
      for (const { lines, seqs } of rows) {
        entries += seqs.length;
        for (const [at, text] of lines.split('\n').entries()) kept.set(idOf(text), { text, seq: seqs[at] ?? 0 });
        if (breath.isDue()) await breath.take();
      }
      batches += rows.length;
      last = rows.at(-1)?.at ?? last;
      if (rows.length < AT_ONCE) return { kept, batches, entries, last };
    }
  };

  return {
    add: async (keys, seqOf) => {
      if (keys.length > 0)
        await table.add({ lines: linesOf(keys.map((key) => JSON.stringify(key))), seqs: keys.map(({ id }) => seqOf(id)) });
    },
    all: async (breath) => (await read(breath)).kept,
    newestFirst: async (breath) => {
      const { kept, batches, entries, last } = await read(breath);
      const sorted = [...kept.values()].map((own) => ({ ...own, seek: seekOf(own.text) }));
      if (breath.isDue()) await breath.take();
      sorted.sort((a, b) => (a.seek < b.seek ? -1 : 1));
      if (batches > 50 + kept.size / 500 || entries > 2 * kept.size + BATCH) {
        const pieces: KeyBatch[] = [];
        for (let at = 0; at < sorted.length; at += BATCH) {
          const some = sorted.slice(at, at + BATCH);
          // Between the beginning and the last batch read: what was written meanwhile stays behind them.
          const place = (last * (pieces.length + 1)) / Math.ceil(sorted.length / BATCH);
          pieces.push({ at: place, lines: linesOf(some.map(({ text }) => text)), seqs: some.map(({ seq }) => seq) });
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

function linesOf(texts: readonly string[]): string {
  return texts.join('\n');
}

/** Cut out rather than parsed: they are the first two fields, and there are a hundred thousand. */
function seekOf(text: string): string {
  return text.slice(SEEK.length, text.indexOf('"', SEEK.length));
}

function idOf(text: string): string {
  const from = text.indexOf('"', SEEK.length) + ID.length;
  return text.slice(from, text.indexOf('"', from));
}
