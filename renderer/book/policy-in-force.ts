import type { Day } from '#shared/core/calendar.ts';
import type { Moment } from '#shared/documents/act.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { policy } from '#shared/modules/policy/module.ts';
import { newestPolicy } from '#shared/modules/policy/rules.ts';
import { readableBy } from './contribution.ts';

export interface PolicyInForce {
  on(day: Day): Moment['policy'];
  saw(records: readonly AnyRecord[]): void;
  forget(): void;
}

/** Policies are few and every decision needs one: they stay in memory. */
export function createPolicyInForce(): PolicyInForce {
  let issued: AnyRecord[] = [];
  return {
    on: (day) => newestPolicy(issued, day),
    saw: (records) => {
      const seen = records.filter((record) => record.kind === policy.kind && readableBy(record));
      if (seen.length === 0) return;
      const ids = new Set(seen.map(({ id }) => id));
      issued = [...issued.filter(({ id }) => !ids.has(id)), ...seen];
    },
    forget: () => {
      issued = [];
    },
  };
}
