import { documentsBelow } from '#central/couch-admin/server-requests.ts';
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { branchDatabase } from '#shared/exchange/books.ts';
import { deskNoteId, deskNoteSchema } from '#shared/exchange/centre-notes.ts';
import type { Transport } from '#shared/exchange/transport.ts';
import { closeDesk, deskUsers, giveRoles } from './desk-users.ts';
import { rangesOf } from './enrol-desk.ts';

const DAY = 86_400_000;

/**
 * Shuts a desk out for good and lets another of its branch bring the papers under its numbers: those of a computer that is gone and that a restored
 * centre lacks, or those of one that joined again under another letter.
 */
export async function bequeath(transport: Transport, deskCode: string, heirCode: string, now: number): Promise<Result<null>> {
  const branch = deskCode.slice(0, 4);
  const users = await deskUsers(transport, branch);
  const desk = users.find((user) => user.desk.code === deskCode);
  const heir = users.find((user) => user.desk.code === heirCode);
  if (!desk) return refuse('NoSuchDesk', { desk: deskCode });
  if (!heir || heir === desk) return refuse('NoSuchHeir', { desk: heirCode, branch });
  if (heir.desk.revokedAt !== 0) return refuse('DeskRevoked', { desk: heirCode });
  if (desk.desk.revokedAt === 0) {
    // Two that write the same numbers must never be.
    const [found] = await documentsBelow(transport, branchDatabase(branch), deskNoteId(deskCode));
    const sign = deskNoteSchema.safeParse(found);
    if (sign.success && now - sign.data.at < DAY) return refuse('DeskAtWork', { desk: deskCode });
  }
  const ranges = rangesOf(deskCode, users);
  await closeDesk(transport, deskCode, now, heirCode);
  await giveRoles(transport, heir, ranges);
  return ok(null);
}
