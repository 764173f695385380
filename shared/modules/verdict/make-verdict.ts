import { sealRecord } from '#shared/documents/act.ts';
import { FIRST } from '#shared/documents/lifecycle.ts';
import type { AnyRecord, DocumentEvent, DocumentRecord } from '#shared/documents/record.ts';
import { JUDGE_DESK } from '#shared/exchange/books.ts';
import type { Judgement } from './judgement.ts';
import { verdict, verdictId, type Verdict } from './module.ts';

export type JudgedStatus = 'confirmed' | 'open' | 'returned';

const stepTo = { confirmed: 'confirmed', open: 'opened', returned: 'returned' } as const;

/**
 * The verdict on a paper with one more judgement. The judge alone makes them, past `act`: no post may.
 * @param before the verdict so far, null when there is none
 * @param stamp the next clock stamp, after all events of `before`
 */
export function withJudgement(
  paper: AnyRecord,
  before: AnyRecord | null,
  status: JudgedStatus,
  judgement: Judgement,
  stamp: () => string,
): DocumentRecord<Verdict> {
  const event = (type: string, data: Record<string, unknown>): DocumentEvent => ({ id: stamp(), by: '', desk: JUDGE_DESK, type, data });
  const record: AnyRecord = before ?? {
    id: verdictId(paper.id),
    kind: verdict.kind,
    v: verdict.v,
    no: '',
    branch: paper.branch,
    desk: JUDGE_DESK,
    owner: paper.owner,
    party: paper.party,
    source: paper.id,
    day: paper.day,
    seek: '',
    status: verdict.lifecycle.initial,
    amount: 0,
    title: '',
    body: { judged: paper.id, judgedKind: paper.kind, judgedNo: paper.no },
    events: [event(FIRST, {})],
  };
  const judged = event(stepTo[status], { ...judgement });
  return verdict.read(sealRecord(verdict, { ...record, events: [...record.events, judged] }));
}
