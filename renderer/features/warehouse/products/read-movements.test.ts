import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { transferStock } from '#shared/modules/inbound/rules.ts';
import { aBranch, aNote, anOrder, keeper } from '../warehouse.fixture.ts';
import { readMovements, readPromised } from './read-movements.ts';

afterEach(closeTestBooks);

const goods = { code: 'SG-24', name: '砂锅', spec: '24cm', unit: '只', cost: 0 };

describe('what moved a product', () => {
  it('is every paper with what it put in and took out, place by place, and adds up to what is there [STK-01 STK-08]', async () => {
    const branch = await aBranch();
    const { book, shop, store, pot, does } = branch;
    await aNote(branch, await anOrder(branch), { upTo: 'out' });
    await does(
      keeper,
      transferStock({ fromLocation: shop, location: store, lines: [{ ...goods, product: pot, quantity: 2000 }], notes: '' }),
    );
    const { movements, more } = await readMovements(book, pot);
    expect(more).toBe(false);
    expect(movements.map(({ record, location, quantity, party }) => [record.kind, location, quantity, party])).toEqual(
      expect.arrayContaining([
        ['opening', shop, 10_000, ''],
        ['stockout', shop, -3000, '远山贸易'],
        ['inbound', shop, -2000, '门店'],
        ['inbound', store, 2000, '门店'],
      ]),
    );
    for (const place of [shop, store]) {
      const sum = movements.filter(({ location }) => location === place).reduce((total, { quantity }) => total + quantity, 0);
      expect(sum).toBe(await book.balance(`stock/${place}/${pot}`));
    }
  });

  it('is promised to the orders that still wait for it [STK-01]', async () => {
    const branch = await aBranch();
    const first = await anOrder(branch);
    const second = await anOrder(branch, 'collect');
    await aNote(branch, first, { upTo: 'out', lines: [{ line: 0, quantity: 1000 }] });
    const promised = await readPromised(branch.book, branch.pot);
    expect(promised.map(({ order, quantity }) => [order.id, quantity])).toEqual([
      [first, 2000],
      [second, 3000],
    ]);
  });
});
