import { describe, expect, it } from 'vitest';
import { emptyLine, givenAway, lineOf, repriced, withGift, withGoods, withScanned, type Goods, type Pricing } from './goods-line.ts';

const aProduct = (product: string, price = 1_000): Goods => ({
  product,
  code: product,
  name: product,
  spec: '',
  unit: '只',
  price,
  floor: 0,
  group: 'general',
  substitutes: [],
});
const kettle = aProduct('kettle', 12_950);
const cup = aProduct('cup', 800);
const anybody: Pricing = { policy: null, customerClass: null };
/** Kettles at 120 yuan, never below 100; a tenth off for key customers. */
const policy: Pricing['policy'] = {
  prices: [{ product: 'kettle', name: 'kettle', price: 12_000, floor: 10_000 }],
  discounts: [{ class: 'key', group: 'any', share: 1000 }],
};
const key: Pricing = { policy, customerClass: 'key' };
const ordinary: Pricing = { policy, customerClass: 'ordinary' };

describe('a line of goods', () => {
  it('comes as one unit at what the policy asks of this customer; a quantity already typed stays [ORD-05 QPA-03]', () => {
    expect(withGoods(emptyLine(), kettle, anybody)).toMatchObject({ quantity: 1000, price: 12_950 });
    expect(withGoods(emptyLine(), kettle, ordinary)).toMatchObject({ price: 12_000 });
    expect(withGoods(emptyLine(), kettle, key)).toMatchObject({ price: 10_800 });
    expect(withGoods({ ...emptyLine(), quantity: 3_500 }, kettle, key)).toMatchObject({ quantity: 3_500 });
    expect(withGoods(lineOf(kettle, key), null, key)).toMatchObject({ goods: null, price: null });
  });

  it('costs nothing as a gift, and what the policy asks again when it is none [ORD-05]', () => {
    const gift = withGift({ ...lineOf(kettle, key), price: 12_000 }, true, key);
    expect(gift).toMatchObject({ gift: true, price: 0 });
    expect(withGift(gift, false, key)).toMatchObject({ gift: false, price: 10_800 });
    expect(withGoods(gift, cup, key)).toMatchObject({ price: 0 });
  });

  it('gets one more from a scanner, which fills the empty line or begins another for other goods [ORD-01]', () => {
    const once = withScanned([emptyLine()], kettle, key);
    expect(once).toHaveLength(1);
    const twice = withScanned(once, kettle, key);
    expect(twice).toMatchObject([{ quantity: 2000, price: 10_800 }]);
    expect(withScanned(twice, cup, key).map((line) => line.goods?.product)).toEqual(['kettle', 'cup']);
    // A gift of the same product is not the line that is sold.
    expect(withScanned([withGift(lineOf(kettle, key), true, key)], kettle, key)).toHaveLength(2);
  });

  it('follows another customer in the price that nobody changed, and only in that [QPA-03]', () => {
    const lines = [
      lineOf(kettle, ordinary),
      { ...lineOf(kettle, ordinary), price: 11_000 },
      withGift(lineOf(cup, ordinary), true, ordinary),
    ];
    expect(repriced(lines, ordinary, key).map(({ price }) => price)).toEqual([10_800, 11_000, 0]);
  });

  it('shows what is given away as the rules will measure it, and which prices are below the floor [QPA-04 G-02]', () => {
    const lines = [{ ...lineOf(kettle, key), price: 9_999 }, withGift(lineOf(cup, key), true, key), emptyLine()];
    expect(givenAway(lines, 9_999, key)).toMatchObject({ asked: 10_800 + 720, given: { amount: 801 + 720 }, belowFloor: 1 });
    expect(givenAway([lineOf(kettle, key)], 10_800, key)).toMatchObject({ given: { amount: 0, share: 0 }, belowFloor: 0 });
  });
});
