import { describe, expect, it } from 'vitest';
import { aPerson, type MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { manager, seller, signing, value } from '#shared/modules/branch.fixture.ts';
import { decideOn } from '#shared/modules/decisions.ts';
import { claimExpense, payExpense } from '#shared/modules/expense/rules.ts';
import { issuePolicy } from '#shared/modules/policy/rules.ts';
import { fileTrip, withdrawTrip } from '#shared/modules/trip/rules.ts';
import { judgementOf } from '#shared/modules/verdict/judgement.ts';
import { aTestCentre } from './judge.fixture.ts';

const treasurer = aPerson('出纳', 'treasurer');

type Claim = Parameters<typeof claimExpense>[0];

async function claimed(book: MemoryBook, type: Claim['type'], amount: number, trip = ''): Promise<string> {
  const category = type === 'travel' ? ('lodging' as const) : ('publicity' as const);
  const line = { day: '2026-11-02', category, what: '凭票', amount, vouchers: 1, scan: '' };
  const claim = { type, purpose: '温州', trip, from: '', to: '', place: '温州', notes: '', lines: [line] };
  return value(await book.run(seller, claimExpense(claim))).answer.expense;
}

/** A policy and a trip report that desks A and B both know; what they do next they do apart, B first. */
async function twoDesks() {
  const centre = await aTestCentre();
  const first = centre.desk('C', -10);
  value(await first.run(manager, issuePolicy({}, '')));
  const report = {
    purpose: '走访客户',
    place: '温州',
    from: '2026-10-28',
    to: '2026-10-30',
    customers: '',
    result: '签意向',
    material: '',
  };
  const { trip } = value(await first.run(seller, fileTrip(report))).answer;
  await centre.send(first);
  const [a, b] = [centre.desk('A', 4), centre.desk('B', 2)];
  await centre.pull(a);
  await centre.pull(b);
  return { centre, a, b, trip };
}

describe('expense claims of desks that were apart', () => {
  it('a claim paid on a trip report that was taken back elsewhere before comes back; on one that stands it is confirmed [G-46]', async () => {
    const { centre, a, b, trip } = await twoDesks();
    const good = await claimed(a, 'travel', 38_000, trip);
    value(await a.run(manager, signing(good)));
    value(await a.run(treasurer, payExpense(good, { method: 'cash', originals: true })));
    await centre.send(a);
    await centre.judge();
    expect(centre.verdictOn(good)?.status).toBe('confirmed');
    value(await b.run(seller, withdrawTrip(trip, '写错')));
    await centre.send(b);
    await centre.judge();
    expect(centre.verdictOn(good)?.status).toBe('returned');
    expect(judgementOf(centre.verdictOn(good) ?? { events: [] }).gates).toMatchObject([
      { gate: 'G-46', result: 'blocked', values: { missing: 'report', count: 1 } },
    ]);
  });

  it.each([
    [0, 'open', ['overridden']],
    [1, 'returned', ['overridden', 'blocked']],
  ])(
    'what the manager let pass holds for the signature after; %d fen more at another desk are not among it: %s [G-47 QPA-06]',
    async (more, status, results) => {
      const { centre, a, b } = await twoDesks();
      const id = await claimed(a, 'sales', 500_001);
      value(await a.run(manager, decideOn(id, { verb: 'sign', comment: '', overrides: { 'G-47': { by: manager, reason: '展会展架' } } })));
      value(await a.run(aPerson('财务副总', 'dgmFinance'), signing(id)));
      if (more > 0) value(await b.run(manager, signing(await claimed(b, 'sales', more))));
      await centre.send(b);
      await centre.send(a);
      await centre.judge();
      const verdict = centre.verdictOn(id);
      expect(verdict?.status).toBe(status);
      expect(judgementOf(verdict ?? { events: [] }).gates.map(({ result }) => result)).toEqual(results);
    },
  );

  it.each([
    [100_000, 'confirmed'],
    [100_001, 'returned'],
  ])(
    'two claims of one month signed at two desks: with %d fen the second is %s at the line of 3,000 yuan [G-47]',
    async (amount, status) => {
      const { centre, a, b } = await twoDesks();
      const earlier = await claimed(b, 'sales', 200_000);
      value(await b.run(manager, signing(earlier)));
      const later = await claimed(a, 'sales', amount);
      value(await a.run(manager, signing(later)));
      await centre.send(a);
      await centre.send(b);
      await centre.judge();
      expect(centre.verdictOn(earlier)?.status).toBe('confirmed');
      expect(centre.verdictOn(later)?.status).toBe(status);
      const over = judgementOf(centre.verdictOn(later) ?? { events: [] }).gates.map(({ gate, values }) => [gate, values.over]);
      expect(over).toEqual(status === 'returned' ? [['G-47', 1]] : []);
    },
  );
});
