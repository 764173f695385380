/**
 * A desk's sign of life at the centre, and the proof that it is the only one with its code: each sign carries a nonce chosen anew. A nonce this
 * installation never chose: a copy of it is at work, or it was itself taken back to an earlier state. One it chose before the last that was
 * surely there: the centre was taken back.
 */
import { deskNoteId, deskNoteSchema, type DeskNote } from '#shared/exchange/centre-notes.ts';
import type { CouchDatabase } from '#shared/exchange/couch-database.ts';

export interface Signs {
  signs: readonly string[];
  signed: string;
}

export interface FoundSign {
  is: 'own' | 'earlier' | 'foreign';
  nonce: string;
  /** '' when there is none. */
  rev: string;
}

export async function findSign(database: CouchDatabase, deskCode: string, { signs, signed }: Signs): Promise<FoundSign> {
  const found = await database.read(deskNoteId(deskCode));
  if (!found) return { is: signed === '' ? 'own' : 'earlier', nonce: '', rev: '' };
  const note = deskNoteSchema.safeParse(found);
  const nonce = note.success ? note.data.nonce : '';
  const place = signs.indexOf(nonce);
  const is = place < 0 ? 'foreign' : place < signs.indexOf(signed) ? 'earlier' : 'own';
  return { is, nonce, rev: found._rev };
}

export async function writeSign(database: CouchDatabase, deskCode: string, rev: string, note: DeskNote): Promise<void> {
  const id = deskNoteId(deskCode);
  await database.write(rev === '' ? { _id: id, ...note } : { _id: id, _rev: rev, ...note });
}
