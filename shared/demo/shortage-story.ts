/** The shelf is short: the rest is fetched from a supplier against a pick-up slip and paid from the float (SHP-05, STK-04…06). */
import { lineAmount } from '#shared/core/money.ts';
import { drawFloat, settleFloat } from '#shared/modules/float/rules.ts';
import { receiveBought } from '#shared/modules/inbound/rules.ts';
import { closeOrder, handGoods, takeOrder } from '#shared/modules/order/rules.ts';
import { photographPickup, recordPickup, writePickup } from '#shared/modules/pickup/rules.ts';
import { everything, orderInput } from './counter-story.ts';
import type { Story } from './diary.ts';
import { fillBasket, freeOf, lineOf, rateOf } from './goods.ts';
import { payAll } from './money-story.ts';
import { demoPhoto } from './photo.ts';
import { fillFloat } from './cash-story.ts';
import { another, print, soon, type Buyer, type World } from './world.ts';

export type ShortageStage = 'written' | 'photographed' | 'recorded' | 'drawn' | 'end';

export async function* shortageSale(world: World, buyer: Buyer, until: ShortageStage = 'end'): Story {
  const { book, random, people, places, wares } = world;
  const ware = random.pick(wares.filter(({ group, price }) => group === 'general' && price < 60_000));
  const free = Math.max(0, freeOf(world, places.shop, ware.id));
  const missing = random.whole(1, Math.max(2, ware.usual[1])) * 1000;
  const short = lineOf(ware, free + missing, rateOf(buyer, random));
  const basket = fillBasket(world, places.shop, random.whole(1, 3), { buyer });
  const lines = [short, ...(basket?.lines.filter(({ product, gift }) => product !== ware.id && !gift) ?? [])];
  const whole = { lines, discount: 0, total: lines.reduce((sum, line) => sum + line.amount, 0) };
  const input = { ...orderInput(world, 'shortage', whole, places.shop, buyer), shortage: { told: true, choice: 'purchase' as const } };
  const { order: id } = await book.must(buyer.seller, takeOrder(input));
  await print(world, buyer.seller, id, 'sales-slip');

  yield soon(world, 8, 30);
  const supplier = random.pick(world.suppliers);
  const cost = Math.round((ware.price * random.whole(70, 80)) / 1000) * 10;
  const line = { line: 0, quantity: missing, cost };
  const { pickup: slip } = await book.must(buyer.seller, writePickup({ order: id, supplier, lines: [line], notes: '' }));
  await print(world, buyer.seller, slip, 'pick-up-slip');
  if (until === 'written') return;
  yield soon(world, 2, 10);
  await book.must(buyer.seller, photographPickup(slip, demoPhoto.hash));
  if (until === 'photographed') return;
  yield soon(world, 10, 40);
  const buyers = random.pick(people.purchasing);
  await book.must(buyers, recordPickup(slip, `CG${book.today.replaceAll('-', '').slice(2)}${random.whole(100, 999)}`));
  if (until === 'recorded') return;
  yield soon(world, 5, 20);
  const cashier = random.pick(people.cashiers);
  const amount = lineAmount(cost, missing);
  await fillBox(world, amount);
  const { float: voucher } = await book.must(cashier, drawFloat(slip, { amount, person: buyer.seller.name, note: '' }));
  await print(world, cashier, voucher, 'float-voucher');
  if (until === 'drawn') return;
  yield soon(world, 50, 180);
  const keeper = random.pick(people.keepers);
  const came = {
    location: places.shop,
    slipNo: '',
    pickupCopy: true,
    slipCopy: true,
    counted: [{ line: 0, quantity: missing }],
    notes: '',
  };
  const { inbound } = await book.must(keeper, receiveBought(slip, came));
  await print(world, keeper, inbound, 'inbound-slip');
  yield soon(world, 5, 20);
  // The supplier let off the odd yuan now and then.
  const spent = random.chance(0.3) ? amount - (amount % 1_000) : amount;
  const bill = { spent, person: buyer.seller.name, voucherNo: `SJ${random.whole(10_000, 99_999)}`, voucher: demoPhoto.hash, note: '' };
  await book.must(cashier, settleFloat(slip, bill));
  yield another(world, random.whole(0, 1));
  await book.must(keeper, handGoods(id, everything(whole)));
  yield soon(world, 3, 9);
  await payAll(world, cashier, id);
  await book.must(cashier, closeOrder(id));
}

/** Finance fills the box before it is empty. */
async function fillBox(world: World, wanted: number): Promise<void> {
  if (world.book.amount('float') >= wanted + 100_000) return;
  const amount = Math.ceil(wanted / 500_000) * 500_000 + 2_000_000;
  await fillFloat(world, amount);
}
