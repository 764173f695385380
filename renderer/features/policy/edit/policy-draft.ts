import { z } from 'zod';
import { customerClasses } from '#shared/modules/customer/module.ts';
import type { Policy } from '#shared/modules/policy/module.ts';
import type { PolicyInput } from '#shared/modules/policy/rules.ts';
import { productGroups } from '#shared/modules/product/module.ts';

const price = z.strictObject({
  key: z.string(),
  product: z.string(),
  name: z.string(),
  price: z.number().int().nullable(),
  floor: z.number().int().nullable(),
});

const schema = z.strictObject({
  validFrom: z.string(),
  note: z.string(),
  reminder: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  prices: z.array(price),
  discounts: z.array(
    z.strictObject({
      key: z.string(),
      class: z.enum(['any', ...customerClasses]),
      group: z.enum(['any', ...productGroups]),
      share: z.number().int().nullable(),
    }),
  ),
});

export type PolicyDraft = z.infer<typeof schema>;
export type PriceLine = PolicyDraft['prices'][number];

export function parsePolicy(body: unknown): PolicyDraft | null {
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : null;
}

let made = 0;
export function newKey(): string {
  made += 1;
  return `${Date.now().toString(36)}-${made}`;
}

export function emptyPrice(): PriceLine {
  return { key: newKey(), product: '', name: '', price: null, floor: null };
}

/** The next version begins as the one it follows. */
export function draftFrom(body: Policy | null): PolicyDraft {
  return {
    validFrom: '',
    note: '',
    reminder: body?.reminder ?? '',
    parameters: body?.parameters ?? {},
    prices: (body?.prices ?? []).map((row) => ({ ...row, key: newKey() })),
    discounts: (body?.discounts ?? []).map((row) => ({ ...row, key: newKey() })),
  };
}

/** As far as it is filled in. */
export function inputOf({ prices, discounts, ...rest }: PolicyDraft): PolicyInput {
  return {
    ...rest,
    prices: prices.flatMap(({ product, name, price: asked, floor }) =>
      product === '' || asked === null ? [] : [{ product, name, price: asked, floor: floor ?? 0 }],
    ),
    discounts: discounts.flatMap(({ class: customers, group, share }) =>
      share === null || share === 0 ? [] : [{ class: customers, group, share }],
    ),
  };
}

/** A row somebody began and did not finish. */
export function isUnfinished({ prices, discounts }: PolicyDraft): boolean {
  return prices.some(({ product, price: asked }) => product !== '' && asked === null) || discounts.some(({ share }) => share === null);
}
