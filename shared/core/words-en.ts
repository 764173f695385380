import { ToWords } from 'to-words/en-US';
import { formatFen, type Fen } from './money.ts';

const toWords = new ToWords({
  converterOptions: {
    currency: true,
    currencyOptions: {
      name: 'Yuan',
      plural: 'Yuan',
      singular: 'Yuan',
      symbol: '¥',
      fractionalUnit: { name: 'Fen', plural: 'Fen', singular: 'Fen', symbol: '' },
    },
  },
});

/**
 * An amount in fen in English words: `Ten Thousand Ten Yuan And Ten Fen Only` (PAY-02).
 * The library is given a decimal string, never a float: it would read 1.005 as it is stored.
 * @throws RangeError when `fen` is not a safe integer
 */
export function amountInEnglish(fen: Fen): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in fen: ${fen}`);
  return toWords.convert(formatFen(fen).replaceAll(',', ''));
}
