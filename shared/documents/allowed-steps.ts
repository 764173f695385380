import { mayAct } from './act.ts';
import type { AnyModule } from './module.ts';
import type { AnyRecord } from './record.ts';
import type { Refusal } from '#shared/core/result.ts';
import type { GateId } from '#shared/policy/gates.ts';
import type { Actor } from '#shared/policy/roles.ts';

/** A step that leads on from where the document is: open to this person (`gates` are judged when it is taken), or why not. */
export interface StepOffer {
  step: string;
  /** Status afterwards; null for a mark that leaves it alone. */
  to: string | null;
  gates: readonly GateId[];
  refusal: Refusal | null;
}

/** What can happen to the document now, and who may not do it: PostMayNot, MustBeAnother. Steps of other statuses are left out. */
export function allowedSteps(
  module: Pick<AnyModule, 'kind' | 'lifecycle'>,
  record: Pick<AnyRecord, 'status' | 'events'>,
  actor: Actor,
): StepOffer[] {
  return Object.entries(module.lifecycle.steps)
    .filter(([, step]) => step.from.includes(record.status))
    .map(([name, step]) => {
      const allowed = mayAct(module, record, name, actor);
      return { step: name, to: step.to ?? null, gates: step.gates ?? [], refusal: allowed.ok ? null : allowed.refusal };
    });
}
