/** Use cases of credit assessment (CRM-07, G-06). */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, untyped, type Moment } from '#shared/documents/act.ts';
import { submit } from '#shared/documents/approve.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { chainFor, type Chain } from '#shared/policy/approvals.ts';
import { customer } from '../customer/module.ts';
import { gradeTable, gradeUntil } from './facts.ts';
import { credit, type Credit } from './module.ts';

export interface CreditInput {
  party: string;
  grade: Credit['grade'];
  limit: number;
  days: number;
  basis: string;
  validUntil: Day;
}

/** Assesses a customer and sends the assessment to whoever fixes the grade. Refuses with NotFound, CustomerIsMerged, TextMissing, DayIsPast, GradeTooLong. */
export function assessCredit({ party, ...said }: CreditInput): Decide<{ credit: string }> {
  return async (read, moment) => {
    const file = await readAs(read, customer, party);
    if (!file) return refuse('NotFound', { id: party });
    if (file.status === 'merged') return refuse('CustomerIsMerged', { name: file.body.name });
    if (said.basis.trim() === '') return refuse('TextMissing');
    if (said.validUntil < moment.today) return refuse('DayIsPast', { day: said.validUntil });
    const until = gradeUntil(moment.today, moment.policy.parameters);
    if (said.validUntil > until) return refuse('GradeTooLong', { day: until });
    const body: Credit = { customerName: file.body.name, ...said, basis: said.basis.trim() };
    const made = commitNew(credit, body, moment, { party });
    if (!made.ok) return made;
    const sent = submit(credit, made.value, moment, { matter: 'credit', value: body.limit, chain: chainOf(body, moment) });
    return sent.ok ? ok({ records: [untyped(sent.value)], answer: { credit: sent.value.id } }) : sent;
  };
}

/** Above the table of its grade only the deputy general manager for finance fixes it. */
function chainOf({ grade, limit, days }: Credit, { policy }: Moment): Chain {
  const table = gradeTable(grade, policy.parameters);
  return limit > table.limit || days > table.days ? [['dgmFinance']] : chainFor(policy.parameters, 'credit', limit);
}

/** The grade holds no longer. Refuses with NotFound, ReasonMissing. */
export function withdrawCredit(id: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(credit, id, 'withdrawn', { data: { reason: reason.trim() } })(read, moment);
}
