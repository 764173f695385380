import type { AnyRecord } from '#shared/documents/record.ts';

/**
 * A document as RxDB's Dexie storage keeps it, so that RxDB reads and updates what was written without it. `_meta.lwt`, by which RxDB finds
 * what to replicate and to clean up, is left out: the journal replicates, nothing is ever deleted, and two indexes less are kept (measured:
 * a quarter of the cost of a write).
 */
export type StoredRecord = AnyRecord & {
  _deleted: '0' | '1';
  _attachments: Record<string, never>;
  _meta: Record<string, number>;
  _rev: string;
};

/** @param height how often the document has been written, this time included */
export function toStored(record: AnyRecord, height: number): StoredRecord {
  return { ...record, _deleted: '0', _attachments: {}, _meta: {}, _rev: `${height}-book` };
}

export function heightOf({ _rev }: StoredRecord): number {
  return Number.parseInt(_rev, 10) || 0;
}

export function bare(stored: StoredRecord): AnyRecord {
  const { _deleted, _attachments, _meta, _rev, ...record } = stored;
  return record;
}
