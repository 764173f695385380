/** Use cases of the reception desk (RCP-01, RCP-02, RCP-04): 迎 问 送 追. */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { customer } from '../customer/module.ts';
import { task } from '../task/module.ts';
import { visit, type Visit, type VisitOutcome } from './module.ts';

export interface VisitInput {
  body: Visit;
  /** Customer's file when the visitor is known, '' otherwise. */
  party?: string;
  /** Host; the person at the desk when left out. */
  owner?: string;
}

/** Somebody came in or rang. Refuses with NotFound, CustomerIsMerged. */
export function registerVisit(input: VisitInput): Decide<{ visit: string }> {
  return async (read, moment) => {
    const party = input.party ?? '';
    const known = await readAs(read, customer, party);
    if (party !== '' && !known) return refuse('NotFound', { id: party });
    if (known?.status === 'merged') return refuse('CustomerIsMerged', { name: known.body.name });
    const body = known
      ? { ...input.body, name: input.body.name || known.body.name, phone: input.body.phone || known.body.phone }
      : input.body;
    const made = commitNew(visit, body, moment, { party, owner: input.owner || moment.actor.id });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { visit: made.value.id } }) : made;
  };
}

/** 迎 */
export function greetVisit(id: string): Decide {
  return takeStep(visit, id, 'greeted');
}

/** 问: what the visitor wants, as far as it was said. */
export function askVisit(id: string, said: { need: string; budget: string; products: readonly string[] }): Decide {
  return takeStep(visit, id, 'asked', { data: { ...said } });
}

/** 送 */
export function seeOffVisit(id: string): Decide {
  return takeStep(visit, id, 'seen-off');
}

/** Another host takes over. */
export function assignVisit(id: string, owner: string): Decide {
  return takeStep(visit, id, 'assigned', { data: { owner } });
}

/** Entered by mistake. */
export function cancelVisit(id: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(visit, id, 'cancelled', { data: { reason: reason.trim() } })(read, moment);
}

export interface VisitEnd {
  outcome: VisitOutcome;
  /** Day of the next contact, '' for none. */
  followUp: Day;
  /** Why no follow-up, or what it is about. */
  reason: string;
  /** What the follow-up task says; the reason or the need when left out. */
  task?: string;
}

/** 追: closes the visit and makes the follow-up task of its host; without a day a reason is needed (G-91). Refuses with DayIsPast. */
export function closeVisit(id: string, end: VisitEnd): Decide<{ task: string | null }> {
  return async (read, moment) => {
    const record = await readAs(read, visit, id);
    if (!record) return refuse('NotFound', { id });
    if (end.followUp !== '' && end.followUp < moment.today) return refuse('DayIsPast', { day: end.followUp });
    const reason = end.reason.trim();
    const data = { outcome: end.outcome, followUp: end.followUp, reason };
    const closed = act(visit, record, 'closed', data, moment, { 'G-91': { followUp: end.followUp, reason } });
    if (!closed.ok) return closed;
    const records = [untyped(closed.value)];
    if (end.followUp === '') return ok({ records, answer: { task: null } });
    const { name, phone, need } = record.body;
    const text = end.task?.trim() || reason || need || name || phone || '—';
    const made = commitNew(task, { type: 'follow-up', due: end.followUp, text: text.slice(0, 300), phone }, moment, {
      owner: record.owner,
      party: record.party,
      source: id,
    });
    if (!made.ok) return made;
    return ok({ records: [...records, untyped(made.value)], answer: { task: made.value.id } });
  };
}

/** The visit belongs to a customer's file from now on. Refuses with NotFound, CustomerIsMerged. */
export function linkVisit(id: string, customerId: string): Decide {
  return async (read, moment) => {
    const file = await readAs(read, customer, customerId);
    if (!file) return refuse('NotFound', { id: customerId });
    if (file.status === 'merged') return refuse('CustomerIsMerged', { name: file.body.name });
    return takeStep(visit, id, 'linked', { data: { customer: customerId } })(read, moment);
  };
}
