/** Use cases of the acceptance report (AFS-06, S5.41). */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { workorder } from '../workorder/module.ts';
import { acceptance, type Acceptance } from './module.ts';

export type AcceptanceInput = Pick<Acceptance, 'items' | 'findings' | 'outcome' | 'photo'>;

/** The crew writes down what was found. Refuses with NotFound, WorkNotDone, FindingsMissing (something is wrong and nobody says what). */
export function reportAcceptance(workorderId: string, input: AcceptanceInput): Decide<{ acceptance: string }> {
  return async (read, moment) => {
    const job = await readAs(read, workorder, workorderId);
    if (!job) return refuse('NotFound', { id: workorderId });
    if (job.status !== 'done') return refuse('WorkNotDone', { no: job.no });
    if (input.outcome !== 'passed' && input.findings.trim() === '') return refuse('FindingsMissing');
    const doneOn = job.events.findLast(({ type }) => type === 'done')?.data.day;
    const { contract, contractNo, customerName, site } = job.body;
    const body: Acceptance = {
      ...input,
      findings: input.findings.trim(),
      contract,
      contractNo,
      customerName,
      site,
      workorder: job.id,
      workorderNo: job.no,
      doneOn: typeof doneOn === 'string' ? doneOn : moment.today,
    };
    const made = commitNew(acceptance, body, moment, { party: job.party, source: contract });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { acceptance: made.value.id } }) : made;
  };
}

/** The customer signs; the work order is accepted, or open again when the customer refused the work. Refuses with NotFound, NameMissing, DayInFuture. */
export function signAcceptance(id: string, signed: { name: string; file: string; day: Day }): Decide {
  return async (read, moment) => {
    const report = await readAs(read, acceptance, id);
    const job = report && (await readAs(read, workorder, report.body.workorder));
    if (!report || !job) return refuse('NotFound', { id });
    if (signed.name.trim() === '') return refuse('NameMissing');
    if (signed.day > moment.today) return refuse('DayInFuture', { day: signed.day });
    const done = act(acceptance, report, 'signed', { ...signed, name: signed.name.trim() }, moment);
    if (!done.ok) return done;
    const failed = report.body.outcome === 'failed';
    const step = failed ? 'reopened' : 'accepted';
    const data = failed ? { acceptance: id, reason: report.body.findings } : { acceptance: id };
    const moved = act(workorder, job, step, data, moment);
    return moved.ok ? ok({ records: [untyped(done.value), untyped(moved.value)], answer: null }) : moved;
  };
}

/** Refuses with ReasonMissing. */
export function withdrawAcceptance(id: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === ''
      ? refuse('ReasonMissing')
      : takeStep(acceptance, id, 'withdrawn', { data: { reason: reason.trim() } })(read, moment);
}
