import type { Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentEvent, DocumentRecord } from '#shared/documents/record.ts';
import type { Facts, GateOutcome, Parameters } from '#shared/policy/gate.ts';
import type { GateId } from '#shared/policy/gates.ts';
import type { Role } from '#shared/policy/roles.ts';
import type { ChainPapers } from './chain-papers.ts';
import type { Contract } from './module.ts';

/** In the order of the manufacturer's chain (requirements 3.3); a step that does not belong to a contract is left out. */
export const chainSteps = [
  'policy',
  'application',
  'contract',
  'countersign',
  'seal',
  'inForce',
  'archive',
  'handover',
  'ledger',
  'notice',
  'production',
  'stock',
  'dispatch',
  'service',
  'acceptance',
  'recovery',
  'invoice',
  'balance',
  'commission',
] as const;
export type ChainStepId = (typeof chainSteps)[number];

/** done; due: its turn, somebody has to act; blocked: its turn, and a gate says no; later: the steps before it come first. */
export type ChainState = 'done' | 'due' | 'blocked' | 'later';

export interface ChainPaper {
  id: string;
  kind: string;
  no: string;
  title: string;
  status: string;
}

export interface ChainStep {
  step: ChainStepId;
  state: ChainState;
  /** Gates that say no or warn, with their numbers. */
  why: readonly GateOutcome[];
  /** Whose turn it is, when it is due. */
  waiting: readonly Role[];
  /** Staff id and day of the event that finished it, or brought it as far as it is; '' when nothing happened. */
  by: string;
  at: Day | '';
  /** Last day by which it is to be done, '' when none is set; days past it. */
  due: Day | '';
  lateDays: number;
  /** How much of it is done: fen or thousandths. */
  progress: { done: number; all: number; measure: 'money' | 'quantity' } | null;
  papers: readonly ChainPaper[];
}

export interface ChainAsking {
  today: Day;
  /** Of the branch's own time, minutes east of UTC. */
  offsetMinutes: number;
  policy: { version: number; parameters: Parameters };
}

/** What the steps look at. */
export interface Chain {
  record: DocumentRecord<Contract>;
  read: Reader;
  papers: ChainPapers;
  asking: ChainAsking;
  inForce: boolean;
  judge(gate: GateId, facts: Facts): GateOutcome;
}

/** What a step says of itself; the state follows. */
export interface StepFound {
  step: ChainStepId;
  done: boolean;
  /** Its turn has come. */
  ready: boolean;
  gates?: readonly GateOutcome[];
  waiting?: readonly Role[];
  event?: DocumentEvent | undefined;
  due?: Day | '';
  progress?: ChainStep['progress'];
  papers?: readonly AnyRecord[];
}

/** The newest event of this type on any of the papers. */
export function lastEvent(papers: readonly Pick<AnyRecord, 'events'>[], ...types: readonly string[]): DocumentEvent | undefined {
  return papers
    .flatMap(({ events }) => events.filter(({ type }) => types.includes(type)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1);
}
