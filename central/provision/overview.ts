/** What every desk said of itself last, beside what the centre knows of its user. */
import { documentsBelow } from '#central/couch-admin/server-requests.ts';
import { branchDatabase } from '#shared/exchange/books.ts';
import { deskNoteId, deskNoteSchema, type DeskNote } from '#shared/exchange/centre-notes.ts';
import type { Transport } from '#shared/exchange/transport.ts';
import { deskUsers, stateOf, type DeskState } from './desk-users.ts';
import { branchCodes } from './provision-centre.ts';

export interface DeskLine {
  code: string;
  state: DeskState | 'unknown';
  /** 0 unless waiting. */
  expiresAt: number;
  /** null: never heard of. */
  note: DeskNote | null;
}

export async function overviewOfDesks(transport: Transport, now: number): Promise<DeskLine[]> {
  const lines = new Map<string, DeskLine>();
  for (const user of await deskUsers(transport)) {
    lines.set(user.desk.code, { code: user.desk.code, state: stateOf(user, now), expiresAt: user.desk.expiresAt, note: null });
  }
  for (const branch of await branchCodes(transport)) {
    for (const document of await documentsBelow(transport, branchDatabase(branch), deskNoteId(''))) {
      const note = deskNoteSchema.safeParse(document);
      const code = document?._id.slice(deskNoteId('').length) ?? '';
      if (!note.success) continue;
      lines.set(code, { ...(lines.get(code) ?? { code, state: 'unknown', expiresAt: 0 }), note: note.data });
    }
  }
  return [...lines.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
