import { canonicalJson } from '#shared/core/canonical.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { decisionOf, judgementOf, type Judgement } from '#shared/modules/verdict/judgement.ts';
import type { JudgedStatus } from '#shared/modules/verdict/make-verdict.ts';
import type { ClaimHeld } from './claims.ts';
import type { Finding } from './findings.ts';

/** Statuses in which a paper counts no more: whatever was wrong with it is done with. */
const over: Readonly<Record<string, readonly string[]>> = {
  application: ['refused', 'withdrawn'],
  contract: ['returned', 'cancelled'],
  notice: ['refused', 'cancelled'],
  workorder: ['returned', 'cancelled'],
  acceptance: ['withdrawn'],
  order: ['voided', 'returned'],
  receipt: ['reversed', 'offset'],
  invoice: ['returned', 'refused', 'withdrawn', 'reversed'],
  credit: ['returned', 'refused', 'withdrawn'],
  interest: ['returned', 'refused', 'waived'],
  commission: ['returned', 'refused'],
  expense: ['returned', 'refused', 'withdrawn'],
  dispatch: ['returned', 'cancelled'],
  gatepass: ['stopped'],
  inbound: ['reversed'],
  pickup: ['cancelled'],
  return: ['refused', 'withdrawn'],
  handover: ['refused'],
  customer: ['merged', 'withdrawn'],
  visit: ['cancelled'],
  opening: ['undone'],
  import: ['undone'],
};

export interface Opinion {
  status: JudgedStatus;
  judgement: Judgement;
}

/** What the judge thinks of a paper: returned when a gate says no or goods left that were not there, open when a person should look at it. */
export function opinionOn(paper: AnyRecord, findings: readonly Finding[], claims: readonly ClaimHeld[]): Opinion {
  const upTo = paper.events.at(-1)?.id ?? '';
  const counting = over[paper.kind]?.includes(paper.status) ? findings.flatMap(doneAfterwards) : findings;
  const found = counting.flatMap(({ reasons }) => reasons);
  const gates = counting.flatMap((finding) => finding.gates);
  const reasons = [...found, ...claims.map(({ reason }) => reason)];
  const others = [...new Set(claims.map(({ first }) => first))].filter((id) => id !== '');
  const status = counting.some(({ isGrave }) => isGrave) ? 'returned' : reasons.length + gates.length > 0 ? 'open' : 'confirmed';
  return { status, judgement: { reasons, gates, others, upTo } as Judgement };
}

/** Of a paper that counts no more: what was done on it all the same. */
function doneAfterwards({ reasons, isGrave }: Finding): Finding[] {
  const late = reasons.filter(({ code }) => code === 'StepTooLate');
  return isGrave && late.length > 0 ? [{ reasons: late, gates: [], isGrave }] : [];
}

/** Whether the opinion is to be written: the paper was judged at its desk, or there is something to say, and it was not said already. */
export function isNews(paper: AnyRecord, opinion: Opinion, verdict: AnyRecord | null): boolean {
  if (!verdict) return opinion.status !== 'confirmed' || paper.events.some(({ stamp }) => stamp !== undefined);
  const said = judgementOf(verdict);
  // What a person has dealt with stays dealt with, unless there is more now.
  if (decisionOf(verdict) && verdict.status === 'settled') return !isWithin(opinion.judgement, said);
  return opinion.status !== verdict.status || !isWithin(opinion.judgement, said) || !isWithin(said, opinion.judgement);
}

function isWithin(part: Judgement, whole: Judgement): boolean {
  const known = new Set([...whole.reasons, ...whole.gates, ...whole.others].map(canonicalJson));
  return [...part.reasons, ...part.gates, ...part.others].every((one) => known.has(canonicalJson(one)));
}
