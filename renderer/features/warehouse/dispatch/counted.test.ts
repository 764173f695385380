import { describe, expect, it } from 'vitest';
import { countedAsNoted, countOne, countState, isCounted, toLines, type Counted } from './counted.ts';

const goods = { code: '', name: '砂锅', spec: '', unit: '只' };
const lines = [
  { ...goods, line: 0, product: 'pot', quantity: 2000 },
  { ...goods, line: 2, product: 'tape', quantity: 1350 },
  { ...goods, line: 3, product: 'pot', quantity: 1000 },
];

function scanned(...products: string[]): Counted {
  return products.reduce<Counted>((counted, product) => countOne(lines, counted, product)?.counted ?? counted, new Map());
}

describe('counting goods against a paper', () => {
  it('fills two lines of one product in turn and puts a surplus on the last, so that it is seen [STK-03 G-30]', () => {
    const counted = scanned('pot', 'pot', 'pot', 'pot');
    expect([...counted]).toEqual([
      [0, 2000],
      [3, 2000],
    ]);
    expect(lines.map((line) => countState(line, counted))).toEqual(['same', 'uncounted', 'more']);
  });

  it('completes a line in fractions of a unit with its last scan [STK-03]', () => {
    expect(scanned('tape').get(2)).toBe(1000);
    expect(scanned('tape', 'tape').get(2)).toBe(1350);
  });

  it('knows nothing of a product that is not on the paper [STK-03]', () => {
    expect(countOne(lines, new Map(), 'spoon')).toBeNull();
  });

  it('leaves a line of which nothing was found out of what goes out, and takes nothing uncounted for counted [G-30]', () => {
    const counted: Counted = new Map([
      [0, 2000],
      [2, 0],
    ]);
    expect(isCounted(lines, counted)).toBe(false);
    expect(isCounted(lines, new Map(counted).set(3, 1000))).toBe(true);
    expect(toLines(lines, counted, new Map())).toEqual([{ line: 0, quantity: 2000 }]);
    const whole = lines.map(({ line, quantity }) => ({ line, quantity }));
    expect(
      toLines(
        lines,
        countedAsNoted(lines, counted, () => false),
        new Map(),
      ),
    ).toEqual(whole);
  });

  it('takes nothing over as noted where pieces have numbers: those are read off the goods [STK-03]', () => {
    const noted = countedAsNoted(lines, new Map([[3, 1000]]), ({ product }) => product === 'pot');
    expect([...noted]).toEqual([
      [0, null],
      [2, 1350],
      [3, 1000],
    ]);
    expect(toLines(lines, noted, new Map([[3, ['A']]]))).toEqual([
      { line: 2, quantity: 1350 },
      { line: 3, quantity: 1000, serials: ['A'] },
    ]);
  });
});
