import type { Day } from '#shared/core/calendar.ts';
import type { Moment } from '#shared/documents/act.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { policy } from '#shared/modules/policy/module.ts';
import { readableBy } from './contribution.ts';

/** The gates' own defaults, until a policy is issued. */
const defaults: Moment['policy'] = { version: 0, parameters: {} };

export interface PolicyInForce {
  /** The newest policy whose day has come. */
  on(day: Day): Moment['policy'];
  saw(records: readonly AnyRecord[]): void;
  forget(): void;
}

/** Policies are few and every decision needs one: they stay in memory. */
export function createPolicyInForce(): PolicyInForce {
  let issued: AnyRecord[] = [];
  return {
    on: (day) => {
      const record = issued.find((candidate) => candidate.day <= day);
      if (!record) return defaults;
      const { version, parameters } = policy.read(record).body;
      return { version, parameters };
    },
    saw: (records) => {
      const seen = records.filter((record) => record.kind === policy.kind && readableBy(record));
      if (seen.length === 0) return;
      const ids = new Set(seen.map(({ id }) => id));
      issued = [...issued.filter(({ id }) => !ids.has(id)), ...seen].sort((a, b) => (a.seek < b.seek ? -1 : 1));
    },
    forget: () => {
      issued = [];
    },
  };
}
