import type { Role } from '#shared/policy/roles.ts';
import type { GateId } from '#shared/policy/gates.ts';
import type { DocumentEvent } from './record.ts';

export interface Step {
  from: readonly string[];
  /** Status afterwards; omitted: the event is a mark that leaves the status alone (printed, noted). */
  to?: string;
  by: readonly Role[];
  /** Event types whose author must be somebody else (requirements 5.5). */
  otherThan?: readonly string[];
  gates?: readonly GateId[];
  /** Somebody waits for it: the document stands in the inbox of those who may take this step. */
  awaited?: boolean;
  /** Waited for from this event on until the step is taken; for a mark, which leaves the status alone. */
  after?: string;
}

export interface Lifecycle {
  /** Status after the first event. */
  initial: string;
  /** Where it depends on what the document is: a policy that a branch was founded with never was a draft. One of the statuses. */
  initialOf?(body: unknown): string;
  steps: Readonly<Record<string, Step>>;
}

/** The first event of every document. */
export const FIRST = 'committed';

/**
 * Status is a fold over the events in clock order. An event whose step does not start at the status reached (two desks
 * acted on the same paper offline) stays in the history without effect; `ignored` lists those.
 */
export function foldStatus(lifecycle: Lifecycle, events: readonly DocumentEvent[], body?: unknown): { status: string; ignored: string[] } {
  let status = lifecycle.initialOf?.(body) ?? lifecycle.initial;
  const ignored: string[] = [];
  for (const event of events) {
    if (event.type === FIRST) continue;
    const step = lifecycle.steps[event.type];
    if (!step || step.to === undefined) continue;
    if (step.from.includes(status)) status = step.to;
    else ignored.push(event.id);
  }
  return { status, ignored };
}
