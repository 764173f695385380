import type { Parameters } from './gate.ts';
import { approvalParameters } from './approvals.ts';
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
  /** 定金 above this share of the price has no effect in law (Civil Code, art. 586). */
  'deposit.earnest_max_pct': 20,
  /** Months a credit grade holds; limit in fen and term in days of each grade (CRM-07). */
  'credit.grade_valid_months': 12,
  'credit.limit_A': 50_000_000,
  'credit.limit_B': 20_000_000,
  'credit.limit_C': 5_000_000,
  'credit.limit_D': 0,
  'credit.days_A': 90,
  'credit.days_B': 60,
  'credit.days_C': 30,
  'credit.days_D': 0,
  /** Ten-thousandths per day of overdue money; 0: the company has fixed no rate (PAY-06). */
  'overdue.interest_rate': 0,
  /** Days a dunning letter leaves to pay. */
  'overdue.letter_days': 7,
  /** Ten-thousandths of collected money, the salesperson's and the department's; 0: not fixed (STF-09). */
  'commission.rate': 0,
  'commission.department_rate': 0,
  /** By product group, see `commission-rates.ts`; '': the usual rate for all. */
  'commission.rate_table': '',
  /** Days a quotation holds when nothing else is agreed (QPA-02). */
  'quotation.valid_days': 30,
} satisfies Parameters;

type ClockParameter = 'reception.duty_from' | 'reception.duty_to';
type TextParameter = ClockParameter | 'commission.rate_table';
type RuleParameter = Exclude<keyof typeof ruleParameters, TextParameter>;

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
export const policyDefaults: Parameters = Object.assign(
  { ...ruleParameters, ...approvalParameters },
  ...Object.values(gates).map(({ parameters }) => parameters),
);
