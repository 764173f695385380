import { describe, expect, it } from 'vitest';
import { expenseGates } from './expense-gates.ts';
import { excessOf, parseStandards, standardsOf } from './expense-standards.ts';
import { evaluateGate, type Facts, type Parameters } from './gate.ts';

type Id = keyof typeof expenseGates;
const judge = (id: Id, facts: Facts, parameters: Parameters = {}) => evaluateGate(expenseGates[id], facts, { version: 7, parameters });

const whole = { vouchers: true, trip: true, report: true, supervisor: true };
const lines: [Id, Facts, Facts][] = [
  ['G-46', whole, { ...whole, vouchers: false }],
  ['G-46', whole, { ...whole, report: false }],
  ['G-46', whole, { ...whole, supervisor: false }],
  ['G-46', { ...whole, trip: false, report: false }, { vouchers: true, supervisor: true }],
  ['G-47', { judged: true, over: 0, sorts: '' }, { judged: true, over: 1, sorts: 'lodging' }],
];

describe('the gates of expense claims', () => {
  it.each(lines)('[%s] passes with all there and blocks one thing short, case %#', (id, passing, failing) => {
    expect(judge(id, passing).result).toBe('passed');
    expect(judge(id, failing).result).toBe('blocked');
  });

  it.each(Object.keys(expenseGates) as Id[])('[%s] an absent fact never lets anything through', (id) => {
    expect(judge(id, {}).result).toBe('blocked');
  });

  it('vouchers and report are parameters, the signature is not [G-46]', () => {
    const loose = { 'expense.voucher_required': false, 'expense.report_before_claim': false };
    expect(judge('G-46', { trip: true, supervisor: true }, loose).result).toBe('passed');
    expect(judge('G-46', { trip: true }, loose).values).toEqual({ missing: 'supervisor', count: 1 });
  });

  it('only the department manager lets overspending pass, and only with a reason [G-47]', () => {
    const facts = { judged: true, over: 500, sorts: 'meals' };
    const by = (role: 'manager' | 'finance', reason: string) =>
      evaluateGate(expenseGates['G-47'], facts, { version: 1, parameters: {} }, { by: { id: 'x', name: 'x', roles: [role] }, reason })
        .result;
    expect([by('manager', '展会旺季'), by('manager', ' '), by('finance', '展会旺季')]).toEqual(['overridden', 'blocked', 'blocked']);
  });
});

describe('standards of spending', () => {
  const day = '2026-11-02';
  const one = (category: 'lodging' | 'meals' | 'publicity' | 'transport', amount: number, on = day) => ({ category, amount, day: on });

  it.each([
    ['the item itself', 'meals:100', [one('meals', 100), one('meals', 100)], 0],
    ['one fen above the item', 'meals:100', [one('meals', 101), one('meals', 100)], 1],
    ['the day together', 'lodging:100/day', [one('lodging', 60), one('lodging', 40), one('lodging', 100, '2026-11-03')], 0],
    ['one fen above in a day', 'lodging:100/day', [one('lodging', 60), one('lodging', 41)], 1],
    ['the month with what was claimed before', 'publicity:1000/month', [one('publicity', 300)], 0],
    ['one fen above in the month', 'publicity:1000/month', [one('publicity', 301)], 1],
    ['no limit', 'transport', [one('transport', 9_999_999)], 0],
    ['out of scope: all of it', 'transport', [one('meals', 50)], 50],
  ])('measure %s [G-47]', (_what, table, claimed, over) => {
    const found = excessOf(parseStandards(table) ?? [], claimed, new Map([['2026-11/publicity', 700]]));
    expect(found.reduce((sum, excess) => sum + excess.over, 0)).toBe(over);
  });

  it('a spoiled table falls back to the usual one [G-47]', () => {
    expect(['meals:x', 'meals:1; meals:2', 'golf:100', ''].map(parseStandards)).toEqual([null, null, null, null]);
    expect(standardsOf({ 'expense.standards': 'golf:100' })).toEqual(standardsOf({}));
    expect(standardsOf({}).find(({ category }) => category === 'lodging')).toEqual({ category: 'lodging', limit: 40_000, per: 'day' });
  });
});
