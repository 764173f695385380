import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import { aCustomer, anOrder, goods, made, manager, seller, value } from '#shared/modules/branch.fixture.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { handGoods, takeOrder } from '#shared/modules/order/rules.ts';
import { aTestCentre, type TestCentre } from './judge.fixture.ts';

/** Two desks with the same book: one pot, one customer with a limit of 100 yuan; the second desk's clock is an hour later. */
export async function twoDesks(stock = 1000): Promise<{ centre: TestCentre; a: MemoryBook; b: MemoryBook; party: string }> {
  const centre = await aTestCentre();
  const first = centre.desk('C', -10);
  value(await first.run(manager, made(opening, { type: 'stock', ...goods('pot'), location: 'shop', quantity: stock })));
  const party = await aCustomer(first, { creditLimit: 10_000 });
  await centre.send(first);
  const [a, b] = [centre.desk('A'), centre.desk('B', 1)];
  await centre.pull(a);
  await centre.pull(b);
  return { centre, a, b, party };
}

export const pot = (price = 5000) => [{ product: 'pot', quantity: 1000, price }];

export async function sell(book: MemoryBook, input = anOrder('collect', pot())): Promise<string> {
  const { order } = value(await book.run(seller, takeOrder(input))).answer;
  value(await book.run(seller, handGoods(order, [{ line: 0, quantity: 1000 }])));
  return order;
}
