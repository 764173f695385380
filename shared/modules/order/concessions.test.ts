import { describe, expect, it } from 'vitest';
import { aShop, anOrder, manager, refusal, seller, value } from '../branch.fixture.ts';
import { ownConcessions, signConcession } from './concessions.ts';
import { takeOrder, voidOrder } from './rules.ts';

/** Two pots at 100 yuan and one given away, 10 yuan off the whole. */
function aGenerousSale(discount = 1000) {
  const input = anOrder('collect', [{ product: 'pot', quantity: 2000, price: 10_000 }], {}, discount);
  const [pots] = input.body.lines;
  const gift = pots ? [{ ...pots, quantity: 1000, listPrice: 500, gift: true }] : [];
  return { ...input, body: { ...input.body, lines: [...input.body.lines, ...gift] } };
}

describe('what is given away at the counter', () => {
  it('is the salesperson’s own cost until a supervisor signs the list of it [STF-11 QPA-04 G-04]', async () => {
    const book = await aShop({ pot: 10_000 });
    const { order } = value(await book.run(seller, takeOrder(aGenerousSale()))).answer;
    expect([...(await ownConcessions(book, '2026-11'))]).toEqual([[seller.id, 1500]]);
    expect(refusal(await book.run(seller, signConcession(order))).code).toBe('PostMayNot');
    value(await book.run(manager, signConcession(order, '开业')));
    expect(await ownConcessions(book, '2026-11')).toEqual(new Map());
    expect(book.kept()).toEqual(book.rebuilt());
  });

  it('nobody signs his own; a voided sale costs nobody anything; a plain one needs no signature [STF-11 G-04 PLT-07]', async () => {
    const book = await aShop({ pot: 10_000 });
    const { order: own } = value(await book.run(manager, takeOrder(aGenerousSale()))).answer;
    expect(refusal(await book.run(manager, signConcession(own))).code).toBe('MustBeAnother');
    expect((await ownConcessions(book, '2026-11')).get(manager.id)).toBe(1500);
    value(await book.run(manager, voidOrder(own, '误开')));
    expect(await ownConcessions(book, '2026-11')).toEqual(new Map());
    const plain = anOrder('collect', [{ product: 'pot', quantity: 2000, price: 10_000 }]);
    const { order } = value(await book.run(seller, takeOrder(plain))).answer;
    expect(refusal(await book.run(manager, signConcession(order))).code).toBe('NothingConceded');
  });
});
