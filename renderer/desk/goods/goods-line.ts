import { z } from 'zod';
import { lineAmount, type Fen, type Milli } from '#shared/core/money.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import type { Policy } from '#shared/modules/policy/module.ts';
import { policyPrice, type PolicyPrice } from '#shared/modules/policy/pricing.ts';
import { productGroups } from '#shared/modules/product/module.ts';
import { quantityOf } from '#shared/modules/product/serials.ts';
import { concessionOf, type Concession } from '#shared/modules/quotation/concession.ts';

/** What a line keeps of its product, so that a draft shows the same after a power cut; price and floor are the file's, the policy's follow from them. */
const goods = z.strictObject({
  product: z.string(),
  code: z.string(),
  name: z.string(),
  spec: z.string(),
  unit: z.string(),
  price: z.number().int(),
  floor: z.number().int(),
  group: z.enum(productGroups),
  substitutes: z.array(z.string()),
});

/** A line of goods in a form that is being filled in: of a sale, a quotation, a contract application. */
export const goodsLine = z.strictObject({
  key: z.string(),
  goods: goods.nullable(),
  /** Thousandths; null while the cell is empty. */
  quantity: z.number().int().nullable(),
  /** Fen per unit. */
  price: z.number().int().nullable(),
  gift: z.boolean(),
  /** Numbers of the pieces the customer chose; absent where goods have none. */
  serials: z.array(z.string()).optional(),
});

export type Goods = z.infer<typeof goods>;
export type GoodsLine = z.infer<typeof goodsLine>;

/** What prices rest on: the policy in force and the customer's class. */
export interface Pricing {
  policy: Pick<Policy, 'prices' | 'discounts'> | null;
  customerClass: Customer['class'] | null;
}

/** Goods as a product choice carries them; null for anything else. */
export function parseGoods(data: unknown): Goods | null {
  const parsed = goods.safeParse(data);
  return parsed.success ? parsed.data : null;
}

const piece = z.strictObject({ goods, serial: z.string() });

/** Goods, or one piece of them, as a scan carries them; null for anything else. */
export function parsePiece(data: unknown): z.infer<typeof piece> | null {
  const chosen = parseGoods(data);
  const parsed = piece.safeParse(chosen ? { goods: chosen, serial: '' } : data);
  return parsed.success ? parsed.data : null;
}

let made = 0;

export function newKey(): string {
  made += 1;
  return `${Date.now().toString(36)}-${made}`;
}

export function emptyLine(): GoodsLine {
  return { key: newKey(), goods: null, quantity: null, price: null, gift: false };
}

/** List price, policy price and floor of what stands on the line. */
export function askedOf({ goods: chosen }: GoodsLine, { policy, customerClass }: Pricing): PolicyPrice | null {
  return chosen === null ? null : policyPrice(policy, chosen.product, chosen, customerClass);
}

/** The line after another product was chosen in it, at the policy's price; a quantity already typed stays. */
export function withGoods(line: GoodsLine, chosen: Goods | null, pricing: Pricing): GoodsLine {
  const { serials = [], ...rest } = line;
  if (chosen === null) return { ...rest, goods: null, price: null, gift: false };
  // Pieces of other goods are not these.
  const pieces = chosen.product === line.goods?.product && serials.length > 0 ? { serials } : {};
  const next = { ...rest, ...pieces, goods: chosen, quantity: line.quantity ?? 1000 };
  return { ...next, price: line.gift ? 0 : (askedOf(next, pricing)?.price ?? null) };
}

/** One unit, or as many as said, at the policy's price: what a clerk means by choosing a product. */
export function lineOf(chosen: Goods, pricing: Pricing, quantity: Milli = 1000): GoodsLine {
  return withGoods({ ...emptyLine(), quantity }, chosen, pricing);
}

/** A gift goes out at price 0; taking the mark away brings the policy's price back. */
export function withGift(line: GoodsLine, gift: boolean, pricing: Pricing): GoodsLine {
  return { ...line, gift, price: gift ? 0 : (askedOf(line, pricing)?.price ?? null) };
}

/**
 * One more of goods that are there already, otherwise a line of their own in place of the first empty one.
 * @param serial number of the piece that was scanned; '' when the scan named the goods only
 */
export function withScanned(lines: readonly GoodsLine[], chosen: Goods, pricing: Pricing, serial = ''): GoodsLine[] {
  const named = (line: GoodsLine) => (serial === '' ? line : { ...line, serials: [...(line.serials ?? []), serial] });
  const isSame = (line: GoodsLine) => line.goods?.product === chosen.product && !line.gift;
  if (serial !== '' && lines.some((line) => isSame(line) && line.serials?.includes(serial))) return [...lines];
  // A number read off the goods names one that is counted already, or counts one more.
  const waiting = serial === '' ? -1 : lines.findIndex((line) => isSame(line) && quantityOf(line.serials ?? []) < (line.quantity ?? 0));
  if (waiting >= 0) return lines.map((line, index) => (index === waiting ? named(line) : line));
  const same = lines.findIndex(isSame);
  if (same >= 0) return lines.map((line, index) => (index === same ? named({ ...line, quantity: (line.quantity ?? 0) + 1000 }) : line));
  const empty = lines.findIndex((line) => line.goods === null);
  if (empty < 0) return [...lines, named(lineOf(chosen, pricing))];
  return lines.map((line, index) => (index === empty ? named(withGoods(line, chosen, pricing)) : line));
}

/** The line with the numbers of its pieces: a quantity nobody typed, or too small for them, follows. */
export function withSerials(line: GoodsLine, serials: readonly string[]): GoodsLine {
  const quantity = Math.max(line.quantity ?? 0, quantityOf(serials));
  return { ...line, serials: [...serials], quantity: quantity === 0 ? line.quantity : quantity };
}

/** Prices nobody changed follow when the customer, and with him his class, becomes another. */
export function repriced(lines: readonly GoodsLine[], before: Pricing, after: Pricing): GoodsLine[] {
  return lines.map((line) => {
    const isUntouched = !line.gift && line.price === (askedOf(line, before)?.price ?? null);
    return isUntouched ? { ...line, price: askedOf(line, after)?.price ?? null } : line;
  });
}

export function amountOf({ goods: chosen, quantity, price }: GoodsLine): Fen {
  return chosen === null || quantity === null || price === null ? 0 : lineAmount(price, quantity);
}

export interface GivenAway {
  /** What the policy asks for the same goods. */
  asked: Fen;
  given: Concession;
  /** Lines whose typed price is below their floor. */
  belowFloor: number;
}

/** What a form gives away against the policy, as the rules will measure it when it is written down. */
export function givenAway(lines: readonly GoodsLine[], total: Fen, pricing: Pricing): GivenAway {
  const priced = lines.flatMap((line) => {
    const asked = askedOf(line, pricing);
    if (!asked || line.goods === null) return [];
    const { quantity, price, gift } = line;
    const figures = { quantity: quantity ?? 0, price: price ?? 0, amount: amountOf(line), gift };
    return [{ name: line.goods.name, listPrice: asked.listPrice, policyPrice: asked.price, floor: asked.floor, ...figures }];
  });
  return {
    asked: priced.reduce((sum, { policyPrice: price, quantity }) => sum + lineAmount(price, quantity), 0),
    given: concessionOf({ lines: priced, total }),
    belowFloor: priced.filter(({ gift, price, floor }) => !gift && price < floor).length,
  };
}

/** The line as an order, quotation or contract has it; null while something is missing. */
export function bodyLineOf({ goods: chosen, quantity, price, gift }: GoodsLine) {
  if (chosen === null || quantity === null || price === null) return null;
  const { product, code, name, spec, unit, price: listPrice, floor } = chosen;
  return { product, code, name, spec, unit, quantity, listPrice, floor, price, amount: lineAmount(price, quantity), gift };
}

/** A line that is written down already. */
interface WrittenLine {
  product: string;
  code: string;
  name: string;
  spec: string;
  unit: string;
  quantity: Milli;
  listPrice: Fen;
  floor: Fen;
  price: Fen;
  gift: boolean;
}

/** A paper's lines as a form's. `known`: the goods as their files say today; others stay as they were written down. */
export function linesFrom(lines: readonly WrittenLine[], known: ReadonlyMap<string, Goods>): GoodsLine[] {
  return lines.map(({ product, code, name, spec, unit, listPrice, floor, quantity, price, gift }) => {
    const kept: Goods = { product, code, name, spec, unit, price: listPrice, floor, group: 'general', substitutes: [] };
    return { ...emptyLine(), goods: known.get(product) ?? kept, quantity, price, gift };
  });
}
