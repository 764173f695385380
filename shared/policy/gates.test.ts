import { describe, expect, it } from 'vitest';
import { evaluateGate, type Facts, type GateOutcome, type Override, type Parameters } from './gate.ts';
import { gates, type GateId } from './gates.ts';

const judge = (id: GateId, facts: Facts, parameters: Parameters = {}, override?: Override): GateOutcome =>
  evaluateGate(gates[id], facts, { version: 3, parameters }, override);

/** Each: gate, facts that pass, facts one step over the line. */
const lines: [GateId, Facts, Facts][] = [
  ['G-02', { lines: 0 }, { lines: 1, price: 99, floor: 100, name: '水壶' }],
  [
    'G-05',
    { name: true, address: true, contact: true, phone: true, industry: true, class: true },
    { name: true, address: true, contact: true, phone: true, class: true },
  ],
  ['G-07', { open: 600, sale: 400, limit: 1000, overdueDays: 0 }, { open: 600, sale: 401, limit: 1000, overdueDays: 0 }],
  ['G-07', { open: 0, sale: 1, limit: 1000, overdueDays: 0 }, { open: 0, sale: 1, limit: 1000, overdueDays: 1 }],
  ['G-21', { quantity: true, specification: true, price: true, delivery: true }, { quantity: true, specification: true, price: true }],
  ['G-22', { legality: true, accuracy: true, completeness: true }, { legality: true, accuracy: true, completeness: false }],
  ['G-23', { short: 1, lines: 1, told: true, choice: 'substitute' }, { short: 1, lines: 1, told: false, choice: 'substitute' }],
  ['G-23', { short: 0, lines: 0, told: false, choice: '' }, { short: 1, lines: 1, told: true, choice: '' }],
  ['G-24', { customerSigned: true, supervisorSigned: true }, { customerSigned: true }],
  ['G-25', { group: 'domestic', amount: 500_000 }, { group: 'domestic', amount: 499_999 }],
  ['G-25', { group: 'imported', amount: 1_000_000 }, { group: 'imported', amount: 1_000_001 }],
  ['G-28', { inboundSlip: true, certificate: true }, { inboundSlip: true }],
  ['G-29', { signedByManager: true }, {}],
  ['G-30', { signed: true, wanted: 5000, issued: 5000 }, { signed: true, wanted: 5000, issued: 5001 }],
  ['G-30', { signed: true, wanted: 5000, issued: 5000 }, { signed: false, wanted: 5000, issued: 5000 }],
  ['G-31', { gatePass: true }, {}],
  ['G-32', { customerSigned: true }, { customerSigned: false }],
  ['G-33', { slip: true }, {}],
  ['G-34', { slipNo: true, customer: true, photo: true, recorded: true }, { slipNo: true, customer: true, photo: true }],
  ['G-35', { pickupCopy: true, slipCopy: true }, { pickupCopy: true }],
  [
    'G-36',
    { goods: true, class: 'carry', due: 100, received: 100, stamped: true },
    { goods: true, class: 'carry', due: 100, received: 99, stamped: true },
  ],
  [
    'G-36',
    { goods: true, class: 'collect', due: 100, received: 0, stamped: false },
    { goods: false, class: 'collect', due: 100, received: 0, stamped: false },
  ],
  ['G-37', { customerSigned: true }, {}],
  ['G-38', { held: 0 }, { held: 1, since: '2026-11-01' }],
  ['G-91', { followUp: '', reason: '路过' }, { followUp: '', reason: '' }],
];

describe('every gate of the first sale passes on the line and blocks one step over it', () => {
  it.each(lines)('[%s] case %#', (id, passing, failing) => {
    expect(judge(id, passing).result).toBe('passed');
    const over = judge(id, failing);
    expect(over.result).toBe('blocked');
    expect(Object.keys(over.values).length).toBeGreaterThan(0);
    expect(over.stamp).toEqual({ gate: id, version: 3, result: 'blocked', facts: failing });
  });

  const conditions: GateId[] = [
    'G-05',
    'G-21',
    'G-22',
    'G-24',
    'G-28',
    'G-29',
    'G-30',
    'G-31',
    'G-32',
    'G-33',
    'G-34',
    'G-35',
    'G-36',
    'G-37',
  ];
  it.each(conditions)('[%s] an absent fact never lets anything through', (id) => {
    expect(judge(id, {}).result).toBe('blocked');
  });
});

describe('letting a sale pass all the same', () => {
  const manager = { id: 'm', name: '经理', roles: ['manager'] as const };
  const overLimit = { open: 600, sale: 401, limit: 1000, overdueDays: 0 };

  it('needs the right post and a reason, and both stay on the stamp [G-07]', () => {
    expect(judge('G-07', overLimit, {}, { by: manager, reason: '老客户' }).stamp).toMatchObject({
      result: 'overridden',
      overriddenBy: 'm',
      reason: '老客户',
    });
    expect(judge('G-07', overLimit, {}, { by: manager, reason: '  ' }).result).toBe('blocked');
    expect(judge('G-07', overLimit, {}, { by: { id: 's', name: '小王', roles: ['salesperson'] }, reason: '老客户' }).result).toBe(
      'blocked',
    );
  });

  it('a warning lets through as it is, and keeps a reason when one is given [G-26]', () => {
    const set = { order: true, receipt: true, guide: false, envelope: true };
    expect(judge('G-26', set)).toMatchObject({ result: 'warned', values: { missing: 'guide' } });
    expect(judge('G-26', { ...set, guide: true }).result).toBe('passed');
    expect(judge('G-26', {}).result).toBe('warned');
    expect(judge('G-26', set, {}, { by: manager, reason: '用完' }).stamp).toMatchObject({ result: 'overridden', reason: '用完' });
  });

  it('is impossible where the source allows nobody [G-30]', () => {
    expect(judge('G-30', { signed: false, wanted: 1, issued: 1 }, {}, { by: manager, reason: '急' }).result).toBe('blocked');
  });

  it('the branch may set its own limits [G-25 G-38]', () => {
    expect(judge('G-25', { group: 'domestic', amount: 100_000 }, { 'deposit.domestic_min': 100_000 }).result).toBe('passed');
    expect(judge('G-38', { held: 500 }, { 'cash.handover_same_day': false }).result).toBe('passed');
  });
});
