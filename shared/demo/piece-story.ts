/** Goods whose pieces have numbers: taken in, sold over the counter, delivered, brought back (STK-01, STK-02, ORD-09). */
import { issueStock, markPicked, releaseDispatch, writeDispatch } from '#shared/modules/dispatch/rules.ts';
import { issueGatepass } from '#shared/modules/gatepass/rules.ts';
import { receiveFinished } from '#shared/modules/inbound/rules.ts';
import { closeOrder, handGoods, takeOrder } from '#shared/modules/order/rules.ts';
import { reviewOrder } from '#shared/modules/order/steps.ts';
import { product } from '#shared/modules/product/module.ts';
import { hasCheckDigit } from '#shared/modules/product/serials.ts';
import { approveReturn, askReturn, receiveReturn } from '#shared/modules/return/rules.ts';
import { orderInput } from './counter-story.ts';
import type { Story } from './diary.ts';
import { lineOf } from './goods.ts';
import { lowLimit } from './masters.ts';
import { payAll } from './money-story.ts';
import { plate } from './names.ts';
import { another, make, print, soon, type Ware, type World } from './world.ts';

type Numbered = World['numbered'][number];

const goods = [
  { tracking: 'serial', code: 'SN-0001', name: '变频器', spec: 'VFD-M 7.5kW 380V', unit: '台', price: 268_000, floor: 250_000 },
  { tracking: 'vin', code: 'SN-0002', name: '电动平板搬运车', spec: '2t 锂电', unit: '辆', price: 3_980_000, floor: 3_800_000 },
] as const;

/** Never sold by chance: only this story knows which pieces there are. */
export async function stockNumbered(world: World): Promise<void> {
  const maker = world.people.purchasing[0] ?? world.random.pick(world.people.managers);
  for (const [index, { tracking, ...good }] of goods.entries()) {
    const usual = [1, 1] as const;
    const ware = { ...good, barcode: '', group: 'general', usual, weight: 0, family: -1 - index } as const;
    const { usual: _usual, weight: _weight, family: _family, ...master } = ware;
    const id = await make(world, maker, product, { ...master, tracking, substitutes: [], lowStock: lowLimit(usual), notes: '' });
    world.numbered.push({ ...ware, id, tracking });
  }
}

export async function* pieceStory(world: World): Story {
  const { book, random, people, places } = world;
  const [drive, truck] = world.numbered;
  const buyer = world.buyers[0];
  const seller = random.pick(people.sellers);
  if (!drive || !truck || !buyer) return;
  const drives = numbersOf(world, drive, 5);
  const trucks = numbersOf(world, truck, 3);
  await receive(world, places.shop, drive, drives);
  yield soon(world, 20, 60);
  await receive(world, places.store, truck, trucks);

  yield another(world, 1);
  const [carried = '', regretted = ''] = drives;
  const sold = await carry(world, drive, carried);
  const back = await carry(world, drive, regretted);
  yield soon(world, 30, 90);
  await ship(world, truck, trucks[0] ?? '');
  yield another(world, 1);
  const asked = await book.must(
    seller,
    askReturn({ order: back, lines: [{ line: 0, quantity: 1000 }], reason: '功率选小了', condition: 'good' }),
  );
  const manager = random.pick(people.managers.filter(({ id }) => id !== seller.id));
  await book.must(manager, approveReturn(asked.return));
  yield soon(world, 10, 40);
  await book.must(random.pick(people.keepers), receiveReturn(asked.return));
  await book.run(random.pick(people.cashiers), closeOrder(sold));
}

/** Serial numbers as a maker counts them; VINs with their check digit. */
function numbersOf({ branch, book }: World, { tracking }: Numbered, count: number): string[] {
  const year = book.today.slice(2, 4);
  return Array.from({ length: count }, (_, index) => {
    const run = String(index + 1).padStart(4, '0');
    if (tracking === 'serial') return `VFD${year}${branch.code}${run}`;
    const vin = (check: string) => `LHD2T0A3${check}T${branch.code.slice(0, 2).replaceAll(/[IOQ]/g, 'A')}0${run}`;
    return [...'0123456789X'].map(vin).find(hasCheckDigit) ?? vin('0');
  });
}

async function receive(world: World, location: string, ware: Numbered, serials: string[]): Promise<void> {
  const { random, people, book } = world;
  const keeper = random.pick(people.keepers);
  const { id, code, name, spec, unit, price } = ware;
  const line = {
    product: id,
    code,
    name,
    spec,
    unit,
    quantity: serials.length * 1000,
    cost: Math.round((price * 0.7) / 100) * 100,
    serials,
  };
  const papers = {
    slipNo: `XL${book.today.replaceAll('-', '').slice(2)}${code.slice(-1)}`,
    certificateNo: `HG-${code}`,
    certificate: '',
    notes: '',
  };
  const { inbound } = await book.must(
    keeper,
    receiveFinished({ location, from: random.pick(world.suppliers).name, lines: [line], ...papers }),
  );
  await print(world, keeper, inbound, 'inbound-slip');
}

/** Chosen by its number, paid and carried away. */
async function carry(world: World, ware: Ware, serial: string): Promise<string> {
  const { book, random, people, places } = world;
  const seller = random.pick(people.sellers);
  const line = { ...lineOf(ware, 1000, 1), serials: [serial] };
  const basket = { lines: [line], discount: 0, total: line.amount };
  const { order: id } = await book.must(seller, takeOrder(orderInput(world, 'carry', basket, places.shop)));
  const cashier = random.pick(people.cashiers);
  await payAll(world, cashier, id);
  await print(world, cashier, id, 'sales-slip');
  await book.must(seller, handGoods(id, [{ line: 0, quantity: 1000 }]));
  return id;
}

/** Picked by its number and out of the store; the gate has not seen it yet. */
async function ship(world: World, ware: Ware, serial: string): Promise<void> {
  const { book, random, people, places, branch } = world;
  const buyer = world.buyers[0];
  if (!buyer) return;
  const line = lineOf(ware, 1000, 1);
  const basket = { lines: [line], discount: 0, total: line.amount };
  const { order: id } = await book.must(buyer.seller, takeOrder(orderInput(world, 'delivery', basket, places.store, buyer)));
  const manager = random.pick(people.managers.filter((one) => one.id !== buyer.seller.id));
  await book.must(manager, reviewOrder(id, { legality: true, accuracy: true, completeness: true }));
  const vehicle = plate(random, branch.plates);
  const { name: consignee, phone, address } = buyer.body;
  const to = {
    type: 'delivery',
    consignee,
    phone,
    address,
    carrier: '自有车辆',
    vehicle,
    driver: '',
    expected: book.today,
    notes: '',
  } as const;
  const lines = [{ line: 0, quantity: 1000, serials: [serial] }];
  const { dispatch } = await book.must(buyer.seller, writeDispatch({ order: id, lines, delivery: to }));
  await book.must(manager, releaseDispatch(dispatch));
  const keeper = random.pick(people.keepers);
  await book.must(keeper, markPicked(dispatch, lines));
  const { stockout } = await book.must(keeper, issueStock(dispatch, lines));
  await print(world, keeper, stockout, 'stock-out-slip');
  const pass = await book.must(keeper, issueGatepass(dispatch, { vehicle, driver: '', packages: 1, goods: ware.name }));
  await print(world, keeper, pass.gatepass, 'gate-pass');
}
