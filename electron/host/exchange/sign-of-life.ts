/**
 * A desk's sign of life at the centre, and the proof that it is the only one with its code: each sign carries a nonce chosen anew. When the one
 * at the centre is neither the last this installation wrote nor the one it was about to write, a copy of it is at work, or this
 * installation was taken back to an earlier state.
 */
import { deskNoteId, deskNoteSchema, type DeskNote } from '#shared/exchange/centre-notes.ts';
import type { CouchDatabase } from '#shared/exchange/couch-database.ts';

export interface Signs {
  nonce: string;
  nextNonce: string;
}

/** The note's revision, '' when there is none yet; null: another installation's. */
export async function readOwnSign(database: CouchDatabase, deskCode: string, signs: Signs): Promise<{ rev: string; nonce: string } | null> {
  const found = await database.read(deskNoteId(deskCode));
  if (!found) return { rev: '', nonce: '' };
  const note = deskNoteSchema.safeParse(found);
  if (!note.success) return null;
  const { nonce } = note.data;
  return nonce === signs.nonce || nonce === signs.nextNonce ? { rev: found._rev, nonce } : null;
}

export async function writeSign(database: CouchDatabase, deskCode: string, rev: string, note: DeskNote): Promise<void> {
  const id = deskNoteId(deskCode);
  await database.write(rev === '' ? { _id: id, ...note } : { _id: id, _rev: rev, ...note });
}
