import type { Reader } from '#shared/documents/reader.ts';
import { waitingFor } from '#shared/modules/inbox.ts';
import type { Actor } from '#shared/policy/roles.ts';

/** How many papers wait for this person; how long they wait does not matter here. */
export async function countWaiting(read: Reader, actor: Actor, today: string): Promise<number> {
  return (await waitingFor(read, { actor, today, offsetMinutes: 0, parameters: {} })).items.length;
}
