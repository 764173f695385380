import { ok, refuse, type Result } from '#shared/core/result.ts';
import { parseMatrix, parsePosts } from '#shared/policy/approvals.ts';
import { parseRates } from '#shared/policy/commission-rates.ts';
import { parseStandards } from '#shared/policy/expense-standards.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import { policyDefaults } from '#shared/policy/parameters.ts';
import { clockTime } from '../fields.ts';

/** Known names, values of the default's type, pairs in order. Refuses with UnknownParameter, ParameterNotAllowed. */
export function checkParameters(parameters: Parameters): Result<null> {
  for (const [name, value] of Object.entries(parameters)) {
    const standard = policyDefaults[name];
    if (standard === undefined) return refuse('UnknownParameter', { name });
    const bad =
      typeof value !== typeof standard ||
      (typeof value === 'string' && !isText(name, value)) ||
      (typeof value === 'number' && (!Number.isSafeInteger(value) || value < 0));
    if (bad) return refuse('ParameterNotAllowed', { name, value: String(value) });
  }
  const whole = { ...policyDefaults, ...parameters };
  const crossed = ranges.find(([least, most]) => (whole[least] ?? 0) > (whole[most] ?? 0));
  return crossed ? refuse('ParameterNotAllowed', { name: crossed[1], value: String(whole[crossed[1]]) }) : ok(null);
}

/** Texts are of five sorts, told apart by name and default: rows of the authority matrix, standards of spending, rates of commission, posts, clock times. */
function isText(name: string, value: string): boolean {
  const standard = String(policyDefaults[name]);
  if (name.startsWith('approval.')) return parseMatrix(value) !== null;
  if (name === 'commission.rate_table') return parseRates(value) !== null;
  if (name === 'expense.standards') return parseStandards(value) !== null;
  return parsePosts(standard) === null ? clockTime.safeParse(value).success : parsePosts(value) !== null;
}

/** Pairs of which the first may not be larger than the second. */
const ranges: readonly (readonly [string, string])[] = [
  ['reception.duty_from', 'reception.duty_to'],
  ['deposit.domestic_min', 'deposit.domestic_max'],
  ['deposit.imported_min', 'deposit.imported_max'],
  ['receivable.age_days_1', 'receivable.age_days_2'],
  ['receivable.age_days_2', 'receivable.age_days_3'],
];
