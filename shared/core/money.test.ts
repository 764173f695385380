import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, formatFen, formatMilli, lineAmount, parseFen, parseMilli, shareOf } from './money.ts';

describe('money', () => {
  test('parts of an allocation add up and stay within one fen of their share', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.array(fc.nat(1e6), { minLength: 1, maxLength: 30 }), (total, weights) => {
        const parts = allocate(total, weights);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        const sum = weights.reduce((a, b) => a + b, 0);
        parts.forEach((part, index) => {
          const share = sum === 0 ? total / weights.length : (total * (weights[index] ?? 0)) / sum;
          expect(Math.abs(part - share)).toBeLessThan(1.001);
        });
      }),
    );
  });

  test('what is printed can be typed back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e13, max: 9e13 }), (fen) => {
        expect(parseFen(formatFen(fen))).toBe(fen);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -9e13, max: 9e13 }), (milli) => {
        expect(parseMilli(formatMilli(milli))).toBe(milli);
      }),
    );
  });

  test.each([
    ['1,234.5', 123_450],
    ['￥1234.50', 123_450],
    ['１２３', 12_300],
    ['1.005', null],
    ['abc', null],
    ['', null],
    ['-0.00', 0],
    ['1e3', null],
  ])('a clerk types %s', (text, fen) => {
    expect(parseFen(text)).toBe(fen);
  });

  test('rounds half away from zero', () => {
    expect(lineAmount(1, 500)).toBe(1);
    expect(lineAmount(1, 499)).toBe(0);
    expect(lineAmount(-1, 500)).toBe(-1);
    expect(shareOf(10_001, 6000)).toBe(6001);
  });

  test('refuses to allocate to nobody', () => {
    expect(() => allocate(100, [])).toThrow(RangeError);
    expect(() => allocate(100, [-1, 2])).toThrow(RangeError);
  });
});
