import { useLast } from '#renderer/book/use-last.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { freeStock, shortLines, substitutes } from '#shared/modules/order/facts.ts';
import type { Milli } from '#shared/core/money.ts';
import { orderInputOf, type SaleDraft } from './sale-draft.ts';
import type { SalePlace } from './use-places.ts';

/** Goods of which less is free than the slip wants, and what could be offered instead. */
export interface ShortGoods {
  product: string;
  name: string;
  unit: string;
  missing: Milli;
  substitutes: readonly { product: string; name: string; free: Milli }[];
  /** Other places that have some. */
  elsewhere: readonly { name: string; free: Milli }[];
}

/** The short goods of a sale, live, for the eye: the decision looks again when the sale is committed. */
export function useShortage(sale: SaleDraft, places: readonly SalePlace[]): readonly ShortGoods[] {
  const { body } = orderInputOf(sale, '-');
  const wanted = body.lines.map(({ product, quantity }) => `${product}:${quantity}`).join();
  const found = useLive(
    async (read) => {
      if (body.location === '' || body.lines.length === 0) return [];
      const short = await shortLines(read, body);
      return Promise.all(
        short.map(async ({ product, missing }) => {
          const line = body.lines.find((wantedLine) => wantedLine.product === product);
          const offers = await substitutes(read, { product, quantity: missing }, body.location);
          const stock = await Promise.all(
            places
              .filter((place) => place.id !== body.location)
              .map(async (place) => ({ name: place.name, free: await freeStock(read, place.id, product) })),
          );
          return {
            product,
            name: [line?.name, line?.spec].filter(Boolean).join(' '),
            unit: line?.unit ?? '',
            missing,
            substitutes: offers
              .filter((other) => other.free > 0)
              .map(({ id, body: other, free }) => ({ product: id, name: [other.name, other.spec].filter(Boolean).join(' '), free })),
            elsewhere: stock.filter(({ free }) => free > 0),
          };
        }),
      );
    },
    ['short', body.location, wanted, places.length],
  );
  return useLast(found, NONE);
}

const NONE: readonly ShortGoods[] = [];
