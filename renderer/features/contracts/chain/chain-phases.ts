import type { ChainStep, ChainStepId } from '#shared/modules/contract/chain-shape.ts';

/** The rows of the picture, each read from left to right. */
const phases = {
  agreeing: ['policy', 'application', 'contract', 'countersign', 'seal', 'inForce'],
  keeping: ['archive', 'handover', 'ledger'],
  performing: ['notice', 'production', 'stock', 'dispatch', 'service', 'acceptance'],
  paying: ['recovery', 'invoice', 'balance', 'commission'],
} as const satisfies Record<string, readonly ChainStepId[]>;

export type PhaseId = keyof typeof phases;

export interface Phase {
  id: PhaseId;
  steps: readonly ChainStep[];
}

/** Phases without a step are left out; a step this version does not know of a row for comes last. */
export function phasesOf(chain: readonly ChainStep[]): Phase[] {
  const order = Object.keys(phases) as PhaseId[];
  return order
    .map((id) => ({ id, steps: chain.filter(({ step }) => (phases[id] as readonly ChainStepId[]).includes(step)) }))
    .filter(({ steps }) => steps.length > 0);
}

/** The step to look at first: one that holds the chain up, otherwise the first that is due, otherwise the last that is done. */
export function currentStep(chain: readonly ChainStep[]): ChainStep | undefined {
  return chain.find(({ state }) => state === 'due' || state === 'blocked') ?? chain.findLast(({ state }) => state === 'done') ?? chain[0];
}
