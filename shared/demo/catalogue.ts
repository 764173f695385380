/** What the dealer has on its shelves. */
import type { Fen } from '#shared/core/money.ts';
import { electrical } from './catalogue-electrical.ts';
import type { Family } from './catalogue-family.ts';
import { mechanical } from './catalogue-mechanical.ts';
import type { Random } from './random.ts';

const families: readonly Family[] = [...electrical, ...mechanical];

export interface DemoProduct {
  code: string;
  name: string;
  spec: string;
  unit: string;
  barcode: string;
  group: 'general' | 'domestic' | 'imported';
  price: Fen;
  floor: Fen;
  usual: readonly [number, number];
  /** How readily it sells. */
  weight: number;
  family: number;
}

/** `count` different goods, every family in proportion to what it has. */
export function demoCatalogue(count: number, random: Random): DemoProduct[] {
  const grids = families.map((family) => combinations(family.grid));
  const all = grids.reduce((sum, grid) => sum + grid.length, 0);
  if (count > all) throw new RangeError(`the catalogue has ${all} goods`);
  const made: DemoProduct[] = [];
  let before = 0;
  families.forEach((family, index) => {
    const grid = grids[index] ?? [];
    const upTo = Math.round(((before + grid.length) / all) * count);
    const wanted = upTo - made.length;
    before += grid.length;
    for (let i = 0; i < wanted; i += 1) {
      // Evenly over the grid, so that a small shop still has small and large ones.
      const at = Math.floor((i * grid.length) / wanted);
      const spec = grid[at];
      if (spec) made.push(productOf(family, index, spec, made.length, random));
    }
  });
  return made;
}

function productOf(family: Family, index: number, spec: { text: string; size: number }, serial: number, random: Random): DemoProduct {
  const [low, high] = family.price;
  const yuan = low * (high / low) ** spec.size * (0.92 + random.next() * 0.16);
  const price = yuan < 20 ? Math.max(50, Math.round(yuan * 20) * 5) : yuan < 500 ? Math.round(yuan) * 100 : Math.round(yuan / 10) * 1000;
  return {
    code: `${family.prefix}-${String(serial + 1).padStart(4, '0')}`,
    name: family.name,
    spec: spec.text,
    unit: family.unit,
    barcode: ean13(
      `697${String(1_000_000 + serial * 7919)
        .slice(-9)
        .padStart(9, '0')}`,
    ),
    group: family.group ?? 'general',
    price,
    floor: Math.round((price * random.whole(84, 92)) / 1000) * 10,
    usual: family.usual,
    weight: family.weight,
    family: index,
  };
}

/** Every specification of a grid; `size` 0…1 says how large it is along the first list. */
function combinations(grid: Family['grid']): { text: string; size: number }[] {
  const [first = [], ...rest] = grid;
  let all = first.map((text, index) => ({ text, size: first.length < 2 ? 0 : index / (first.length - 1) }));
  for (const list of rest) {
    all = all.flatMap(({ text, size }) => list.map((more) => ({ text: more.startsWith('×') ? text + more : `${text} ${more}`, size })));
  }
  return all;
}

/** @param digits the first twelve */
function ean13(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
