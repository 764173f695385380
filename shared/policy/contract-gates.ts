import { needs, number } from './conditions.ts';
import type { Gate } from './gate.ts';

/** Gates of the contract, its production and its on-site work (requirements 3.1). */
export const contractGates = {
  /** Facts: managerSigned, gmApproved (in this order), unchanged: the body is the one that was approved. */
  'G-11': needs('G-11', ['managerSigned', 'gmApproved', 'unchanged'], { class: 'A' }),
  'G-12': needs('G-12', ['specification', 'price', 'payment', 'delivery']),
  'G-13': needs('G-13', ['law', 'policy', 'rights', 'obligations']),
  'G-14': {
    id: 'G-14',
    class: 'H',
    parameters: { 'contract.explain_ack': true },
    override: [],
    check: (facts, parameters) => {
      if (parameters['contract.explain_ack'] !== true) return true;
      const missing = ['explainedTo', 'explainedOn'].filter((fact) => typeof facts[fact] !== 'string' || facts[fact] === '');
      return missing.length === 0 ? true : { missing: missing.join(','), count: missing.length };
    },
  },
  'G-15': needs('G-15', ['salesSigned', 'financeSigned'], { class: 'A' }),
  /** Facts: type, seal, signature. An organisation: its seal and the signature of the person responsible; a person: the own signature. */
  'G-16': {
    id: 'G-16',
    class: 'H',
    parameters: {},
    override: [],
    check: (facts) => {
      const wanted = facts.type === 'person' ? ['signature'] : ['seal', 'signature'];
      const missing = wanted.filter((fact) => facts[fact] !== true);
      return missing.length === 0 ? true : { missing: missing.join(','), count: missing.length };
    },
  },
  /**
   * Facts: channel, inForce. Which channels sell without a written contract is the policy's; a channel it does not name always needs one.
   * For counter sales the sales slip stands in.
   */
  'G-17': {
    id: 'G-17',
    class: 'H',
    parameters: {
      'sale.contract_required_counter': false,
      'sale.contract_required_phone': false,
      'sale.contract_required_email': false,
      'sale.contract_required_platform': false,
      'sale.contract_required_field': false,
    },
    override: [],
    check: (facts, parameters) =>
      facts.inForce === true || parameters[`sale.contract_required_${facts.channel}`] === false ? true : { missing: 'inForce', count: 1 },
  },
  /** Facts: archived; days since it took effect. A reminder: the next step goes on, and the manager may grant more time with a reason. */
  'G-18': {
    id: 'G-18',
    class: 'T',
    parameters: { 'contract.archive_due_days': 1 },
    override: ['manager'],
    check: (facts, parameters) => {
      const allowed = number(parameters['contract.archive_due_days']);
      return facts.archived === true || (typeof facts.days === 'number' && facts.days <= allowed)
        ? true
        : { days: number(facts.days), allowed };
    },
  },
  /** Facts: open (fen still to be paid), balanceDay ('' when none is written down). */
  'G-19': {
    id: 'G-19',
    class: 'H',
    parameters: { 'contract.balance_date_required': true },
    override: [],
    check: (facts, parameters) =>
      parameters['contract.balance_date_required'] !== true ||
      (typeof facts.open === 'number' && facts.open <= 0) ||
      (typeof facts.balanceDay === 'string' && facts.balanceDay !== '')
        ? true
        : { open: number(facts.open) },
  },
  'G-20': needs('G-20', ['contractNo', 'template']),
  'G-27': needs('G-27', ['issuedByDgm', 'contract'], { class: 'A' }),
  /** Facts in fen: due (up to and with the first instalment), received. */
  'G-40': {
    id: 'G-40',
    class: 'H',
    parameters: { 'service.first_payment_required': true },
    override: [],
    check: (facts, parameters) => {
      if (parameters['service.first_payment_required'] !== true) return true;
      const missing = number(facts.due) - number(facts.received);
      return typeof facts.due === 'number' && missing <= 0
        ? true
        : { due: number(facts.due), received: number(facts.received), missing: Math.max(0, missing) };
    },
  },
  'G-41': needs('G-41', ['signedByManager'], { class: 'A' }),
  /** Facts: acknowledged. A warning: work goes on before the contract department acknowledged, and the reason is kept. */
  'G-106': {
    id: 'G-106',
    class: 'W',
    parameters: { 'contract.handover_ack': true },
    override: ['manager', 'dgmSales'],
    check: (facts, parameters) =>
      parameters['contract.handover_ack'] !== true || facts.acknowledged === true ? true : { missing: 'acknowledged', count: 1 },
  },
} satisfies Record<string, Gate>;
