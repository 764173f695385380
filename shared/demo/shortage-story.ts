/** The shelf is short: the rest is fetched from a supplier against a pick-up slip and paid from the float (SHP-05, STK-04…06). */
import { lineAmount } from '#shared/core/money.ts';
import { ok } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import { float } from '#shared/modules/float/module.ts';
import { inbound } from '#shared/modules/inbound/module.ts';
import { order } from '#shared/modules/order/module.ts';
import { closeOrder, handGoods, takeOrder } from '#shared/modules/order/rules.ts';
import { pickup } from '#shared/modules/pickup/module.ts';
import { everything, orderInput } from './counter-story.ts';
import type { Story } from './diary.ts';
import { fillBasket, lineOf, rateOf } from './goods.ts';
import { payAll } from './money-story.ts';
import { another, look, make, print, soon, step, type Buyer, type World } from './world.ts';

export type ShortageStage = 'written' | 'photographed' | 'recorded' | 'drawn' | 'end';

export async function* shortageSale(world: World, buyer: Buyer, until: ShortageStage = 'end'): Story {
  const { book, random, people, places, wares } = world;
  const ware = random.pick(wares.filter(({ group, price }) => group === 'general' && price < 60_000));
  const free = Math.max(0, book.amount(`stock/${places.shop}/${ware.id}`) - book.amount(`reserved/${places.shop}/${ware.id}`));
  const missing = random.whole(1, Math.max(2, ware.usual[1])) * 1000;
  const short = lineOf(ware, free + missing, rateOf(buyer, random));
  const basket = fillBasket(world, places.shop, random.whole(1, 3), { buyer });
  const lines = [short, ...(basket?.lines.filter(({ product, gift }) => product !== ware.id && !gift) ?? [])];
  const whole = { lines, discount: 0, total: lines.reduce((sum, line) => sum + line.amount, 0) };
  const input = { ...orderInput(world, 'shortage', whole, places.shop, buyer), shortage: { told: true, choice: 'purchase' as const } };
  const { order: id } = await book.must(buyer.seller, takeOrder(input));
  const sale = await look(world, order, id);
  await print(world, buyer.seller, id, 'sales-slip');

  yield soon(world, 8, 30);
  const supplier = random.pick(world.suppliers);
  const cost = Math.round((ware.price * random.whole(70, 80)) / 1000) * 10;
  const goods = { product: ware.id, code: ware.code, name: ware.name, spec: ware.spec, unit: ware.unit, quantity: missing, cost };
  const toPay = lineAmount(cost, missing);
  const slip = await make(
    world,
    buyer.seller,
    pickup,
    { order: id, orderNo: sale.no, customerName: buyer.body.name, supplierName: supplier.name, lines: [goods], cost: toPay, notes: '' },
    { party: supplier.id, source: id },
  );
  await print(world, buyer.seller, slip, 'pick-up-slip');
  if (until === 'written') return;
  yield soon(world, 2, 10);
  await step(world, buyer.seller, pickup, slip, 'photographed', { file: '' });
  if (until === 'photographed') return;
  yield soon(world, 10, 40);
  await step(world, random.pick(people.purchasing), pickup, slip, 'recorded');
  if (until === 'recorded') return;
  yield soon(world, 5, 20);
  const given = Math.ceil(toPay / 10_000) * 10_000;
  const cashier = random.pick(people.cashiers);
  await draw(world, cashier, slip, given, buyer.seller.name);
  if (until === 'drawn') return;
  yield soon(world, 50, 180);
  const keeper = random.pick(people.keepers);
  await stockIn(world, keeper, slip, id, places.shop, supplier.name, goods);
  yield soon(world, 5, 20);
  await make(world, cashier, float, {
    type: 'settle',
    amount: given - toPay,
    spent: toPay,
    pickup: slip,
    person: buyer.seller.name,
    voucherNo: `SJ${random.whole(10_000, 99_999)}`,
    voucher: '',
    note: '',
  });
  yield another(world, random.whole(0, 1));
  await book.must(keeper, handGoods(id, everything(whole)));
  yield soon(world, 3, 9);
  await payAll(world, cashier, id);
  await book.must(cashier, closeOrder(id));
  await step(world, keeper, pickup, slip, 'closed');
}

async function draw(
  world: World,
  cashier: World['people']['cashiers'][number],
  slip: string,
  amount: number,
  person: string,
): Promise<void> {
  await fillFloat(world, amount);
  await world.book.must(cashier, async (_read, moment) => {
    const body = { type: 'draw' as const, amount, spent: 0, pickup: slip, person, voucherNo: '', voucher: '', note: '' };
    const made = commitNew(float, body, moment, { source: slip });
    if (!made.ok) return made;
    const record = await look(world, pickup, slip);
    const facts = { 'G-34': { slipNo: true, customer: true, photo: true, recorded: true } };
    const drawn = act(pickup, record, 'drawn', { float: made.value.id }, moment, facts);
    return drawn.ok ? ok({ records: [untyped(made.value), untyped(drawn.value)], answer: null }) : drawn;
  });
}

/** Finance fills the box before it is empty. */
async function fillFloat(world: World, wanted: number): Promise<void> {
  if (world.book.amount('float') >= wanted + 100_000) return;
  const body = {
    type: 'open' as const,
    amount: Math.ceil(wanted / 500_000) * 500_000 + 2_000_000,
    spent: 0,
    pickup: '',
    person: '财务拨付',
    voucherNo: '',
    voucher: '',
    note: '',
  };
  await make(world, world.random.pick(world.people.finance), float, body);
}

async function stockIn(
  world: World,
  keeper: World['people']['keepers'][number],
  slip: string,
  sale: string,
  place: string,
  from: string,
  goods: { product: string; code: string; name: string; spec: string; unit: string; quantity: number; cost: number },
): Promise<void> {
  await world.book.must(keeper, async (_read, moment) => {
    const body = {
      type: 'bought' as const,
      location: place,
      from,
      fromLocation: '',
      slipNo: '',
      certificateNo: '',
      certificate: '',
      pickup: slip,
      lines: [goods],
      notes: '',
    };
    const facts = { 'G-35': { pickupCopy: true, slipCopy: true } };
    const made = commitNew(inbound, body, moment, { source: slip, gates: ['G-35'], facts });
    if (!made.ok) return made;
    const stocked = act(pickup, await look(world, pickup, slip), 'stocked', { inbound: made.value.id }, moment);
    if (!stocked.ok) return stocked;
    const arrived = act(order, await look(world, order, sale), 'arrived', { inbound: made.value.id }, moment);
    return arrived.ok
      ? ok({ records: [made.value, stocked.value, arrived.value].map((one) => untyped(one as never)), answer: null })
      : arrived;
  });
}
