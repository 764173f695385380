/** The sales policy: gate parameters and thresholds, one version after the other (design, idea 4). */
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import { policyDefaults } from '#shared/policy/parameters.ts';
import { clockTime } from '../fields.ts';
import { policy } from './module.ts';

/** The newest version among `issued`; two desks that issued the same number apart agree on the later document. Version 0: defaults only. */
export function newestPolicy(issued: readonly AnyRecord[]): { version: number; parameters: Parameters } {
  const newest = issued.map((row) => policy.read(row)).toSorted((a, b) => b.body.version - a.body.version || (a.id < b.id ? 1 : -1))[0];
  return newest ? { version: newest.body.version, parameters: newest.body.parameters } : { version: 0, parameters: {} };
}

export async function policyInForce(read: Reader): Promise<{ version: number; parameters: Parameters }> {
  return newestPolicy((await read.all({ kind: policy.kind })).rows);
}

/** What the policy in force sets; for figures that a screen computes with the rules' own functions. */
export async function parametersInForce(read: Reader): Promise<Parameters> {
  return (await policyInForce(read)).parameters;
}

/**
 * Puts the next version in force. Only what differs from the defaults is kept.
 * Refuses with UnknownParameter, ParameterNotAllowed, NothingChanged.
 */
export function issuePolicy(parameters: Parameters, note: string): Decide<{ version: number }> {
  return async (read, moment) => {
    const checked = checkParameters(parameters);
    if (!checked.ok) return checked;
    const whole = { ...policyDefaults, ...parameters };
    const before = await policyInForce(read);
    const kept = Object.fromEntries(Object.entries(parameters).filter(([name, value]) => value !== policyDefaults[name]));
    const same = Object.keys(whole).every((name) => whole[name] === { ...policyDefaults, ...before.parameters }[name]);
    if (same && before.version > 0) return refuse('NothingChanged');
    const version = before.version + 1;
    const made = commitNew(policy, { version, parameters: kept, note: note.trim() }, moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: { version } }) : made;
  };
}

/** Known names, values of the default's type (texts are clock times), pairs in order. Refuses with UnknownParameter, ParameterNotAllowed. */
export function checkParameters(parameters: Parameters): Result<null> {
  for (const [name, value] of Object.entries(parameters)) {
    const standard = policyDefaults[name];
    if (standard === undefined) return refuse('UnknownParameter', { name });
    const bad =
      typeof value !== typeof standard ||
      (typeof value === 'string' && !clockTime.safeParse(value).success) ||
      (typeof value === 'number' && (!Number.isSafeInteger(value) || value < 0));
    if (bad) return refuse('ParameterNotAllowed', { name, value: String(value) });
  }
  const whole = { ...policyDefaults, ...parameters };
  const crossed = ranges.find(([least, most]) => (whole[least] ?? 0) > (whole[most] ?? 0));
  return crossed ? refuse('ParameterNotAllowed', { name: crossed[1], value: String(whole[crossed[1]]) }) : ok(null);
}

/** Pairs of which the first may not be larger than the second. */
const ranges: readonly (readonly [string, string])[] = [
  ['reception.duty_from', 'reception.duty_to'],
  ['deposit.domestic_min', 'deposit.domestic_max'],
  ['deposit.imported_min', 'deposit.imported_max'],
  ['receivable.age_days_1', 'receivable.age_days_2'],
  ['receivable.age_days_2', 'receivable.age_days_3'],
];
