import type { GateStamp } from '#shared/documents/record.ts';
import type { Actor, Role } from './roles.ts';
import { holdsAny } from './roles.ts';

/** What a gate reads, flat, so that the stamp on the event can keep it as it was. Amounts in fen, quantities in thousandths. */
export type Facts = Readonly<Record<string, string | number | boolean>>;
export type Parameters = Readonly<Record<string, number | boolean | string>>;

/** H hard · A approval must exist · T deadline · Q quota · W warning, passes with a reason · C consequence. */
export type GateClass = 'H' | 'A' | 'T' | 'Q' | 'W' | 'C';

export interface Gate {
  id: string;
  class: GateClass;
  /** Defaults; the sales policy in force may set others (`policy.parameters`). */
  parameters: Parameters;
  /** true when the condition holds; otherwise the values the explanation shows. */
  check(facts: Facts, parameters: Parameters): true | Readonly<Record<string, string | number>>;
  /** Who may let it pass all the same, with a reason; empty: nobody. */
  override: readonly Role[];
}

export interface GateOutcome {
  gate: string;
  result: 'passed' | 'warned' | 'overridden' | 'blocked';
  /** For the explanation at `i18n gates.<id>`: the numbers behind "no". */
  values: Readonly<Record<string, string | number>>;
  /** Who could let it pass. */
  override: readonly Role[];
  stamp: GateStamp;
}

export interface Override {
  by: Actor;
  reason: string;
}

/** Evaluates one gate. The same function runs at the desk before the action and at the central judge afterwards. */
export function evaluateGate(
  gate: Gate,
  facts: Facts,
  policy: { version: number; parameters: Parameters },
  override?: Override,
): GateOutcome {
  const verdict = gate.check(facts, { ...gate.parameters, ...policy.parameters });
  const values = verdict === true ? {} : verdict;
  const overridden = verdict !== true && override !== undefined && override.reason.trim() !== '' && holdsAny(override.by, gate.override);
  const result = verdict === true ? 'passed' : overridden ? 'overridden' : gate.class === 'W' || gate.class === 'T' ? 'warned' : 'blocked';
  const stamp: GateStamp = { gate: gate.id, version: policy.version, result, facts: { ...facts } };
  if (overridden) {
    stamp.overriddenBy = override.by.id;
    stamp.reason = override.reason.trim();
  }
  return { gate: gate.id, result, values, override: gate.override, stamp };
}
