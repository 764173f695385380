import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountInEnglish } from './words-en.ts';

test.each([
  [0, 'Zero Yuan Only'],
  [5, 'Zero Yuan And Five Fen Only'],
  [1_001_010, 'Ten Thousand Ten Yuan And Ten Fen Only'],
  [-4250, 'Minus Forty Two Yuan And Fifty Fen Only'],
  [
    99_999_999_999_999,
    'Nine Hundred Ninety Nine Billion Nine Hundred Ninety Nine Million Nine Hundred Ninety Nine Thousand Nine Hundred Ninety Nine Yuan And Ninety Nine Fen Only',
  ],
])('%i fen is written %s on an English receipt [PAY-02]', (fen, words) => {
  expect(amountInEnglish(fen)).toBe(words);
});

test('different amounts never read the same [PAY-02]', () => {
  const amount = fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 });
  fc.assert(
    fc.property(amount, amount, (a, b) => a === b || amountInEnglish(a) !== amountInEnglish(b)),
    { numRuns: 500 },
  );
});

test('refuses what is not an amount', () => {
  expect(() => amountInEnglish(0.5)).toThrow(RangeError);
});
