import { describe, expect, it } from 'vitest';
import { evaluateGate, type Facts, type GateOutcome, type Override, type Parameters } from './gate.ts';
import { moneyGates } from './money-gates.ts';
import type { Role } from './roles.ts';

type Id = keyof typeof moneyGates;
/** A policy that asks for grades on contracts. */
const strict: Parameters = { 'credit.required_contract': true };

const judge = (id: Id, facts: Facts, parameters: Parameters = {}, override?: Override): GateOutcome =>
  evaluateGate(moneyGates[id], facts, { version: 7, parameters: { ...strict, ...parameters } }, override);

/** Each: gate, facts that pass, facts one step over the line. */
const lines: [Id, Facts, Facts][] = [
  ['G-06', { use: 'contract', graded: true, lapsedDays: 0, credit: 1 }, { use: 'contract', graded: true, lapsedDays: 1, credit: 1 }],
  ['G-06', { use: 'contract', graded: false, lapsedDays: 0, credit: 0 }, { use: 'contract', graded: false, lapsedDays: 0, credit: 1 }],
  // 59.99 % and 60 % of 300 000 yuan, to the fen.
  ['G-39', { stage: 'request', total: 30_000_000, received: 18_000_000 }, { stage: 'request', total: 30_000_000, received: 17_999_999 }],
  ['G-39', { stage: 'request', total: 10_000, received: 6000 }, { stage: 'request', total: 10_000, received: 5999 }],
  ['G-39', { stage: 'issue', total: 100, received: 60, signed: true }, { stage: 'issue', total: 100, received: 60, signed: false }],
  ['G-42', { service: true, acceptance: true }, { service: true, acceptance: false }],
  ['G-42', { service: false, acceptance: false }, { acceptance: false }],
  [
    'G-43',
    { stage: 'provision', contract: true, recovered: 1, amount: 1 },
    { stage: 'provision', contract: true, recovered: 0, amount: 1 },
  ],
  ['G-43', { stage: 'provision', contract: true, recovered: 1 }, { stage: 'provision', contract: false, recovered: 1 }],
  [
    'G-43',
    { stage: 'payout', contract: true, recovered: 1, finance: true, financeDgm: true, gm: true },
    { stage: 'payout', contract: true, recovered: 1, finance: true, financeDgm: false, gm: true },
  ],
  ['G-44', { rung: 'interest', overdueDays: 1, amount: 1 }, { rung: 'interest', overdueDays: 0, amount: 1 }],
  ['G-44', { rung: 'setoff', overdueDays: 30, amount: 1 }, { rung: 'setoff', overdueDays: 29, amount: 1 }],
  ['G-44', { rung: 'legal', overdueDays: 180, amount: 1 }, { rung: 'legal', overdueDays: 179, amount: 1 }],
  ['G-44', { rung: 'legal', overdueDays: 180, amount: 1 }, { rung: 'legal', overdueDays: 180, amount: 0 }],
  ['G-45', { counted: true, differences: 0, amount: 0 }, { counted: true, differences: 1, amount: 1 }],
];

describe('every gate of the money chain passes on the line and blocks one step over it', () => {
  it.each(lines)('[%s] case %#', (id, passing, failing) => {
    expect(judge(id, passing).result).toBe('passed');
    const over = judge(id, failing);
    expect(over.result).toBe('blocked');
    expect(Object.keys(over.values).length).toBeGreaterThan(0);
    expect(over.stamp).toEqual({ gate: id, version: 7, result: 'blocked', facts: failing });
  });

  it.each(Object.keys(moneyGates) as Id[])('[%s] an absent fact never lets anything through', (id) => {
    expect(judge(id, {}).result).toBe(id === 'G-95' ? 'warned' : 'blocked');
  });

  it('shows how much is missing, and 59.999 % as 59.99 [G-39]', () => {
    const facts = { stage: 'request', total: 1_000_000, received: 599_999 };
    expect(judge('G-39', facts).values).toEqual({
      total: 1_000_000,
      received: 599_999,
      share: '59.99',
      percent: 60,
      missing: 1,
      unsigned: 0,
    });
    expect(judge('G-39', { stage: 'issue', total: 100, received: 60 }).values).toMatchObject({ missing: 0, unsigned: 1 });
  });

  it('takes share, boundary and days from the policy in force [G-39 G-44 G-06]', () => {
    const half = { stage: 'request', total: 100, received: 50 };
    expect(judge('G-39', half, { 'invoice.min_recovered_pct': 50 }).result).toBe('passed');
    expect(judge('G-39', half, { 'invoice.min_recovered_pct': 50, 'invoice.boundary_inclusive': false }).result).toBe('blocked');
    expect(judge('G-44', { rung: 'setoff', overdueDays: 10, amount: 1 }, { 'overdue.setoff_after_days': 10 }).result).toBe('passed');
    expect(judge('G-06', { use: 'account', graded: false, lapsedDays: 0, credit: 1 }).result).toBe('passed');
    const contract = { use: 'contract', graded: false, lapsedDays: 0, credit: 1 };
    expect(judge('G-06', contract, { 'credit.required_contract': false }).result).toBe('passed');
    expect(judge('G-06', { use: 'account', graded: false, lapsedDays: 0, credit: 1 }, { 'credit.required_account': true }).result).toBe(
      'blocked',
    );
  });

  it('only warns when the balance is late, and not on its last day [G-95]', () => {
    expect(judge('G-95', { open: 1, overdueDays: 0 }).result).toBe('passed');
    expect(judge('G-95', { open: 1, overdueDays: 1 })).toMatchObject({ result: 'warned', values: { open: 1, overdueDays: 1 } });
    expect(judge('G-95', { open: 0, overdueDays: 9 }).result).toBe('passed');
  });

  const over: [Id, Facts, Role[]][] = [
    ['G-06', { use: 'contract', graded: false, credit: 1 }, ['finance', 'dgmFinance']],
    ['G-39', { stage: 'issue', total: 100, received: 59, signed: true }, []],
    ['G-43', { stage: 'provision', contract: false, recovered: 1 }, []],
    ['G-44', { rung: 'legal', overdueDays: 179, amount: 1 }, ['dgmFinance']],
    ['G-45', { counted: true, differences: 1, amount: 5 }, ['dgmFinance']],
  ];
  it.each(over)('[%s] is let pass by nobody but those the table names', (id, facts, allowed) => {
    for (const role of ['finance', 'dgmFinance', 'manager', 'gm'] as const) {
      const outcome = judge(id, facts, {}, { by: { id: 'x', name: '某人', roles: [role] }, reason: '特批' });
      expect(outcome.result).toBe(allowed.includes(role) ? 'overridden' : 'blocked');
    }
  });
});
