import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLine, lineOf, type Goods } from '#renderer/desk/goods/goods-line.ts';
import { emptySale, gapsOf, orderInputOf, parseSale, saleFrom, sumOf, withSubstitute, type SaleDraft } from './sale-draft.ts';

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
const anybody = { policy: null, customerClass: null };
const aLine = (goods: Goods, quantity?: number) => lineOf(goods, anybody, quantity);
const aSale = (rest: Partial<SaleDraft> = {}): SaleDraft => ({ ...emptySale(), location: 'shop', lines: [aLine(kettle)], ...rest });

describe('a sale', () => {
  it('a substitute takes the missing part of a line, or the whole of it, and settles the question [ORD-03 G-23]', () => {
    const sale = withSubstitute(aSale({ lines: [aLine(kettle, 8_000)] }), 'kettle', cup, 3_000, anybody);
    expect(sale.lines.map((line) => [line.goods?.product, line.quantity])).toEqual([
      ['kettle', 5_000],
      ['cup', 3_000],
    ]);
    expect(sale.shortage).toEqual({ told: true, choice: 'substitute' });
    const whole = withSubstitute(aSale({ lines: [aLine(kettle, 2_000)] }), 'kettle', cup, 2_000, anybody);
    expect(whole.lines.map((line) => line.goods?.product)).toEqual(['cup']);
  });

  it('sums what the slip will say, whatever is half typed [ORD-05]', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ price: fc.nat(1e7), quantity: fc.integer({ min: 1, max: 1e6 }) }), { maxLength: 20 }),
        fc.nat(1000),
        (lines, discount) => {
          const sale = aSale({
            lines: [...lines.map(({ price, quantity }) => ({ ...aLine(kettle, quantity), price })), emptyLine()],
            discount,
          });
          const { body } = orderInputOf(sale, '散客');
          const sum = sumOf(sale);
          expect(sum.lines).toBe(body.lines.length);
          expect(sum.total).toBe(sum.amount - body.discount);
          expect(sum.amount).toBe(
            body.lines.reduce((total, line) => total + Number((BigInt(line.price) * BigInt(line.quantity) * 2n + 1000n) / 2000n), 0),
          );
        },
      ),
    );
  });

  it('only somebody who carries the goods away may stay nameless, and an order from outside leaves a phone number [ORD-01]', () => {
    expect(gapsOf(aSale())).toEqual([]);
    expect(gapsOf(aSale({ class: 'collect' }))).toEqual(['customer']);
    expect(gapsOf(aSale({ channel: 'phone' }))).toEqual(['phone']);
    expect(gapsOf(aSale({ lines: [emptyLine()], location: '' }))).toEqual(['location', 'lines']);
    expect(
      gapsOf(
        aSale({
          lines: [
            { ...aLine(kettle), quantity: null },
            { ...aLine(cup), price: null },
          ],
        }),
      ),
    ).toEqual(['quantity', 'price']);
    expect(orderInputOf(aSale(), '散客').body.customerName).toBe('散客');
  });

  it('days to pay count on account and for deliveries only [PAY-04]', () => {
    expect(orderInputOf(aSale({ class: 'collect', creditDays: 30 }), '散客').body.creditDays).toBe(0);
    expect(orderInputOf(aSale({ class: 'account', creditDays: 30 }), '散客').body.creditDays).toBe(30);
  });

  it('comes back from a kept draft as it was, and a draft of another version is left alone [ORD-01]', () => {
    const sale = aSale({ notes: '急' });
    expect(parseSale(JSON.parse(JSON.stringify(sale)))).toEqual(sale);
    expect(parseSale({ ...sale, colour: 'red' })).toBeNull();
    expect(parseSale({ lines: [] })).toBeNull();
  });

  it('a returned order is put right from what it was, with the products as they are today [ORD-04]', () => {
    const { body, party } = orderInputOf(aSale({ class: 'collect', customer: { id: 'c', name: '李敏', phone: '139', address: '' } }), '-');
    const again = saleFrom('old', party, { ...body, total: 12_950 }, new Map([['kettle', { ...kettle, floor: 12_000 }]]));
    expect(again).toMatchObject({ corrects: 'old', class: 'collect', customer: { id: 'c', name: '李敏' } });
    expect(again.lines[0]).toMatchObject({ quantity: 1000, price: 12_950, goods: { floor: 12_000 } });
  });
});
