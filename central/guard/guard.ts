/**
 * `validate_doc_update` of our databases. Runs inside CouchDB: no imports that reach a schema library, nothing newer than ES2017, and
 * nothing but the new document, the old one and the user to go by.
 */
import { deskRole } from '#shared/exchange/books.ts';
import { checkFile } from './check-file.ts';
import { checkRecord } from './check-record.ts';
import { isFields, isLargerThan, refuse, type Fields, type UserContext } from './refuse.ts';
import type { GuardRules } from './rules.ts';

export function guard(rules: GuardRules, newDoc: Fields, oldDoc: Fields | null, user: UserContext, now: number): void {
  if (user.roles.includes('_admin')) return;
  // Replicated, not written: CouchDB shows the revision to come instead of the one it follows, and a made-up one needs no ancestor.
  if (newDoc['_rev'] !== oldDoc?.['_rev'] && !(oldDoc?.['_deleted'] && newDoc['_rev'] === undefined))
    refuse('not-a-desk', String(newDoc['_rev']));
  if (newDoc['_deleted']) refuse('no-deletion', String(newDoc['_id']));
  if (newDoc['_attachments'] !== undefined) refuse('shape', '_attachments');
  const id = String(newDoc['_id']);
  const isNote = id.slice(0, 3) === 'bd:';
  if (isLargerThan(isNote && id !== rules.overviewNote ? rules.mostNoteBytes : rules.mostBytes, newDoc)) refuse('too-large', id);
  const before = isFields(oldDoc) && !oldDoc['_deleted'] ? oldDoc : null;
  if (isNote) return checkNote(rules, id, user);
  if (rules.book === 'files') return checkFile(newDoc, before);
  checkRecord(rules, newDoc, before, user, now);
}

function checkNote(rules: GuardRules, id: string, user: UserContext): void {
  if (user.roles.includes(rules.judgeRole)) {
    if (id === rules.overviewNote || id.slice(0, 9) === 'bd:judge:') return;
  } else if (rules.book === 'branch' && id.slice(0, rules.deskNotes.length) === rules.deskNotes) {
    if (user.roles.includes(deskRole(id.slice(rules.deskNotes.length)))) return;
  }
  refuse(id === rules.overviewNote ? 'judge-only' : 'not-yours', id);
}
