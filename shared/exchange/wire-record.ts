import { recordSchema, type AnyRecord } from '#shared/documents/record.ts';
import type { CouchDocument } from './couch-database.ts';

/** The record as the centre keeps it: the same fields, `_id` in place of `id`. */
export function toCouch(record: AnyRecord, rev?: string): { _id: string; _rev?: string } & Record<string, unknown> {
  const { id, ...rest } = record;
  return rev === undefined ? { _id: id, ...rest } : { _id: id, _rev: rev, ...rest };
}

/** null: not a business document of a shape this version knows (a newer one, or the centre's own notes). */
export function fromCouch({ _id, _rev, ...rest }: CouchDocument): AnyRecord | null {
  const parsed = recordSchema.safeParse({ id: _id, ...rest });
  return parsed.success ? parsed.data : null;
}
