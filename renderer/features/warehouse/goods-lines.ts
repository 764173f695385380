import { makeUlid } from '#shared/core/ulid.ts';
import { lineAmount, type Fen, type Milli } from '#shared/core/money.ts';
import { z } from 'zod';
import type { Inbound } from '#shared/modules/inbound/module.ts';
import { quantityOf } from '#shared/modules/product/serials.ts';
import type { ProductChoice } from './products/product-choices.ts';

const goods = z.object({ product: z.string(), code: z.string(), name: z.string(), spec: z.string(), unit: z.string() });

/** One line of goods being entered; plain data, so that it can be kept as a draft. */
export const goodsLineSchema = z.object({
  key: z.string(),
  goods: goods.nullable(),
  quantity: z.number().int().nullable(),
  cost: z.number().int().nullable(),
  /** Numbers of the pieces; absent in drafts from before they had any. */
  serials: z.array(z.string()).optional(),
});

export type GoodsLine = z.infer<typeof goodsLineSchema>;

export function newGoodsLine(): GoodsLine {
  return { key: makeUlid(Date.now(), crypto.getRandomValues(new Uint8Array(10))), goods: null, quantity: null, cost: null };
}

export function goodsLine(choice: ProductChoice): GoodsLine {
  return { ...newGoodsLine(), goods: goodsOf(choice) };
}

/** What a paper keeps of a product. */
export function goodsOf({ data }: ProductChoice): NonNullable<GoodsLine['goods']> {
  const { code, name, spec, unit } = data.body;
  return { product: data.id, code, name, spec, unit };
}

const isBlank = (line: GoodsLine): boolean => line.goods === null && line.quantity === null && line.cost === null;

/** Number, from 1, of the first line that is begun but not complete; null when there is none. */
export function wrongGoodsLine(lines: readonly GoodsLine[]): number | null {
  const index = lines.findIndex((line) => !isBlank(line) && (line.goods === null || line.quantity === null || line.quantity <= 0));
  return index < 0 ? null : index + 1;
}

/** The complete lines, for the rules. */
export function toGoods(lines: readonly GoodsLine[]): Inbound['lines'] {
  return lines.flatMap(({ goods: item, quantity, cost, serials = [] }) =>
    item !== null && quantity !== null && quantity > 0
      ? [{ ...item, quantity, cost: cost ?? 0, ...(serials.length > 0 ? { serials } : {}) }]
      : [],
  );
}

/** A scanned product that a line has already: one more of it. null when no line has it. */
export function addOne(lines: readonly GoodsLine[], productId: string): GoodsLine[] | null {
  const at = lines.findIndex((line) => line.goods?.product === productId);
  if (at < 0) return null;
  return lines.map((line, index) => (index === at ? { ...line, quantity: (line.quantity ?? 0) + ONE } : line));
}

const ONE: Milli = 1000;

export function totalCost(lines: readonly GoodsLine[]): Fen {
  return toGoods(lines).reduce((sum, line) => sum + lineAmount(line.cost, line.quantity), 0);
}

/** The line with the numbers of its pieces: a quantity nobody typed follows from them. */
export function withSerials(line: GoodsLine, serials: readonly string[]): GoodsLine {
  const follows = line.quantity === null || line.quantity === quantityOf(line.serials ?? []);
  return { ...line, serials: [...serials], quantity: follows ? quantityOf(serials) || null : line.quantity };
}

/** Another line, from 1, of the same product that has this piece already; null when none has. */
export function lineWithPiece(lines: readonly GoodsLine[], but: GoodsLine, serial: string): number | null {
  const at = lines.findIndex(
    (line) => line.key !== but.key && line.goods?.product === but.goods?.product && (line.serials ?? []).includes(serial),
  );
  return at < 0 ? null : at + 1;
}
