import { describe, expect, it } from 'vitest';
import { evaluateGate, type Facts, type GateOutcome, type Override, type Parameters } from './gate.ts';
import { gates, type GateId } from './gates.ts';

const judge = (id: GateId, facts: Facts, parameters: Parameters = {}, override?: Override): GateOutcome =>
  evaluateGate(gates[id], facts, { version: 3, parameters }, override);

const policy = { version: 3, decided: true, issued: true };
const large = { 'discount.large_bp': 500 };

/** Each: gate, facts that pass, facts one step over the line, parameters. */
const lines: [GateId, Facts, Facts, Parameters?][] = [
  ['G-01', policy, { ...policy, version: 0, decided: false, issued: false }],
  ['G-01', policy, { ...policy, decided: false }],
  ['G-01', policy, { ...policy, issued: false }],
  ['G-01', { ...policy, bound: 3 }, { ...policy, bound: 2 }],
  ['G-02', { lines: 0 }, { lines: 1, price: 99, floor: 100, name: '水壶', below: 100 }],
  [
    'G-02',
    { lines: 1, price: 95, floor: 100, below: 500 },
    { lines: 1, price: 94, floor: 100, below: 501 },
    { 'price.below_floor_bp': 500 },
  ],
  [
    'G-02',
    { lines: 1, price: 9, floor: 100, below: 9100, approved: true },
    { lines: 1, price: 9, floor: 100, below: 9100, approved: false },
  ],
  ['G-03', { share: 500, posts: '' }, { share: 501, posts: '' }, large],
  ['G-03', { share: 501, posts: 'manager,dgmSales' }, { share: 501, posts: 'manager' }, large],
  ['G-03', { share: 0, posts: '' }, { share: 1, posts: 'manager' }],
  [
    'G-03',
    { share: 501, posts: '', organisation: false, known: false },
    { share: 501, posts: '', organisation: true, known: false },
    { ...large, 'discount.large_any_customer': false },
  ],
  [
    'G-03',
    { share: 501, posts: '', organisation: false, known: false },
    { share: 501, posts: '', organisation: false, known: true },
    { ...large, 'discount.large_any_customer': false },
  ],
  ['G-03', { share: 501, posts: 'finance' }, { share: 501, posts: 'manager' }, { ...large, 'discount.large_approver': 'finance' }],
  ['G-04', { concession: 0, listed: false, signed: false }, { concession: 1, listed: true, signed: false }],
  ['G-04', { concession: 1, listed: true, signed: true }, { concession: 1, listed: false, signed: true }],
  ['G-08', { posts: 'manager', reason: '年会邀请' }, { posts: 'manager', reason: ' ' }],
  ['G-08', { posts: 'cashier,manager', reason: '年会' }, { posts: 'cashier', reason: '年会' }],
  ['G-08', { posts: 'finance', reason: '对账' }, { posts: 'manager', reason: '对账' }, { 'privacy.export_posts': 'finance,gm' }],
];

describe('policy, prices and concessions pass on the line and are held back one step over it', () => {
  it.each(lines)('[%s] case %#', (id, passing, failing, parameters = {}) => {
    expect(judge(id, passing, parameters).result).toBe('passed');
    const over = judge(id, failing, parameters);
    expect(over.result).toBe('blocked');
    expect(Object.keys(over.values).length).toBeGreaterThan(0);
    expect(over.stamp).toEqual({ gate: id, version: 3, result: 'blocked', facts: failing });
  });

  const conditions: GateId[] = ['G-01', 'G-02', 'G-03', 'G-04', 'G-08'];
  it.each(conditions)('[%s] an absent fact never lets anything through', (id) => {
    expect(judge(id, {}).result).toBe('blocked');
  });

  it('a missing lead or needs analysis warns, and the salesperson may say why [G-09 G-10]', () => {
    const seller = { id: 's', name: '小王', roles: ['salesperson'] as const };
    expect(judge('G-09', { reachable: true, need: true }).result).toBe('passed');
    expect(judge('G-09', { reachable: false, need: true })).toMatchObject({ result: 'warned', values: { missing: 'reachable' } });
    expect(judge('G-09', { reachable: true, need: false }, { 'lead.convert_need': false }).result).toBe('passed');
    expect(judge('G-10', { need: true, fit: true }).result).toBe('passed');
    expect(judge('G-10', { need: true, fit: false })).toMatchObject({ result: 'warned', values: { missing: 'fit' } });
    expect(judge('G-10', { need: true, fit: false }, {}, { by: seller, reason: '老客户，规格照旧' }).result).toBe('overridden');
    expect(judge('G-10', {}, { 'proposal.needs_required': false }).result).toBe('passed');
  });

  it('the source allows nobody to pass over the policy or a large discount; a floor its own deputy only [G-01 G-02 G-03 G-04]', () => {
    const chief = { id: 'g', name: '总经理', roles: ['gm'] as const };
    const seller = { id: 's', name: '小王', roles: ['salesperson'] as const };
    const deputy = { id: 'd', name: '副总', roles: ['dgmSales'] as const };
    expect(judge('G-01', {}, {}, { by: chief, reason: '急' }).result).toBe('blocked');
    expect(judge('G-03', { share: 501 }, large, { by: chief, reason: '急' }).result).toBe('blocked');
    expect(judge('G-04', { concession: 1 }, {}, { by: chief, reason: '急' }).result).toBe('blocked');
    expect(judge('G-02', { lines: 1 }, {}, { by: deputy, reason: '老客户' }).result).toBe('overridden');
    expect(judge('G-02', { lines: 1 }, {}, { by: seller, reason: '老客户' }).result).toBe('blocked');
  });

  it('can be switched off where a trade has none of it [G-01 G-04]', () => {
    expect(judge('G-01', {}, { 'policy.required': false }).result).toBe('passed');
    expect(judge('G-04', { concession: 5 }, { 'order.concession_signed': false }).result).toBe('passed');
  });
});
