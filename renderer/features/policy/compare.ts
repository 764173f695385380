import type { Policy } from '#shared/modules/policy/module.ts';
import { policyDefaults } from '#shared/policy/parameters.ts';
import type { LimitValue } from './limits.ts';

export type Compared = Pick<Policy, 'parameters' | 'prices' | 'discounts' | 'reminder'>;

export type Change =
  | { kind: 'limit'; name: string; before: LimitValue; after: LimitValue }
  | { kind: 'price' | 'floor'; name: string; before: number | null; after: number | null }
  | { kind: 'discount'; class: string; group: string; before: number | null; after: number | null }
  | { kind: 'reminder'; before: string; after: string };

const nothing: Compared = { parameters: {}, prices: [], discounts: [], reminder: '' };

/** What a product's own file says: what it costs where no policy prices it. */
export interface PricedFile {
  title: string;
  price: number;
  floor: number;
}

/** What differs between two versions, limits first. `before` null: the standard values. `files`: the products that either prices, by id. */
export function changesBetween(before: Compared | null, after: Compared, files: ReadonlyMap<string, PricedFile> = new Map()): Change[] {
  const old = before ?? nothing;
  const limits = Object.entries(policyDefaults).flatMap(([name, standard]): Change[] => {
    const was = old.parameters[name] ?? standard;
    const is = after.parameters[name] ?? standard;
    return was === is ? [] : [{ kind: 'limit', name, before: was, after: is }];
  });
  const products = new Set([...old.prices, ...after.prices].map(({ product }) => product));
  const prices = [...products].flatMap((product): Change[] => {
    const was = old.prices.find((row) => row.product === product);
    const is = after.prices.find((row) => row.product === product);
    const file = files.get(product);
    const name = file?.title ?? is?.name ?? was?.name ?? '';
    return (['price', 'floor'] as const).flatMap((kind): Change[] => {
      const [earlier, now] = [was?.[kind] ?? file?.[kind] ?? null, is?.[kind] ?? file?.[kind] ?? null];
      return earlier === now ? [] : [{ kind, name, before: earlier, after: now }];
    });
  });
  const keyOf = (row: Compared['discounts'][number]) => `${row.class}/${row.group}`;
  const keys = new Set([...old.discounts, ...after.discounts].map(keyOf));
  const discounts = [...keys].flatMap((key): Change[] => {
    const was = old.discounts.find((row) => keyOf(row) === key);
    const is = after.discounts.find((row) => keyOf(row) === key);
    const row = is ?? was;
    if (!row || was?.share === is?.share) return [];
    return [{ kind: 'discount', class: row.class, group: row.group, before: was?.share ?? null, after: is?.share ?? null }];
  });
  const reminder: Change[] = old.reminder === after.reminder ? [] : [{ kind: 'reminder', before: old.reminder, after: after.reminder }];
  return [...limits, ...prices, ...discounts, ...reminder];
}
