import { useLive } from '#renderer/book/use-live.ts';
import { shortLines, substitutes } from '#shared/modules/order/facts.ts';
import type { Milli } from '#shared/core/money.ts';
import { orderInputOf, type SaleDraft } from './sale-draft.ts';
import { useLast } from './use-last.ts';

/** Goods of which less is free than the slip wants, and what could be offered instead. */
export interface ShortGoods {
  product: string;
  name: string;
  unit: string;
  missing: Milli;
  substitutes: readonly { product: string; name: string; free: Milli }[];
}

/** The short goods of a sale, live, for the eye: the decision looks again when the sale is committed. */
export function useShortage(sale: SaleDraft): readonly ShortGoods[] {
  const { body } = orderInputOf(sale, '-');
  const wanted = body.lines.map(({ product, quantity }) => `${product}:${quantity}`).join();
  const found = useLive(
    async (read) => {
      if (body.location === '' || body.lines.length === 0) return [];
      const short = await shortLines(read, body);
      return Promise.all(
        short.map(async (goods) => ({
          ...goods,
          unit: body.lines.find((line) => line.product === goods.product)?.unit ?? '',
          substitutes: (await substitutes(read, { product: goods.product, quantity: goods.missing }, body.location))
            .filter((other) => other.free > 0)
            .map((other) => ({ product: other.id, name: [other.body.name, other.body.spec].filter(Boolean).join(' '), free: other.free })),
        })),
      );
    },
    ['short', body.location, wanted],
  );
  return useLast(found, NONE);
}

const NONE: readonly ShortGoods[] = [];
