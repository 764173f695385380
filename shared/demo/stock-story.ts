/** Goods coming in: the opening count, and refilling what sells (STK-01, STK-02). */
import { inbound } from '#shared/modules/inbound/module.ts';
import type { Story } from './diary.ts';
import { lowLimit } from './masters.ts';
import { make, print, soon, type Ware, type World } from './world.ts';

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

function isLow(world: World, place: string, ware: Ware): boolean {
  const free = world.book.amount(`stock/${place}/${ware.id}`) - world.book.amount(`reserved/${place}/${ware.id}`);
  return free < lowLimit(ware.usual);
}

async function receive(world: World, place: string, wares: readonly Ware[], level: (ware: Ware) => number): Promise<void> {
  const { random, people, book } = world;
  for (let start = 0; start < wares.length; start += LONGEST) {
    const keeper = random.pick(people.keepers);
    const supplier = random.pick(world.suppliers);
    const lines = wares.slice(start, start + LONGEST).map((ware) => ({
      product: ware.id,
      code: ware.code,
      name: ware.name,
      spec: ware.spec,
      unit: ware.unit,
      quantity: level(ware),
      cost: Math.round((ware.price * 0.68) / 10) * 10,
    }));
    const id = await make(
      world,
      keeper,
      inbound,
      {
        type: 'finished',
        location: place,
        from: supplier.name,
        fromLocation: '',
        slipNo: `SH${book.today.replaceAll('-', '').slice(2)}${random.whole(100, 999)}`,
        certificateNo: `HG-${book.today.slice(0, 7)}-${random.whole(1000, 9999)}`,
        certificate: '',
        pickup: '',
        lines,
        notes: '',
      },
      { gates: ['G-28'], facts: { 'G-28': { inboundSlip: true, certificate: true } } },
    );
    await print(world, keeper, id, 'inbound-slip');
  }
}
