import { z } from 'zod';
import type { Fen, Milli } from '#shared/core/money.ts';
import { productGroups, type Product } from '#shared/modules/product/module.ts';
import { trackings } from '#shared/modules/product/serials.ts';

/** What the product form holds: figures may still be missing. */
export const productDraft = z.object({
  code: z.string(),
  name: z.string(),
  spec: z.string(),
  unit: z.string(),
  barcode: z.string(),
  group: z.enum(productGroups),
  tracking: z.enum(trackings).optional(),
  price: z.number().int().nullable(),
  floor: z.number().int().nullable(),
  lowStock: z.number().int().nullable(),
  substitutes: z.array(z.string()),
  notes: z.string(),
});

export type ProductDraft = z.infer<typeof productDraft>;

export const emptyProduct: ProductDraft = {
  code: '',
  name: '',
  spec: '',
  unit: '',
  barcode: '',
  group: 'general',
  price: null,
  floor: null,
  lowStock: null,
  substitutes: [],
  notes: '',
};

export function draftOf(body: Product): ProductDraft {
  return { ...body, floor: zeroAsEmpty(body.floor), lowStock: zeroAsEmpty(body.lowStock) };
}

/** null while the price is missing: everything else that is missing the rules say. */
export function toProduct(draft: ProductDraft): Product | null {
  if (draft.price === null) return null;
  return { ...draft, price: draft.price, floor: draft.floor ?? 0, lowStock: draft.lowStock ?? 0 };
}

function zeroAsEmpty(figure: Fen | Milli): Fen | Milli | null {
  return figure === 0 ? null : figure;
}
