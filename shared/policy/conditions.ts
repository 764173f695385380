import type { Gate } from './gate.ts';

/** A gate whose facts are all conditions that must be true; the explanation names the first that is not. */
export function needs(id: string, conditions: readonly string[], rest: Partial<Gate> = {}): Gate {
  return {
    id,
    class: 'H',
    parameters: {},
    override: [],
    check: (facts) => {
      const missing = conditions.filter((condition) => facts[condition] !== true);
      return missing.length === 0 ? true : { missing: missing.join(','), count: missing.length };
    },
    ...rest,
  };
}

/** The number of a fact or parameter; 0 when it is not there. */
export const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
