import { number } from './conditions.ts';
import type { Gate } from './gate.ts';

/** Gates of credit, collection, invoice and commission (requirements 3.1). Amounts in fen. */
export const moneyGates = {
  /**
   * A credit grade in force before goods or work go out ahead of the money. Facts: use ('account' | 'contract'), graded, lapsedDays
   * (days since the grade ran out, 0 while it is good), credit (what would be owed).
   */
  'G-06': {
    id: 'G-06',
    class: 'H',
    parameters: { 'credit.required_account': false, 'credit.required_contract': false },
    override: ['finance', 'dgmFinance'],
    check: (facts, parameters) => {
      const wanted = facts.use !== 'account' || parameters['credit.required_account'] === true;
      if (facts.use === 'contract' && parameters['credit.required_contract'] !== true) return true;
      if (!wanted || (typeof facts.credit === 'number' && facts.credit <= 0)) return true;
      const lapsedDays = number(facts.lapsedDays);
      return facts.graded === true && lapsedDays <= 0 ? true : { credit: number(facts.credit), lapsedDays };
    },
  },
  /** Facts: stage ('request' | 'issue'), total and received of the contract, signed by the deputy general manager for finance. */
  'G-39': {
    id: 'G-39',
    class: 'H',
    parameters: { 'invoice.min_recovered_pct': 60, 'invoice.boundary_inclusive': true },
    override: [],
    check: (facts, parameters) => {
      const total = number(facts.total);
      const received = number(facts.received);
      const percent = number(parameters['invoice.min_recovered_pct']);
      const have = BigInt(received) * 100n;
      const want = BigInt(total) * BigInt(percent);
      const enough = total > 0 && (parameters['invoice.boundary_inclusive'] === true ? have >= want : have > want);
      if (enough && (facts.stage === 'request' || facts.signed === true)) return true;
      const missing = enough ? 0 : Math.max(0, Number((want - have + 99n) / 100n));
      return { total, received, share: percentText(received, total), percent, missing, unsigned: enough ? 1 : 0 };
    },
  },
  /** Facts: service (on-site work belongs to the contract), acceptance (a signed report is there). */
  'G-42': {
    id: 'G-42',
    class: 'H',
    parameters: { 'service.acceptance_before_invoice': true },
    override: [],
    check: (facts, parameters) =>
      parameters['service.acceptance_before_invoice'] !== true || facts.service === false || facts.acceptance === true
        ? true
        : { missing: 'acceptance' },
  },
  /**
   * No contract, no commission; none on money that has not come. Facts: stage ('provision' | 'payout'), contract, recovered (money the
   * sheet rests on), amount (of the sheet; money taken back needs no recovery), finance, financeDgm and gm (each has signed).
   */
  'G-43': {
    id: 'G-43',
    class: 'H',
    parameters: { 'commission.contract_required': true },
    override: [],
    check: (facts, parameters) => {
      const missing = [
        ...(facts.contract === true || parameters['commission.contract_required'] === false ? [] : ['contract']),
        ...(number(facts.recovered) > 0 || (typeof facts.amount === 'number' && facts.amount <= 0) ? [] : ['recovered']),
        ...(facts.stage === 'provision' ? [] : ['finance', 'financeDgm', 'gm'].filter((signer) => facts[signer] !== true)),
      ];
      return missing.length === 0 ? true : { missing: missing.join(','), recovered: number(facts.recovered) };
    },
  },
  /** The ladder of overdue money: each rung only after its days. Facts: rung ('interest' | 'setoff' | 'legal'), overdueDays, amount. */
  'G-44': {
    id: 'G-44',
    class: 'C',
    parameters: { 'overdue.interest_after_days': 1, 'overdue.setoff_after_days': 30, 'overdue.legal_after_days': 180 },
    override: ['dgmFinance'],
    check: (facts, parameters) => {
      const after = parameters[`overdue.${facts.rung}_after_days`];
      const overdueDays = number(facts.overdueDays);
      if (typeof after === 'number' && overdueDays >= after && number(facts.amount) > 0) return true;
      return { amount: number(facts.amount), overdueDays, after: number(after) };
    },
  },
  /** Facts: counted (both books were compared), differences (open ones), amount (their sum). */
  'G-45': {
    id: 'G-45',
    class: 'H',
    parameters: {},
    override: ['dgmFinance'],
    check: (facts) =>
      facts.counted === true && number(facts.differences) === 0
        ? true
        : { differences: number(facts.differences), amount: number(facts.amount) },
  },
  /** The balance came by the agreed day. A deadline: it warns. Facts: open, overdueDays. */
  'G-95': {
    id: 'G-95',
    class: 'T',
    parameters: {},
    override: ['manager', 'dgmFinance'],
    check: (facts) =>
      typeof facts.open === 'number' && (facts.open <= 0 || number(facts.overdueDays) <= 0)
        ? true
        : { open: number(facts.open), overdueDays: number(facts.overdueDays) },
  },
} satisfies Record<string, Gate>;

/** 59.99 for 59.999: cut, never rounded up to a share that was not reached. */
function percentText(part: number, whole: number): string {
  if (whole <= 0) return '0.00';
  const hundredths = (BigInt(Math.max(0, part)) * 10_000n) / BigInt(whole);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
