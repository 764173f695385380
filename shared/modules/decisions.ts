/** Deciding on papers that wait for a signature, one or many, of any kind (QPA-06). */
import { ok, refuse, type Refusal } from '#shared/core/result.ts';
import { untyped, type Moment, type Overrides } from '#shared/documents/act.ts';
import { decide, recall, type Verb } from '#shared/documents/approve.ts';
import type { AnyModule, Module } from '#shared/documents/module.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { decisionFacts } from './decision-facts.ts';
import { deputiesOf } from './delegation/rules.ts';
import { moduleOf } from './registry.ts';

export interface DecisionOn {
  verb: Verb;
  /** Needed for sending back and refusing. */
  comment: string;
  overrides?: Overrides;
}

/**
 * Signs, sends back or refuses one paper. A manager who signs at somebody else's desk is the moment's actor, after the own PIN.
 * Refuses with NotFound, NotWaiting, ApprovalStale, MustBeAnother, PostMayNot, ReasonMissing, or Blocked by the step's gates.
 */
export function decideOn(id: string, decision: DecisionOn): Decide {
  return async (read, moment) => {
    const decided = await decideOne(read, moment, id, decision);
    return decided.ok ? ok({ records: [decided.value], answer: null }) : decided;
  };
}

/** Each by itself: what cannot be decided is named and stays, the rest is decided in one write. */
export function decideOnMany(
  ids: readonly string[],
  decision: DecisionOn,
): Decide<{ decided: string[]; refused: { id: string; refusal: Refusal }[] }> {
  return async (read, moment) => {
    const records: AnyRecord[] = [];
    const refused: { id: string; refusal: Refusal }[] = [];
    for (const id of new Set(ids)) {
      const decided = await decideOne(read, moment, id, decision);
      if (decided.ok) records.push(decided.value);
      else refused.push({ id, refusal: decided.refusal });
    }
    return ok({ records, answer: { decided: records.map((record) => record.id), refused } });
  };
}

/** Takes one's own paper back before it is decided. Refuses with NotFound, NotWaiting, OnlySubmitter. */
export function recallOne(id: string, comment: string): Decide {
  return async (read, moment) => {
    const record = await read.get(id);
    const module = record && moduleOf(record.kind);
    if (!record || !module) return refuse('NotFound', { id });
    const back = recall(anyBody(module), record, moment, comment);
    return back.ok ? ok({ records: [untyped(back.value)], answer: null }) : back;
  };
}

async function decideOne(read: Reader, moment: Moment, id: string, { verb, comment, overrides }: DecisionOn) {
  const record = await read.get(id);
  const module = record && moduleOf(record.kind);
  if (!record || !module?.lifecycle.steps.endorsed) return refuse('NotFound', { id });
  const deputies = await deputiesOf(read, moment.actor.id, moment.today);
  const facts = verb === 'sign' ? await decisionFacts(read, record, moment.policy.parameters) : {};
  return decide(anyBody(module), record, moment, { verb, comment, deputies, facts, overrides });
}

/** A signature looks at the events and never at the body. */
function anyBody(module: AnyModule): Module<Record<string, unknown>> {
  return { ...module, read: (row: AnyRecord) => row } as Module<Record<string, unknown>>;
}
