/** Use cases of on-site work (AFS-05, MFG-04, S5.38–S5.40). */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { DocumentEvent } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { firstPaymentFacts, inForceFacts, readContract } from '../contract/facts.ts';
import { beginPerformance } from '../contract/life.ts';
import { workorder, type WorkOrder } from './module.ts';

export type WorkInput = Pick<WorkOrder, 'job' | 'site' | 'contact' | 'phone' | 'work' | 'wantedOn' | 'notes'>;

/** Refuses with NotFound, SiteMissing, TextMissing, or Blocked by G-17. */
export function writeWorkOrder(contractId: string, input: WorkInput): Decide<{ workorder: string }> {
  return async (read, moment) => {
    const agreed = await readContract(read, contractId);
    if (!agreed) return refuse('NotFound', { id: contractId });
    const site = input.site.trim() || agreed.body.deliverTo || agreed.body.address;
    if (site === '') return refuse('SiteMissing');
    if (input.work.trim() === '') return refuse('TextMissing');
    const body = {
      ...input,
      site,
      work: input.work.trim(),
      contract: contractId,
      contractNo: agreed.no,
      customerName: agreed.body.customerName,
    };
    const made = commitNew(workorder, body, moment, {
      party: agreed.party,
      source: contractId,
      gates: ['G-17'],
      facts: { 'G-17': inForceFacts(agreed) },
    });
    if (!made.ok) return made;
    const begun = beginPerformance(agreed, { kind: workorder.kind, paper: made.value.id }, moment);
    return begun.ok ? ok({ records: [untyped(made.value), ...begun.value], answer: { workorder: made.value.id } }) : begun;
  };
}

/** The sales manager signs (G-41); never the one who wrote it. */
export function signWorkOrder(id: string): Decide {
  return takeStep(workorder, id, 'signed');
}

/** Refuses with ReasonMissing. */
export function returnWorkOrder(id: string, reason: string): Decide {
  return withReason(id, 'returned', reason);
}

/** Refuses with ReasonMissing. */
export function cancelWorkOrder(id: string, reason: string): Decide {
  return withReason(id, 'cancelled', reason);
}

export interface Schedule {
  day: Day;
  /** Staff ids; the first leads. */
  crew: readonly string[];
}

/** Crew and day; again to change them. Refuses with NotFound, CrewMissing, DayIsPast, or Blocked by G-40 (first instalment), G-41 (signature). */
export function scheduleWork(id: string, { day, crew }: Schedule): Decide {
  return async (read, moment) => {
    const job = await readAs(read, workorder, id);
    const agreed = job && (await readContract(read, job.body.contract));
    if (!job || !agreed) return refuse('NotFound', { id });
    if (crew.length === 0) return refuse('CrewMissing');
    if (day < moment.today) return refuse('DayIsPast', { day });
    const facts = { 'G-40': await firstPaymentFacts(read, agreed), 'G-41': signedFacts(job) };
    const scheduled = act(workorder, job, 'scheduled', { day, crew: [...crew] }, moment, facts);
    return scheduled.ok ? ok({ records: [untyped(scheduled.value)], answer: null }) : scheduled;
  };
}

/** What G-41 reads. */
export function signedFacts(record: { events: readonly DocumentEvent[] }): Facts {
  return { signedByManager: record.events.some(({ type }) => type === 'signed') };
}

/** The crew is done; the customer's acceptance report comes next (AFS-06). */
export function finishWork(id: string, note: string): Decide {
  return async (read, moment) => takeStep(workorder, id, 'done', { data: { day: moment.today, note: note.trim() } })(read, moment);
}

function withReason(id: string, step: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(workorder, id, step, { data: { reason: reason.trim() } })(read, moment);
}
