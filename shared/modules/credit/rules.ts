/** Use cases of credit assessment (CRM-07, G-06). */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { holdsAny } from '#shared/policy/roles.ts';
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

/** Assesses a customer. Refuses with NotFound, CustomerIsMerged, TextMissing, DayIsPast, GradeTooLong. */
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
    return made.ok ? ok({ records: [untyped(made.value)], answer: { credit: made.value.id } }) : made;
  };
}

/**
 * Fixes the grade; never the assessor. Above the table of its grade only the deputy general manager for finance may.
 * Refuses with NotFound, AboveGradeTable.
 */
export function approveCredit(id: string): Decide {
  return async (read, moment) => {
    const record = await readAs(read, credit, id);
    if (!record) return refuse('NotFound', { id });
    const { grade, limit, days } = record.body;
    const table = gradeTable(grade, moment.policy.parameters);
    if ((limit > table.limit || days > table.days) && !holdsAny(moment.actor, ['dgmFinance'])) {
      return refuse('AboveGradeTable', { grade, limit: table.limit, days: table.days });
    }
    const approved = act(credit, record, 'approved', {}, moment);
    return approved.ok ? ok({ records: [untyped(approved.value)], answer: null }) : approved;
  };
}

export function refuseCredit(id: string, reason: string): Decide {
  return withReason(id, 'refused', reason);
}

export function withdrawCredit(id: string, reason: string): Decide {
  return withReason(id, 'withdrawn', reason);
}

function withReason(id: string, step: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(credit, id, step, { data: { reason: reason.trim() } })(read, moment);
}
