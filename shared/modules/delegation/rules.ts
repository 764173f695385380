/** Lending a signature for some days, and whose signatures somebody may give today. */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import type { Deputy } from '#shared/policy/roles.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import { readAs } from '#shared/documents/step.ts';
import { staff } from '../staff/module.ts';
import { delegation, type Delegation } from './module.ts';

export type DelegationInput = Pick<Delegation, 'to' | 'roles' | 'matters' | 'from' | 'until' | 'reason'>;

/**
 * Only posts one holds oneself can be lent; a borrowed one cannot be lent on. Refuses with NotFound, SamePerson, PostMayNot, ReasonMissing,
 * DayIsPast, EndsBeforeStart.
 */
export function lendSignature(input: DelegationInput): Decide<{ delegation: string }> {
  return async (read, moment) => {
    const deputy = await readAs(read, staff, input.to);
    if (deputy?.status !== 'active') return refuse('NotFound', { id: input.to });
    if (input.to === moment.actor.id) return refuse('SamePerson');
    const missing = input.roles.filter((role) => !moment.actor.roles.includes(role));
    if (missing.length > 0) return refuse('PostMayNot', { posts: missing.join(',') });
    if (input.reason.trim() === '') return refuse('ReasonMissing');
    if (input.from < moment.today) return refuse('DayIsPast', { day: input.from });
    if (input.until < input.from) return refuse('EndsBeforeStart', { from: input.from, to: input.until });
    const body: Delegation = { ...input, reason: input.reason.trim(), toName: deputy.body.name, fromName: moment.actor.name };
    const made = commitNew(delegation, body, moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: { delegation: made.value.id } }) : made;
  };
}

/** Refuses with NotFound, NotYours. */
export function endDelegation(id: string): Decide {
  return async (read, moment) => {
    const lent = await readAs(read, delegation, id);
    if (!lent) return refuse('NotFound', { id });
    if (lent.owner !== moment.actor.id && !moment.actor.roles.includes('gm')) return refuse('NotYours');
    const ended = act(delegation, lent, 'ended', {}, moment);
    return ended.ok ? ok({ records: [untyped(ended.value)], answer: null }) : ended;
  };
}

/** In whose place this person may sign on that day. Who lent it must still be here and still hold the post. */
export async function deputiesOf(read: Reader, person: string, day: Day): Promise<Deputy[]> {
  const { rows } = await read.all({ kind: delegation.kind, status: 'given' });
  const lent = rows.map((row) => delegation.read(row)).filter(({ body }) => body.to === person && body.from <= day && day <= body.until);
  const lenders = await read.getMany(lent.map(({ owner }) => owner));
  return lent.flatMap(({ id, owner, body }) => {
    const found = lenders.get(owner);
    // A lender whose file has not arrived here is taken at the delegation's word.
    const lender = found?.kind === staff.kind ? staff.read(found) : null;
    const posts = body.roles.filter((role) => lender === null || (lender.status === 'active' && lender.body.roles.includes(role)));
    return posts.length === 0 ? [] : [{ delegation: id, from: owner, posts, matters: body.matters }];
  });
}
