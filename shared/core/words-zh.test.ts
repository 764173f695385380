import fc from 'fast-check';
import nzh from 'nzh';
import { expect, test } from 'vitest';
import { formatFen } from './money.ts';
import { amountInChinese } from './words-zh.ts';

test.each([
  [0, '零元整'],
  [5, '伍分'],
  [50, '伍角整'],
  [1000, '壹拾元整'],
  [10_000_000_100, '壹亿零壹元整'],
  [1_001_010, '壹万零壹拾元壹角整'],
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  [10_700_053, '壹拾万柒仟元伍角叁分'],
  [-1230, '负壹拾贰元叁角整'],
  [100_000_000_000_000, '壹万亿元整'],
])('%i fen is written %s on a receipt [PAY-02]', (fen, words) => {
  expect(amountInChinese(fen)).toBe(words);
});

test('agrees with an independent implementation on random amounts [PAY-02]', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }), (fen) => {
      const oracle = nzh.cn.toMoney(formatFen(fen).replaceAll(',', ''), { outSymbol: false, forceZheng: true });
      expect(amountInChinese(fen)).toBe(oracle);
    }),
    { numRuns: 20_000 },
  );
});

test('refuses what is not an amount', () => {
  expect(() => amountInChinese(1.5)).toThrow(RangeError);
});
