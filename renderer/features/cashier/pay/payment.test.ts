import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeOf, paymentOf, tenderedOf, usualTenders } from './payment.ts';

it('begins with all that is due, and cash that is not typed is the exact amount [PAY-03]', () => {
  const draft = paymentOf(25_900);
  expect(draft).toMatchObject({ method: 'cash', amount: 25_900, tendered: null });
  expect(tenderedOf(draft)).toBe(25_900);
  expect(changeOf(draft)).toBe(0);
  expect(changeOf({ ...draft, tendered: 30_000 })).toBe(4_100);
  expect(changeOf({ ...draft, tendered: 20_000 })).toBe(-5_900);
});

it('other methods have neither cash nor change [PAY-02]', () => {
  const draft = { ...paymentOf(25_900), method: 'wechat' as const, tendered: 30_000 };
  expect(tenderedOf(draft)).toBe(0);
  expect(changeOf(draft)).toBe(0);
});

it('proposes notes above the amount, each once, rising [PAY-03]', () => {
  expect(usualTenders(18_650)).toEqual([19_000, 20_000]);
  expect(usualTenders(20_000)).toEqual([]);
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 1e9 }), (amount) => {
      const tenders = usualTenders(amount);
      expect(tenders.every((tender) => tender > amount && tender - amount < 10_000)).toBe(true);
      expect(tenders).toEqual([...new Set(tenders)].toSorted((a, b) => a - b));
    }),
  );
});
