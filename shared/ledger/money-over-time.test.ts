import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type Day } from '#shared/core/calendar.ts';
import { settleOldestFirst } from './allocation.ts';
import { overdueInterest, overdueOn } from './overdue.ts';
import { runningAccount } from './running-account.ts';

const START: Day = '2026-11-01';
const day = fc.integer({ min: 0, max: 400 }).map((count) => addDays(START, count));
const amount = fc.integer({ min: 1, max: 50_000_000 });
const charges = fc.array(fc.record({ due: fc.oneof(day, fc.constant('')), amount }), { minLength: 1, maxLength: 12 });
const payments = fc.array(fc.record({ day, amount: fc.integer({ min: -1_000_000, max: 50_000_000 }) }), { maxLength: 12 });
const sum = (parts: readonly { amount: number }[]) => parts.reduce((total, part) => total + part.amount, 0);

describe('money received against a payment plan', () => {
  it('pays the oldest charge first and keeps the rest as surplus [PAY-01]', () => {
    const plan = [
      { due: '2026-12-31', amount: 300 },
      { due: '', amount: 50 },
      { due: '2026-11-10', amount: 100 },
    ];
    expect(settleOldestFirst(plan, 420)).toEqual({
      charges: [
        { due: '2026-11-10', amount: 100, paid: 100, open: 0 },
        { due: '2026-12-31', amount: 300, paid: 300, open: 0 },
        { due: '', amount: 50, paid: 20, open: 30 },
      ],
      surplus: 0,
    });
    expect(settleOldestFirst(plan, 451).surplus).toBe(1);
    expect(settleOldestFirst(plan, -5)).toMatchObject({ surplus: -5, charges: [{ paid: 0 }, { paid: 0 }, { paid: 0 }] });
  });

  it('adds up to the fen, never pays a charge twice and leaves nothing open before what is paid [PAY-01]', () => {
    fc.assert(
      fc.property(charges, fc.integer({ min: -1000, max: 700_000_000 }), (plan, received) => {
        const settled = settleOldestFirst(plan, received);
        expect(settled.charges.reduce((total, { paid }) => total + paid, 0) + settled.surplus).toBe(received);
        expect(sum(settled.charges)).toBe(sum(plan));
        for (const charge of settled.charges) {
          expect(charge.paid).toBeGreaterThanOrEqual(0);
          expect(charge.paid + charge.open).toBe(charge.amount);
        }
        const firstOpen = settled.charges.findIndex(({ open }) => open > 0);
        if (firstOpen >= 0) expect(settled.charges.slice(firstOpen + 1).every(({ paid }) => paid === 0)).toBe(true);
        const dated = settled.charges.filter(({ due }) => due !== '').map(({ due }) => due);
        expect(dated).toEqual(dated.toSorted());
      }),
    );
  });
});

describe('overdue money', () => {
  const plan = [{ due: '2026-11-10', amount: 100_000 }];

  it('is overdue from the day after the last day, and bears interest for each such day [PAY-06]', () => {
    expect(overdueOn(plan, [], '2026-11-10')).toEqual({ amount: 0, since: '', days: 0 });
    expect(overdueOn(plan, [], '2026-11-11')).toEqual({ amount: 100_000, since: '2026-11-10', days: 1 });
    const half = overdueInterest(plan, [{ day: '2026-11-16', amount: 40_000 }], { from: '2026-11-01', to: '2026-11-20' }, 5);
    // 5 days at 100 000, then 5 days at 60 000: the day the money comes bears interest on the rest only.
    expect(half.parts).toEqual([
      { from: '2026-11-11', to: '2026-11-15', days: 5, amount: 100_000 },
      { from: '2026-11-16', to: '2026-11-20', days: 5, amount: 60_000 },
    ]);
    expect(half.interest).toBe(400);
    expect(overdueInterest(plan, [{ day: '2026-11-10', amount: 100_000 }], { from: '2026-11-01', to: '2027-01-01' }, 5).interest).toBe(0);
  });

  it('is the same whether a period is taken whole or in two, and equals the sum over its days [PAY-06]', () => {
    fc.assert(
      fc.property(charges, payments, day, fc.nat(200), fc.nat(200), (debts, paid, from, first, second) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second + 1);
        const whole = overdueInterest(debts, paid, { from, to }, 5);
        const parts = [
          overdueInterest(debts, paid, { from, to: middle }, 5),
          overdueInterest(debts, paid, { from: addDays(middle, 1), to }, 5),
        ];
        expect(parts.reduce((total, part) => total + part.fenDays, 0n)).toBe(whole.fenDays);
        let daily = 0n;
        for (let index = 0; index <= daysBetween(from, to); index += 1)
          daily += BigInt(overdueOn(debts, paid, addDays(from, index)).amount);
        expect(whole.fenDays).toBe(daily);
      }),
      { numRuns: 40 },
    );
  });

  it('never grows when more money comes [PAY-06]', () => {
    fc.assert(
      fc.property(charges, payments, day, amount, (debts, paid, on, more) => {
        const period = { from: START, to: '2028-01-01' };
        const before = overdueInterest(debts, paid, period, 5).fenDays;
        expect(overdueInterest(debts, [...paid, { day: on, amount: more }], period, 5).fenDays <= before).toBe(true);
      }),
    );
  });
});

describe('a running account', () => {
  it('opens with all that was before, and neighbouring periods meet [PAY-06]', () => {
    const movements = fc.array(fc.record({ day, amount: fc.integer({ min: -9_000_000, max: 9_000_000 }) }), { maxLength: 40 });
    fc.assert(
      fc.property(movements, day, fc.nat(100), (moved, from, length) => {
        const to = addDays(from, length);
        const account = runningAccount(moved, from, to);
        expect(account.opening + account.debit - account.credit).toBe(account.closing);
        expect(account.closing).toBe(sum(moved.filter((movement) => movement.day <= to)));
        expect(runningAccount(moved, addDays(to, 1), '2099-01-01').opening).toBe(account.closing);
        expect(account.rows.at(-1)?.balance ?? account.opening).toBe(account.closing);
      }),
    );
  });
});
