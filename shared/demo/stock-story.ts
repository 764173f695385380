/** Goods coming in: the opening count, and refilling what sells (STK-01, STK-02). */
import { receiveFinished, transferStock, type InboundLines } from '#shared/modules/inbound/rules.ts';
import type { Story } from './diary.ts';
import { freeOf } from './goods.ts';
import { lowLimit } from './masters.ts';
import { print, soon, type Ware, type World } from './world.ts';

/** Lines of one inbound slip at most. */
const LONGEST = 40;

/** Fills every shelf once; a small shop floor keeps two thirds of the goods. */
export async function fillShelves(world: World, bulk: number): Promise<void> {
  const { wares, places, random } = world;
  const shop = wares.filter(({ group }) => group === 'general' && random.chance(0.75));
  await receive(world, places.shop, shop, (ware) => stockLevel(ware, bulk * 1.5));
  await receive(world, places.store, wares, (ware) => stockLevel(ware, bulk * 3));
  await receive(
    world,
    places.centre,
    wares.filter((_, index) => index % 12 === 0),
    (ware) => stockLevel(ware, bulk),
  );
}

function stockLevel(ware: Ware, bulk: number): number {
  const whole = ware.usual[1] * bulk * (0.4 + Math.min(3, ware.weight));
  return Math.max(2, Math.round(whole)) * 1000;
}

/** What fell under its limit is ordered in the morning and comes in after a few days. */
export async function* refill(world: World, bulk: number): Story {
  const { places, random } = world;
  for (const [place, factor] of [
    [places.shop, 1.5],
    [places.store, 3],
  ] as const) {
    const low = world.wares.filter((ware) => isLow(world, place, ware) && (place === places.store || ware.group === 'general'));
    // Nobody notices everything at once, and something is always sold out at the maker's.
    const ordered = low.filter(() => random.chance(0.85));
    if (ordered.length === 0) continue;
    yield soon(world, 30, 120);
    await receive(world, place, ordered, (ware) => stockLevel(ware, bulk * factor));
  }
}

/** The shop fetches from the main store what it sells faster than the makers deliver. */
export async function* moveGoods(world: World): Story {
  const { places, random, book, people } = world;
  const wanted = world.wares.filter((ware) => ware.group === 'general' && isLow(world, places.shop, ware)).slice(0, 12);
  const lines: InboundLines = wanted.flatMap((ware) => {
    const quantity = Math.min(Math.floor(freeOf(world, places.store, ware.id) / 2000) * 1000, ware.usual[1] * 1000);
    return quantity >= 1000 ? [lineOf(ware, quantity)] : [];
  });
  if (lines.length === 0) return;
  yield soon(world, 10, 60);
  const keeper = random.pick(people.keepers);
  // Somebody may have sold them meanwhile.
  const moved = await book.run(keeper, transferStock({ fromLocation: places.store, location: places.shop, lines, notes: '补门店' }));
  if (moved.ok) await print(world, keeper, moved.value.inbound, 'inbound-slip');
}

function lineOf(ware: Ware, quantity: number): InboundLines[number] {
  const { id: product, code, name, spec, unit, price } = ware;
  return { product, code, name, spec, unit, quantity, cost: Math.round((price * 0.68) / 10) * 10 };
}

function isLow(world: World, place: string, ware: Ware): boolean {
  return freeOf(world, place, ware.id) < lowLimit(ware.usual);
}

async function receive(world: World, place: string, wares: readonly Ware[], level: (ware: Ware) => number): Promise<void> {
  const { random, people, book } = world;
  for (let start = 0; start < wares.length; start += LONGEST) {
    const keeper = random.pick(people.keepers);
    const supplier = random.pick(world.suppliers);
    const lines = wares.slice(start, start + LONGEST).map((ware) => lineOf(ware, level(ware)));
    const input = {
      location: place,
      from: supplier.name,
      slipNo: `SH${book.today.replaceAll('-', '').slice(2)}${random.whole(100, 999)}`,
      certificateNo: `HG-${book.today.slice(0, 7)}-${random.whole(1000, 9999)}`,
      certificate: '',
      lines,
      notes: '',
    };
    const { inbound: id } = await book.must(keeper, receiveFinished(input));
    await print(world, keeper, id, 'inbound-slip');
  }
}
