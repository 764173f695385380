import { describe, expect, it } from 'vitest';
import { evaluateGate, type Facts, type GateOutcome, type Override, type Parameters } from './gate.ts';
import { contractGates } from './contract-gates.ts';

type Id = keyof typeof contractGates;

const judge = (id: Id, facts: Facts, parameters: Parameters = {}, override?: Override): GateOutcome =>
  evaluateGate(contractGates[id], facts, { version: 7, parameters }, override);

/** Each: gate, facts that pass, facts one step over the line. */
const lines: [Id, Facts, Facts][] = [
  ['G-11', { managerSigned: true, gmApproved: true, unchanged: true }, { managerSigned: true, gmApproved: false, unchanged: true }],
  ['G-11', { managerSigned: true, gmApproved: true, unchanged: true }, { managerSigned: true, gmApproved: true, unchanged: false }],
  ['G-12', { specification: true, price: true, payment: true, delivery: true }, { specification: true, price: true, payment: true }],
  ['G-13', { law: true, policy: true, rights: true, obligations: true }, { law: true, policy: true, rights: true, obligations: false }],
  ['G-14', { explainedTo: '周工', explainedOn: '2026-11-02' }, { explainedTo: '周工', explainedOn: '' }],
  ['G-15', { salesSigned: true, financeSigned: true }, { salesSigned: true, financeSigned: false }],
  ['G-16', { type: 'organisation', seal: true, signature: true }, { type: 'organisation', seal: false, signature: true }],
  ['G-16', { type: 'organisation', seal: true, signature: true }, { type: 'organisation', seal: true, signature: false }],
  ['G-16', { type: 'person', seal: false, signature: true }, { type: 'person', seal: true, signature: false }],
  ['G-17', { channel: 'contract', inForce: true }, { channel: 'contract', inForce: false }],
  ['G-17', { channel: 'counter', inForce: false }, { channel: 'somewhere else', inForce: false }],
  ['G-19', { open: 1, balanceDay: '2027-01-31' }, { open: 1, balanceDay: '' }],
  ['G-19', { open: 0, balanceDay: '' }, { open: 1, balanceDay: '' }],
  ['G-20', { contractNo: true, template: true }, { contractNo: false, template: true }],
  ['G-27', { issuedByDgm: true, contract: true }, { issuedByDgm: false, contract: true }],
  ['G-40', { due: 9_000_000, received: 9_000_000 }, { due: 9_000_000, received: 8_999_999 }],
  ['G-41', { signedByManager: true }, { signedByManager: false }],
];

describe('every gate of the contract passes on the line and blocks one step over it', () => {
  it.each(lines)('[%s] case %#', (id, passing, failing) => {
    expect(judge(id, passing).result).toBe('passed');
    const over = judge(id, failing);
    expect(over.result).toBe('blocked');
    expect(Object.keys(over.values).length).toBeGreaterThan(0);
    expect(over.stamp).toEqual({ gate: id, version: 7, result: 'blocked', facts: failing });
  });

  const hard = Object.values(contractGates).filter((gate) => gate.class === 'H' || gate.class === 'A');
  it.each(hard.map(({ id }) => [id as Id]))('[%s] an absent fact never lets anything through, and nobody overrides', (id) => {
    expect(judge(id, {}).result).toBe('blocked');
    const everybody = { id: 'x', name: '某人', roles: ['gm', 'manager', 'dgmSales', 'dgmFinance', 'finance'] as const };
    expect(judge(id, {}, {}, { by: everybody, reason: '急' }).result).toBe('blocked');
  });
});

describe('gates that remind', () => {
  const manager: Override = { by: { id: 'm', name: '经理', roles: ['manager'] }, reason: '客户周五寄回' };

  it('a contract not archived on the last allowed day warns from the next day on, and the manager may give more time [G-18]', () => {
    expect(judge('G-18', { archived: false, days: 1 }).result).toBe('passed');
    expect(judge('G-18', { archived: false, days: 2 })).toMatchObject({ result: 'warned', values: { days: 2, allowed: 1 } });
    expect(judge('G-18', { archived: true, days: 90 }).result).toBe('passed');
    expect(judge('G-18', {}).result).toBe('warned');
    expect(judge('G-18', { archived: false, days: 2 }, {}, manager)).toMatchObject({ result: 'overridden', stamp: { overriddenBy: 'm' } });
  });

  it('a contract the contract department has not acknowledged warns [G-106]', () => {
    expect(judge('G-106', { acknowledged: true }).result).toBe('passed');
    expect(judge('G-106', { acknowledged: false }).result).toBe('warned');
    expect(judge('G-106', { acknowledged: false }, {}, manager).result).toBe('overridden');
    expect(judge('G-106', { acknowledged: false }, { 'contract.handover_ack': false }).result).toBe('passed');
  });
});

describe('the policy sets its own limits', () => {
  it.each<[Id, Facts, Parameters]>([
    ['G-14', { explainedTo: '', explainedOn: '' }, { 'contract.explain_ack': false }],
    ['G-18', { archived: false, days: 7 }, { 'contract.archive_due_days': 7 }],
    ['G-19', { open: 5, balanceDay: '' }, { 'contract.balance_date_required': false }],
    ['G-40', { due: 5, received: 0 }, { 'service.first_payment_required': false }],
  ])('[%s] lets through what it would hold back by default', (id, facts, parameters) => {
    expect(judge(id, facts).result).not.toBe('passed');
    expect(judge(id, facts, parameters).result).toBe('passed');
  });

  it('[G-17] asks for a contract where it did not', () => {
    expect(judge('G-17', { channel: 'field', inForce: false }).result).toBe('passed');
    expect(judge('G-17', { channel: 'field', inForce: false }, { 'sale.contract_required_field': true }).result).toBe('blocked');
  });
});
