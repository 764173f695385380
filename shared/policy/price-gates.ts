import { number } from './conditions.ts';
import type { Gate } from './gate.ts';

/** Basis points as people read them: 550 → '5.5%'. */
function percent(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}

function missingOf(conditions: readonly string[]): true | { missing: string; count: number } {
  return conditions.length === 0 ? true : { missing: conditions.join(','), count: conditions.length };
}

/** Gates of the sales policy, of prices and concessions, and of what must be known before something is offered (requirements 3.1). */
export const priceGates = {
  /**
   * A sales policy decided by the meeting and issued is in force on the paper's date. Facts: version (0: none), decided, issued; bound: the
   * version the paper was made under, when it was made under one.
   */
  'G-01': {
    id: 'G-01',
    class: 'A',
    parameters: { 'policy.required': true, 'policy.issuer': 'gm' },
    override: [],
    check: (facts, parameters) => {
      if (parameters['policy.required'] !== true) return true;
      const version = number(facts.version);
      const bound = facts.bound === undefined ? version : number(facts.bound);
      const missing = [
        ...(facts.decided === true ? [] : ['decidedByMeeting']),
        ...(facts.issued === true ? [] : ['issuedPolicy']),
        ...(bound === version ? [] : ['currentPolicy']),
      ];
      return missing.length === 0 ? true : { missing: missing.join(','), version, bound };
    },
  },
  /**
   * No line below the product's floor price, unless the whole chain approved it. Facts: lines below it, and the worst one's price, floor (fen)
   * and name; below: how far at most, in basis points of the floor; approved.
   */
  'G-02': {
    id: 'G-02',
    class: 'H',
    parameters: { 'price.below_floor_bp': 0 },
    override: ['manager', 'dgmSales', 'gm'],
    check: (facts, parameters) =>
      facts.lines === 0 ||
      facts.approved === true ||
      (typeof facts.below === 'number' && facts.below <= number(parameters['price.below_floor_bp']))
        ? true
        : { lines: number(facts.lines), price: number(facts.price), floor: number(facts.floor), name: String(facts.name ?? '') },
  },
  /**
   * A large concession has the approval of the deputy general manager in charge, or of the general manager above. Facts: share (basis points
   * below the policy price), organisation, known (bought before), posts that signed, separated by commas. Until the policy sets the limit every
   * discount is large (S15.26).
   */
  'G-03': {
    id: 'G-03',
    class: 'A',
    parameters: { 'discount.large_bp': 0, 'discount.large_any_customer': true, 'discount.large_approver': 'dgmSales' },
    override: [],
    check: (facts, parameters) => {
      if (typeof facts.share !== 'number') return { missing: 'concessionShare', share: '', large: '' };
      const large = number(parameters['discount.large_bp']);
      const applies = parameters['discount.large_any_customer'] === true || facts.organisation === true || facts.known === true;
      if (!applies || facts.share <= large) return true;
      const posts = String(facts.posts ?? '').split(',');
      return posts.includes(String(parameters['discount.large_approver'])) || posts.includes('gm')
        ? true
        : { missing: 'largeApproval', share: percent(facts.share), large: percent(large) };
    },
  },
  /** Every discount and gift stands on the attachment, signed by a supervisor. Facts: concession (fen), listed, signed. */
  'G-04': {
    id: 'G-04',
    class: 'H',
    parameters: { 'order.concession_signed': true },
    override: [],
    check: (facts, parameters) => {
      if (parameters['order.concession_signed'] !== true || facts.concession === 0) return true;
      const missing = missingOf([
        ...(facts.listed === true ? [] : ['attachmentListed']),
        ...(facts.signed === true ? [] : ['attachmentSigned']),
      ]);
      return missing === true ? true : { ...missing, concession: number(facts.concession) };
    },
  },
  /** Whoever takes customers' data out of the program has the right to and says why. Facts: posts (separated by commas), reason. */
  'G-08': {
    id: 'G-08',
    class: 'H',
    parameters: { 'privacy.export_posts': 'manager' },
    override: ['manager', 'gm'],
    check: (facts, parameters) => {
      const allowed = String(parameters['privacy.export_posts']).split(',');
      const posts = String(facts.posts ?? '').split(',');
      return missingOf([
        ...(posts.some((post) => allowed.includes(post)) ? [] : ['exportRight']),
        ...(String(facts.reason ?? '').trim() === '' ? ['reason'] : []),
      ]);
    },
  },
  /** How to reach the customer and what he needs are known before an offer is begun. Facts: reachable, need. */
  'G-09': {
    id: 'G-09',
    class: 'W',
    parameters: { 'lead.convert_reachable': true, 'lead.convert_need': true },
    override: [],
    check: (facts, parameters) =>
      missingOf(['reachable', 'need'].filter((item) => parameters[`lead.convert_${item}`] === true && facts[item] !== true)),
  },
  /** Needs were looked into and it is said how the offer fits them. Facts: need, fit. */
  'G-10': {
    id: 'G-10',
    class: 'W',
    parameters: { 'proposal.needs_required': true },
    override: ['salesperson', 'manager'],
    check: (facts, parameters) =>
      missingOf(parameters['proposal.needs_required'] === true ? ['need', 'fit'].filter((item) => facts[item] !== true) : []),
  },
} satisfies Record<string, Gate>;
