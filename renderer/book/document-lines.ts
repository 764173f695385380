import type { AnyRecord } from '#shared/documents/record.ts';
import { mergeCopies } from '#shared/modules/merge-copies.ts';

/** Documents as the host has them, JSON texts in UTF-8, one a line: the page hands them on to the store's thread without looking at them, and has them no more. */
export interface DocumentLines {
  lines: Uint8Array;
}

export type Documents = readonly AnyRecord[] | DocumentLines;

/** The journal entry of all these documents (0: a snapshot), or of so many of them after each other. */
export type Entries = number | readonly { seq: number; documents: number }[];

export function isLines(documents: Documents): documents is DocumentLines {
  return 'lines' in documents;
}

/** The documents, those that several entries changed merged, and the last entry of each. */
export function readDocuments(documents: Documents, entries: Entries): { records: AnyRecord[]; seqOf(id: string): number } {
  const all = isLines(documents) ? parse(documents.lines) : documents;
  const seqs = new Map<string, number>();
  const runs = typeof entries === 'number' ? [{ seq: entries, documents: all.length }] : entries;
  const byId = new Map<string, AnyRecord>();
  let at = 0;
  for (const { seq, documents: count } of runs)
    for (const record of all.slice(at, (at += count))) {
      const earlier = byId.get(record.id);
      byId.set(record.id, earlier ? mergeCopies(earlier, record) : record);
      seqs.set(record.id, seq);
    }
  return { records: [...byId.values()], seqOf: (id) => seqs.get(id) ?? 0 };
}

/** Parsed when they were journalled, and proven by a sum since. */
function parse(lines: Uint8Array): AnyRecord[] {
  return JSON.parse(`[${new TextDecoder().decode(lines).replaceAll('\n', ',')}]`) as AnyRecord[];
}
