/** Sales over the counter: carried away, collected, on account (SHP-01). */
import { pickOrder, signOrder } from '#shared/modules/order/steps.ts';
import { closeOrder, handGoods, takeOrder, voidOrder, type OrderInput } from '#shared/modules/order/rules.ts';
import { order, type OrderClass } from '#shared/modules/order/module.ts';
import type { Actor } from '#shared/policy/roles.ts';
import type { Story } from './diary.ts';
import { fillBasket, type Basket } from './goods.ts';
import { payAll, payDebt } from './money-story.ts';
import { bringBack } from './return-story.ts';
import { another, look, print, soon, type Buyer, type World } from './world.ts';

export const ticks = { quantity: true, specification: true, price: true, delivery: true } as const;

export function orderInput(
  world: World,
  kind: OrderClass,
  basket: Basket,
  place: string,
  buyer?: Buyer,
  rest: Partial<OrderInput['body']> = {},
): OrderInput {
  return {
    party: buyer?.id ?? '',
    confirmed: ticks,
    shortage: { told: false, choice: '' },
    body: {
      class: kind,
      channel:
        kind === 'carry'
          ? 'counter'
          : world.random.weigh([
              ['counter', 5],
              ['phone', 4],
              ['platform', 1],
            ]),
      customerName: buyer?.body.name ?? '散客',
      phone: buyer?.body.phone ?? '',
      address: kind === 'delivery' ? (buyer?.body.address ?? '') : '',
      location: place,
      lines: basket.lines,
      discount: basket.discount,
      deliverOn: '',
      creditDays: 0,
      notes: '',
      ...rest,
    },
  };
}

/** Class A: chooses, pays, takes it home. */
export async function* carrySale(world: World, seller: Actor, source = '', buyer?: Buyer, regrets = world.random.chance(0.01)): Story {
  const { book, random, people, places } = world;
  const basket = fillBasket(
    world,
    places.shop,
    random.weigh([
      [1, 5],
      [2, 4],
      [3, 3],
      [5, 1],
      [9, 0.4],
    ]),
    { buyer },
  );
  if (!basket) return;
  const { order: id } = await book.must(seller, takeOrder({ ...orderInput(world, 'carry', basket, places.shop, buyer), source }));
  if (regrets) {
    yield soon(world, 2, 5);
    await book.must(random.pick(people.cashiers), voidOrder(id, '客户改变主意'));
    return;
  }
  yield soon(world, 1, 4);
  const cashier = random.pick(people.cashiers);
  await payAll(world, cashier, id);
  await print(world, cashier, id, random.chance(0.5) ? 'sales-slip' : 'till-slip');
  yield soon(world, 1, 3);
  await book.must(seller, handGoods(id, everything(basket)));
  await book.must(cashier, closeOrder(id));
  if (random.chance(0.022)) yield* bringBack(world, id, random.whole(1, 6));
}

/** Class B with stock: ordered, picked by the slip, collected and paid. `until` stops the story for work that is still open. */
export async function* collectSale(world: World, buyer: Buyer, until: 'end' | 'ordered' | 'picked' = 'end'): Story {
  const { book, random, people, places } = world;
  const basket = fillBasket(
    world,
    places.shop,
    random.weigh([
      [1, 2],
      [2, 3],
      [4, 3],
      [7, 1],
    ]),
    { buyer },
  );
  if (!basket) return;
  const { order: id } = await book.must(buyer.seller, takeOrder(orderInput(world, 'collect', basket, places.shop, buyer)));
  await print(world, buyer.seller, id, 'sales-slip');
  if (until === 'ordered') return;
  yield soon(world, 12, 50);
  const keeper = random.pick(people.keepers);
  await print(world, keeper, id, 'picking-list');
  await book.must(keeper, pickOrder(id, everything(basket)));
  if (until === 'picked') return;
  yield random.chance(0.6) ? soon(world, 20, 150) : another(world, 1);
  await book.must(keeper, handGoods(id, everything(basket)));
  yield soon(world, 2, 8);
  const cashier = random.pick(people.cashiers);
  await payAll(world, cashier, id);
  await book.must(cashier, closeOrder(id));
  if (random.chance(0.02)) yield* bringBack(world, id, random.whole(1, 9));
}

/** On account: goods against the customer's signature, money within the agreed days, or later, or not at all. */
export async function* accountSale(world: World, buyer: Buyer, until: 'end' | 'handed' = 'end'): Story {
  const { book, random, people, places } = world;
  const basket = fillBasket(
    world,
    places.shop,
    random.weigh([
      [2, 3],
      [3, 3],
      [6, 2],
      [12, 0.5],
    ]),
    { buyer, bulk: 1.5 },
  );
  if (!basket) return;
  const input = orderInput(world, 'account', basket, places.shop, buyer, { creditDays: buyer.body.creditDays });
  const id = await orderOnCredit(world, buyer, input, until !== 'end');
  if (id === '') return;
  await print(world, buyer.seller, id, 'sales-slip');
  yield soon(world, 10, 40);
  const keeper = random.pick(people.keepers);
  await book.must(keeper, pickOrder(id, everything(basket)));
  yield random.chance(0.7) ? soon(world, 20, 120) : another(world, 1);
  await book.must(keeper, handGoods(id, everything(basket)));
  if (until === 'handed') return;
  await book.must(buyer.seller, signOrder(id, { name: buyer.body.contact || buyer.body.name, file: '' }));
  await book.must(random.pick(people.finance), closeOrder(id));
  if (random.chance(0.025)) yield* bringBack(world, id, random.whole(2, 9));
  yield* waitForMoney(world, buyer, id);
}

/** Over the limit or with an overdue debt the manager decides: half of them go through, with the reason on the stamp (G-07). */
export async function orderOnCredit(world: World, buyer: Buyer, input: OrderInput, insist = false): Promise<string> {
  const { book, random, people } = world;
  const taken = await book.run(buyer.seller, takeOrder(input));
  if (taken.ok) return taken.value.order;
  if (taken.refusal.code !== 'Blocked') throw new Error(`${buyer.body.name}: ${taken.refusal.code}`);
  if (!insist && random.chance(0.55)) return '';
  const by = random.pick(people.managers);
  const reason = random.pick(['老客户，本周内回款', '已电话确认付款日期', '项目急用，负责人担保']);
  const again = await book.run(buyer.seller, takeOrder({ ...input, overrides: { 'G-07': { by, reason } } }));
  return again.ok ? again.value.order : '';
}

export async function* waitForMoney(world: World, buyer: Buyer, id: string): Story {
  const { random, people } = world;
  const delay = buyer.pays === 'well' ? random.whole(-9, 0) : buyer.pays === 'late' ? random.whole(4, 38) : random.whole(30, 120);
  const sale = await look(world, order, id);
  yield another(world, Math.max(1, sale.body.creditDays + delay), 9 * 60, 16 * 60);
  if (buyer.pays === 'badly' && random.chance(0.5)) {
    // Waits beyond the end of the demonstration: a debt nobody pays.
    yield another(world, 900);
    return;
  }
  const inTwo = buyer.pays !== 'well' && random.chance(0.3);
  await payDebt(world, random.pick(people.cashiers), buyer.id, id, inTwo ? 0.5 : 1);
  if (!inTwo) return;
  yield another(world, random.whole(12, 45), 9 * 60, 16 * 60);
  await payDebt(world, random.pick(people.cashiers), buyer.id, id, 1);
}

export function everything(basket: Basket): { line: number; quantity: number }[] {
  return basket.lines.map(({ quantity }, line) => ({ line, quantity }));
}
