import type { Parameters } from './gate.ts';
import { gates } from './gates.ts';

/** Thresholds that rules read outside any gate, with their defaults. Days, minutes and thousandths as named. */
export const ruleParameters = {
  /** Days after which a customer file is due for review, by class (CRM-03, CRM-04). */
  'customer.review_days_key': 30,
  'customer.review_days_potential': 60,
  'customer.review_days_ordinary': 180,
  /** A visitor waits longer than this ungreeted: warning at the door (RCP-03). */
  'reception.greet_minutes': 3,
  /** Hours somebody is to be at the door, 'HH:MM' (S11.9). */
  'reception.duty_from': '09:00',
  'reception.duty_to': '20:00',
  /** A signed copy is late after so many days (DSP-04). */
  'dispatch.signed_copy_days': 3,
  /** Upper edges of the age classes of debts and unsigned slips, in days. */
  'receivable.age_days_1': 30,
  'receivable.age_days_2': 60,
  'receivable.age_days_3': 90,
} satisfies Parameters;

type ClockParameter = 'reception.duty_from' | 'reception.duty_to';
type RuleParameter = Exclude<keyof typeof ruleParameters, ClockParameter>;

/** A rule's threshold under the policy in force. */
export function threshold(parameters: Parameters, name: RuleParameter): number {
  const value = parameters[name];
  return typeof value === 'number' ? value : ruleParameters[name];
}

/** When somebody is to be at the door, under the policy in force. */
export function dutyHours(parameters: Parameters): { from: string; to: string } {
  const clock = (name: ClockParameter) => String(parameters[name] ?? ruleParameters[name]);
  return { from: clock('reception.duty_from'), to: clock('reception.duty_to') };
}

/** Every parameter a policy may set, with its default. */
export const policyDefaults: Parameters = Object.assign({ ...ruleParameters }, ...Object.values(gates).map(({ parameters }) => parameters));
