/** One contract as one picture (MFG-01, CON-07): every step, how it stands, why it does not go on, who did it when, on which paper. */
import { daysBetween, dayOf } from '#shared/core/calendar.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { evaluateGate } from '#shared/policy/gate.ts';
import { gates } from '#shared/policy/gates.ts';
import { afterwards } from './chain-money.ts';
import { papersOf } from './chain-papers.ts';
import { chainSteps, type Chain, type ChainAsking, type ChainState, type ChainStep, type StepFound } from './chain-shape.ts';
import { signing } from './chain-signing.ts';
import { performing } from './chain-work.ts';
import { isInForce, type Contract } from './module.ts';

/** The chain of one contract as it stands on this desk. */
export async function chainOf(record: DocumentRecord<Contract>, read: Reader, asking: ChainAsking): Promise<ChainStep[]> {
  const chain: Chain = {
    record,
    read,
    asking,
    papers: await papersOf(read, record),
    inForce: isInForce(record.status) || record.status === 'closed',
    judge: (gate, facts) => evaluateGate(gates[gate], facts, asking.policy),
  };
  const found = [...(await signing(chain)), ...(await performing(chain)), ...(await afterwards(chain))];
  const stopped = ['returned', 'cancelled'].includes(record.status);
  return chainSteps.flatMap((id) => found.filter(({ step }) => step === id).map((one) => finish(one, stopped, asking)));
}

function finish(found: StepFound, stopped: boolean, { today, offsetMinutes }: ChainAsking): ChainStep {
  const { step, done, ready, gates: judged = [], waiting = [], event, due = '', progress = null, papers = [] } = found;
  const why = done ? [] : judged.filter(({ result }) => result !== 'passed');
  const blocked = why.some(({ result }) => result === 'blocked');
  const state: ChainState = done ? 'done' : !ready || stopped ? 'later' : blocked ? 'blocked' : 'due';
  return {
    step,
    state,
    why: state === 'later' ? [] : why,
    waiting: state === 'due' ? waiting : [],
    by: event?.by ?? '',
    at: event ? dayOf(hlcMilliseconds(event.id), offsetMinutes) : '',
    due,
    lateDays: done || stopped || due === '' ? 0 : Math.max(0, daysBetween(due, today)),
    progress,
    papers: papers.map(({ id, kind, no, title, status }) => ({ id, kind, no, title, status })),
  };
}
