/** Whether a signature on a chain of approval was this person's to give, with everything that was signed anywhere before it (QPA-06, PLT-07). */
import type { Refusal } from '#shared/core/result.ts';
import { seatOf } from '#shared/documents/approve.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { readAs } from '#shared/documents/step.ts';
import { deputiesOf } from '#shared/modules/delegation/rules.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { actorOf, staff } from '#shared/modules/staff/module.ts';
import { wholeLoans, type Role } from '#shared/policy/roles.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import type { Played } from './central-book.ts';
import { dayOfEvent } from './ask.ts';

/** null: it was, or it is none. Somebody the centre does not know yet is taken at the desk's word. */
export async function wrongSignature(read: Reader, { before, after, event }: Played): Promise<Refusal | null> {
  const steps = moduleOf(after.kind)?.lifecycle.steps;
  if (!before || !steps) return null;
  if (!steps.endorsed || (event.type !== 'endorsed' && event.type !== 'approved'))
    return wrongLoan(read, event, steps[event.type]?.by ?? []);
  // Two desks that signed for the same post apart: one signature counts, the other does no harm.
  if (approvalOf(before)?.signatures.some(({ post }) => post === event.data['post'])) return null;
  const person = await readAs(read, staff, event.by);
  if (!person) return null;
  const deputies = await deputiesOf(read, event.by, dayOfEvent(event));
  const seat = seatOf(before, actorOf(event.by, person.body), deputies);
  return seat.ok ? null : seat.refusal;
}

/** A single signature given in somebody's place: the loan was there on that day. */
async function wrongLoan(read: Reader, event: Played['event'], posts: readonly Role[]): Promise<Refusal | null> {
  if (event.data['onBehalfOf'] === undefined) return null;
  const lent = await deputiesOf(read, event.by, dayOfEvent(event));
  const held = wholeLoans({ lent }, posts).some(({ delegation }) => delegation === event.data['delegation']);
  return held ? null : { code: 'PostMayNot', values: { posts: posts.join(',') } };
}
