/** What a customer picks, and at what price. */
import { lineAmount, type Fen, type Milli } from '#shared/core/money.ts';
import type { OrderLine } from '#shared/modules/order/module.ts';
import type { Random } from './random.ts';
import type { Buyer, Ware, World } from './world.ts';

export interface Basket {
  lines: OrderLine[];
  discount: Fen;
  total: Fen;
}

/** Share of the list price a customer pays, by how much business there is with him. */
const RATES: Record<Buyer['body']['class'], readonly [number, number]> = {
  key: [0.93, 0.96],
  potential: [0.95, 0.99],
  ordinary: [0.98, 1],
};

/** Thousandths on the shelf that nobody was promised; below zero when more was promised than there is. */
export function freeOf({ book }: World, place: string, product: string): Milli {
  return book.amount(`stock/${place}/${product}`) - book.amount(`reserved/${place}/${product}`);
}

/**
 * Up to `count` lines of what is free at the place. `machines`: goods with a deposit of their own may be among them.
 * null when the shelf has nothing.
 */
export function fillBasket(
  world: World,
  place: string,
  count: number,
  options: { buyer?: Buyer | undefined; machines?: boolean; bulk?: number } = {},
): Basket | null {
  const { random } = world;
  const { buyer, machines = false, bulk = 1 } = options;
  const lines: OrderLine[] = [];
  for (let tries = 0; lines.length < count && tries < count * 5; tries += 1) {
    const ware = pickWare(world);
    if (lines.some((line) => line.product === ware.id) || (!machines && ware.group !== 'general')) continue;
    const free = freeOf(world, place, ware.id);
    const quantity = Math.min(wantedOf(ware, random, bulk), Math.floor((free * 0.4) / 1000) * 1000);
    if (quantity >= 1000) lines.push(lineOf(ware, quantity, rateOf(buyer, random)));
  }
  if (lines.length === 0) return null;
  if (lines.length > 2 && random.chance(0.04)) lines.push({ ...present(lines[0]), gift: true });
  const sum = lines.reduce((total, line) => total + line.amount, 0);
  // 抹零: the odd yuan are let off, never so many that a line falls under its floor.
  const odd = sum % (sum > 500_000 ? 10_000 : 1_000);
  const discount = random.chance(0.3) && odd * 200 < sum ? odd : 0;
  return { lines, discount, total: sum - discount };
}

/** One line of exactly this ware. */
export function lineOf(ware: Ware, quantity: number, rate: number): OrderLine {
  const wish = Math.round((ware.price * rate) / 10) * 10;
  // A little above the floor, so that letting off the odd yuan does not break it.
  const price = Math.min(ware.price, Math.max(wish, Math.ceil((ware.floor * 1.01) / 10) * 10));
  return {
    product: ware.id,
    code: ware.code,
    name: ware.name,
    spec: ware.spec,
    unit: ware.unit,
    quantity,
    listPrice: ware.price,
    floor: ware.floor,
    price,
    amount: lineAmount(price, quantity),
    gift: false,
  };
}

function present(line: OrderLine | undefined): OrderLine {
  if (!line) throw new RangeError('no line to add a gift to');
  return { ...line, quantity: 1000, price: 0, amount: 0 };
}

export function rateOf(buyer: Buyer | undefined, random: Random): number {
  const [low, high] = RATES[buyer?.body.class ?? 'ordinary'];
  return low + random.next() * (high - low);
}

/** Thousandths; what is sold by the metre goes in tens. */
export function wantedOf(ware: Ware, random: Random, bulk: number): number {
  const [least, most] = ware.usual;
  const whole = Math.max(1, Math.round((least + (most - least) * random.next() ** 2) * bulk));
  return (ware.unit === '米' && whole > 10 ? Math.round(whole / 10) * 10 : whole) * 1000;
}

const ladders = new WeakMap<readonly Ware[], number[]>();

/** A ware by how readily it sells. */
export function pickWare(world: World): Ware {
  const { wares, random } = world;
  const ladder = ladders.get(wares) ?? ladderOf(wares);
  ladders.set(wares, ladder);
  const at = random.next() * (ladder.at(-1) ?? 0);
  let low = 0;
  let high = ladder.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ladder[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  const found = wares[low];
  if (!found) throw new RangeError('the shop has no wares');
  return found;
}

function ladderOf(wares: readonly Ware[]): number[] {
  let sum = 0;
  return wares.map((ware) => (sum += ware.weight));
}
