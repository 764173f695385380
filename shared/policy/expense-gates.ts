import { number } from './conditions.ts';
import { expenseStandards } from './expense-standards.ts';
import type { Gate } from './gate.ts';

/** Gates of expense claims (requirements 3.1). */
export const expenseGates = {
  /** Facts: vouchers (originals for every line, seen by whoever pays), trip (the claim is for one), report (filed), supervisor (signed). */
  'G-46': {
    id: 'G-46',
    class: 'H',
    parameters: { 'expense.voucher_required': true, 'expense.report_before_claim': true },
    override: [],
    check: (facts, parameters) => {
      const missing = [
        ...(facts.vouchers === true || parameters['expense.voucher_required'] === false ? [] : ['vouchers']),
        ...(facts.trip === false || facts.report === true || parameters['expense.report_before_claim'] === false ? [] : ['report']),
        ...(facts.supervisor === true ? [] : ['supervisor']),
      ];
      return missing.length === 0 ? true : { missing: missing.join(','), count: missing.length };
    },
  },
  /** Facts: judged (the lines were held against the standards), over (fen above them or out of scope), sorts (of spending, 'lodging,meals'). */
  'G-47': {
    id: 'G-47',
    class: 'H',
    parameters: { 'expense.standards': expenseStandards },
    override: ['manager'],
    check: (facts) =>
      facts.judged === true && number(facts.over) === 0
        ? true
        : { missing: typeof facts.sorts === 'string' && facts.sorts !== '' ? facts.sorts : 'other', over: number(facts.over) },
  },
} satisfies Record<string, Gate>;
