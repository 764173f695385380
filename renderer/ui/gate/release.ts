import type { Overrides } from '#shared/documents/act.ts';
import type { GateOutcome, Override } from '#shared/policy/gate.ts';
import { gates, type GateId } from '#shared/policy/gates.ts';
import { holdsAny, type Actor } from '#shared/policy/roles.ts';
import type { PinAnswer } from '../pin-answer.ts';

/** How a blocked step may be let pass. */
export interface Release {
  /** Who is signed in. */
  actor: Actor;
  /** Tries the step again with these. */
  onRelease: (overrides: Overrides) => void | Promise<unknown>;
  /** Colleagues who may release at this desk with their own PIN. */
  others?: readonly Actor[];
  /** Needed for `others`. */
  verify?: (staffId: string, pin: string) => Promise<PinAnswer>;
}

export const LEAST_REASON = 4;

export function isLongEnough(reason: string): boolean {
  return [...reason.trim()].length >= LEAST_REASON;
}

/** Who of these may let every one of the gates pass. */
export function releasersOf(outcomes: readonly GateOutcome[], people: readonly Actor[]): Actor[] {
  return people.filter((person) => outcomes.every((outcome) => holdsAny(person, outcome.override)));
}

export function overridesOf(outcomes: readonly GateOutcome[], override: Override): Overrides {
  const overrides: Overrides = {};
  for (const { gate } of outcomes) if (isGateId(gate)) overrides[gate] = override;
  return overrides;
}

function isGateId(gate: string): gate is GateId {
  return gate in gates;
}
