import { z } from 'zod';
import {
  amountOf,
  bodyLineOf,
  emptyLine,
  goodsLine,
  lineOf,
  linesFrom,
  type Goods,
  type Pricing,
} from '#renderer/desk/goods/goods-line.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Order } from '#shared/modules/order/module.ts';
import { orderChannels, orderClasses } from '#shared/modules/order/module.ts';
import type { Quotation } from '#shared/modules/quotation/module.ts';
import type { OrderInput } from '#shared/modules/order/rules.ts';
import type { Overrides } from '#shared/documents/act.ts';

export const confirmable = ['quantity', 'specification', 'price', 'delivery'] as const;

const schema = z.strictObject({
  class: z.enum(orderClasses),
  channel: z.enum(orderChannels),
  /** id '' for a walk-in without a file: only the typed name stands on the slip. */
  customer: z.strictObject({ id: z.string(), name: z.string(), phone: z.string(), address: z.string() }),
  location: z.string(),
  lines: z.array(goodsLine),
  discount: z.number().int().nullable(),
  deliverOn: z.string(),
  /** Days to pay after the goods went out; on account and deliveries. */
  creditDays: z.number().int(),
  notes: z.string(),
  confirmed: z.strictObject({ quantity: z.boolean(), specification: z.boolean(), price: z.boolean(), delivery: z.boolean() }),
  shortage: z.strictObject({ told: z.boolean(), choice: z.enum(['', 'substitute', 'purchase', 'wait']) }),
  /** Visit or return the sale came from. */
  source: z.string(),
  /** Returned or voided order this one takes the place of; '' for a new one. */
  corrects: z.string(),
});

export type SaleDraft = z.infer<typeof schema>;

/** A draft of this version of the form, or null. */
export function parseSale(body: unknown): SaleDraft | null {
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : null;
}

export function emptySale(): SaleDraft {
  return {
    class: 'carry',
    channel: 'counter',
    customer: { id: '', name: '', phone: '', address: '' },
    location: '',
    lines: [emptyLine()],
    discount: null,
    deliverOn: '',
    creditDays: 0,
    notes: '',
    confirmed: { quantity: false, specification: false, price: false, delivery: false },
    shortage: { told: false, choice: '' },
    source: '',
    corrects: '',
  };
}

/** Part of a line replaced by another product: what is missing of the first becomes a line of the second, right below. */
export function withSubstitute(sale: SaleDraft, product: string, other: Goods, missing: number, pricing: Pricing): SaleDraft {
  const at = sale.lines.findLastIndex((line) => line.goods?.product === product);
  const short = sale.lines[at];
  if (!short) return sale;
  const rest = (short.quantity ?? 0) - missing;
  const lines = sale.lines.flatMap((line, index) => {
    if (index !== at) return [line];
    return [...(rest > 0 ? [{ ...line, quantity: rest }] : []), lineOf(other, pricing, Math.min(missing, line.quantity ?? missing))];
  });
  return { ...sale, lines, shortage: { told: true, choice: 'substitute' } };
}

export interface SaleSum {
  lines: number;
  /** Thousandths over all lines, whatever their units. */
  quantity: number;
  amount: Fen;
  discount: Fen;
  total: Fen;
}

export function sumOf(sale: SaleDraft): SaleSum {
  const filled = sale.lines.filter((line) => line.goods !== null);
  const amount = filled.reduce((sum, line) => sum + amountOf(line), 0);
  const discount = sale.discount ?? 0;
  const quantity = filled.reduce((sum, line) => sum + (line.quantity ?? 0), 0);
  return { lines: filled.length, quantity, amount, discount, total: amount - discount };
}

/** A returned order as it was, to be put right. `goods` by product id: what the products say today. */
export function saleFrom(id: string, party: string, body: Order, goods: ReadonlyMap<string, Goods>): SaleDraft {
  return {
    ...emptySale(),
    class: body.class,
    channel: body.channel,
    customer: { id: party, name: body.customerName, phone: body.phone, address: body.address },
    location: body.location,
    lines: linesFrom(body.lines, goods),
    discount: body.discount === 0 ? null : body.discount,
    deliverOn: body.deliverOn,
    creditDays: body.creditDays,
    notes: body.notes,
    corrects: id,
  };
}

/** A quotation that the customer agreed to, as it was offered: prices are not asked for again. */
export function saleOfQuotation(id: string, party: string, body: Quotation, known: ReadonlyMap<string, Goods>): SaleDraft {
  const { customerName: name, phone, address, creditDays, deliverOn, notes } = body;
  return {
    ...emptySale(),
    class: 'delivery',
    customer: { id: party, name, phone, address: body.deliverTo || address },
    lines: linesFrom(body.lines, known),
    discount: body.discount === 0 ? null : body.discount,
    deliverOn,
    creditDays,
    notes,
    source: id,
  };
}

/** Classes whose goods may go out before the money. */
export function takesCredit(kind: SaleDraft['class']): boolean {
  return kind === 'account' || kind === 'delivery';
}

export type SaleGap = 'customer' | 'phone' | 'location' | 'lines' | 'quantity' | 'price';

/** What must be filled in before the sale can be judged at all, in the order of the form. */
export function gapsOf(sale: SaleDraft): SaleGap[] {
  const filled = sale.lines.filter((line) => line.goods !== null);
  const gaps: SaleGap[] = [];
  if (needsName(sale) && sale.customer.name.trim() === '') gaps.push('customer');
  if (sale.channel !== 'counter' && sale.customer.id === '' && sale.customer.phone.trim() === '') gaps.push('phone');
  if (sale.location === '') gaps.push('location');
  if (filled.length === 0) gaps.push('lines');
  if (filled.some((line) => line.quantity === null || line.quantity <= 0)) gaps.push('quantity');
  if (filled.some((line) => line.price === null)) gaps.push('price');
  return gaps;
}

/** Only somebody who carries the goods away at once may stay nameless. */
function needsName(sale: SaleDraft): boolean {
  return sale.class !== 'carry';
}

/**
 * The order as the rules take it.
 * @param walkIn what a nameless customer is called on the slip
 */
export function orderInputOf(sale: SaleDraft, walkIn: string, overrides?: Overrides): OrderInput {
  const lines: Order['lines'] = sale.lines.flatMap((line) => {
    const written = bodyLineOf(line);
    const { serials = [] } = line;
    return written ? [serials.length > 0 ? { ...written, serials } : written] : [];
  });
  return {
    body: {
      class: sale.class,
      channel: sale.channel,
      customerName: sale.customer.name.trim() || walkIn,
      phone: sale.customer.phone.trim(),
      address: sale.customer.address.trim(),
      location: sale.location,
      lines,
      discount: sale.discount ?? 0,
      deliverOn: sale.deliverOn,
      creditDays: takesCredit(sale.class) ? sale.creditDays : 0,
      notes: sale.notes,
    },
    party: sale.customer.id,
    confirmed: sale.confirmed,
    shortage: sale.shortage,
    source: sale.source,
    ...(overrides ? { overrides } : {}),
  };
}
