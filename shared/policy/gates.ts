import { needs, number } from './conditions.ts';
import { contractGates } from './contract-gates.ts';
import type { Gate } from './gate.ts';
import { expenseGates } from './expense-gates.ts';
import { moneyGates } from './money-gates.ts';
import { priceGates } from './price-gates.ts';

/** Every gate (requirements 3.1). Explanations and ways out: `i18n gates`. */
export const gates = {
  ...priceGates,
  ...contractGates,
  ...moneyGates,
  ...expenseGates,
  /** Customer file complete before credit or a contract. */
  'G-05': needs('G-05', ['name', 'address', 'contact', 'phone', 'industry', 'class'], { override: ['manager'] }),
  /** Quantity, specification, price and delivery confirmed by the customer. */
  'G-21': needs('G-21', ['quantity', 'specification', 'price', 'delivery']),
  'G-22': needs('G-22', ['legality', 'accuracy', 'completeness'], { class: 'A' }),
  /** Facts: short (thousandths missing over all lines), told, choice ('' | substitute | purchase | wait). */
  'G-23': {
    id: 'G-23',
    class: 'H',
    parameters: { 'order.stock_check': true },
    override: [],
    check: (facts, parameters) =>
      parameters['order.stock_check'] !== true || number(facts.short) <= 0 || (facts.told === true && facts.choice !== '')
        ? true
        : { short: number(facts.short), lines: number(facts.lines) },
  },
  'G-24': needs('G-24', ['customerSigned', 'supervisorSigned'], { class: 'A' }),
  /** Facts: amount, group ('domestic' | 'imported' | other product groups without a range). Yuan figures of S12.23–24 in fen. */
  'G-25': {
    id: 'G-25',
    class: 'H',
    parameters: {
      'deposit.domestic_min': 500_000,
      'deposit.domestic_max': 500_000,
      'deposit.imported_min': 500_000,
      'deposit.imported_max': 1_000_000,
    },
    override: ['manager'],
    check: (facts, parameters) => {
      const least = parameters[`deposit.${facts.group}_min`];
      const most = parameters[`deposit.${facts.group}_max`];
      if (typeof least !== 'number' || typeof most !== 'number') return true;
      const amount = number(facts.amount);
      return amount >= least && amount <= most ? true : { amount, least, most };
    },
  },
  /** Facts: order, receipt, guide, envelope. A warning: an incomplete set needs the salesperson's reason. */
  'G-26': needs('G-26', ['order', 'receipt', 'guide', 'envelope'], { class: 'W', override: ['salesperson', 'cashier', 'manager'] }),
  'G-28': needs('G-28', ['inboundSlip', 'certificate']),
  'G-29': needs('G-29', ['signedByManager'], { class: 'A' }),
  /** Facts: signed, wanted and issued in thousandths per document. */
  'G-30': {
    id: 'G-30',
    class: 'H',
    parameters: { 'dispatch.qty_tolerance': 0 },
    override: [],
    check: (facts, parameters) => {
      const over = number(facts.issued) - number(facts.wanted);
      if (facts.signed !== true) return { missing: 'signed', wanted: number(facts.wanted), issued: number(facts.issued) };
      return Math.abs(over) <= number(parameters['dispatch.qty_tolerance'])
        ? true
        : { missing: 'quantity', wanted: number(facts.wanted), issued: number(facts.issued) };
    },
  },
  'G-31': needs('G-31', ['gatePass']),
  'G-32': needs('G-32', ['customerSigned']),
  'G-33': needs('G-33', ['slip']),
  'G-34': needs('G-34', ['slipNo', 'customer', 'photo', 'recorded']),
  'G-35': needs('G-35', ['pickupCopy', 'slipCopy']),
  /** Facts: due and received in fen, stamped, class; goods: whether the action hands goods over. */
  'G-36': {
    id: 'G-36',
    class: 'H',
    parameters: { 'slip.pay_before_goods_carry': true, 'slip.pay_before_goods_collect': false, 'slip.pay_before_goods_shortage': false },
    override: [],
    check: (facts, parameters) => {
      if (facts.goods === true && parameters[`slip.pay_before_goods_${facts.class}`] !== true) return true;
      const missing = number(facts.due) - number(facts.received);
      return missing <= 0 && facts.stamped === true
        ? true
        : { due: number(facts.due), received: number(facts.received), missing: Math.max(0, missing) };
    },
  },
  'G-37': needs('G-37', ['customerSigned']),
  /** Facts: held (fen not handed over from earlier days), since (day of the oldest). */
  'G-38': {
    id: 'G-38',
    class: 'H',
    parameters: { 'cash.handover_same_day': true },
    override: ['finance'],
    check: (facts, parameters) =>
      parameters['cash.handover_same_day'] !== true || number(facts.held) === 0
        ? true
        : { held: number(facts.held), since: String(facts.since ?? '') },
  },
  /**
   * Open receivables + this sale ≤ limit and nothing overdue. Facts in fen: open, sale, limit; overdueDays.
   * Kept here because an on-account slip cannot be judged without it (PAY-04).
   */
  'G-07': {
    id: 'G-07',
    class: 'H',
    parameters: { 'credit.block_overdue_days': 1 },
    override: ['finance', 'dgmFinance', 'manager'],
    check: (facts, parameters) => {
      const open = number(facts.open);
      const sale = number(facts.sale);
      const limit = number(facts.limit);
      const overdueDays = number(facts.overdueDays);
      const over = open + sale - limit;
      return over <= 0 && overdueDays < number(parameters['credit.block_overdue_days'])
        ? true
        : { open, sale, limit, over: Math.max(0, over), overdueDays };
    },
  },
  /** Facts: followUp ('' when none), reason. */
  'G-91': {
    id: 'G-91',
    class: 'H',
    parameters: { 'reception.followup_required': true },
    override: [],
    check: (facts, parameters) =>
      parameters['reception.followup_required'] !== true || facts.followUp !== '' || facts.reason !== '' ? true : { missing: 'followUp' },
  },
} satisfies Record<string, Gate>;

export type GateId = keyof typeof gates;
