import { z } from 'zod';
import { lineAmount, type Fen } from '#shared/core/money.ts';
import type { Overrides } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { customerClasses } from '#shared/modules/customer/module.ts';
import type { Policy } from '#shared/modules/policy/module.ts';
import { policyPrice, type PolicyPrice } from '#shared/modules/policy/pricing.ts';
import { productGroups } from '#shared/modules/product/module.ts';
import { concessionOf, type Concession } from '#shared/modules/quotation/concession.ts';
import type { Quotation } from '#shared/modules/quotation/module.ts';
import type { QuotationInput } from '#shared/modules/quotation/rules.ts';

/** What a line keeps of its product; price and floor are those of its file, the policy's follow from them. */
const goods = z.strictObject({
  product: z.string(),
  code: z.string(),
  name: z.string(),
  spec: z.string(),
  unit: z.string(),
  price: z.number().int(),
  floor: z.number().int(),
  group: z.enum(productGroups),
});

const line = z.strictObject({
  key: z.string(),
  goods: goods.nullable(),
  /** Thousandths; null while the cell is empty. */
  quantity: z.number().int().nullable(),
  price: z.number().int().nullable(),
  gift: z.boolean(),
});

const schema = z.strictObject({
  customer: z.strictObject({ id: z.string(), name: z.string(), class: z.enum(['', ...customerClasses]) }),
  contact: z.string(),
  phone: z.string(),
  address: z.string(),
  need: z.string(),
  fit: z.string(),
  lines: z.array(line),
  discount: z.number().int().nullable(),
  reason: z.string(),
  payment: z.string(),
  creditDays: z.number().int(),
  deliverOn: z.string(),
  deliverTo: z.string(),
  validUntil: z.string(),
  notes: z.string(),
  /** Visit it came from. */
  source: z.string(),
  /** The quotation this is the next revision of; '' for the first. */
  revises: z.strictObject({ id: z.string(), no: z.string(), revision: z.number().int() }),
});

export type QuotationDraft = z.infer<typeof schema>;
export type DraftLine = z.infer<typeof line>;
export type DraftGoods = z.infer<typeof goods>;

/** What prices rest on: the policy in force and the customer's class. */
export interface Pricing {
  policy: Policy | null;
  customerClass: QuotationDraft['customer']['class'];
}

export function parseQuotation(body: unknown): QuotationDraft | null {
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : null;
}

export function parseGoods(data: unknown): DraftGoods | null {
  const parsed = goods.safeParse(data);
  return parsed.success ? parsed.data : null;
}

let made = 0;

export function emptyLine(): DraftLine {
  made += 1;
  return { key: `${Date.now().toString(36)}-${made}`, goods: null, quantity: null, price: null, gift: false };
}

export function emptyQuotation(): QuotationDraft {
  return {
    customer: { id: '', name: '', class: '' },
    contact: '',
    phone: '',
    address: '',
    need: '',
    fit: '',
    lines: [emptyLine()],
    discount: null,
    reason: '',
    payment: '',
    creditDays: 0,
    deliverOn: '',
    deliverTo: '',
    validUntil: '',
    notes: '',
    source: '',
    revises: { id: '', no: '', revision: 0 },
  };
}

/** Something that would be missed was typed. */
export function isBegun(draft: QuotationDraft): boolean {
  return draft.customer.name !== '' || draft.need !== '' || draft.lines.some(({ goods: chosen }) => chosen !== null);
}

/** List and policy price and floor of what stands on the line. */
export function askedOf({ goods: chosen }: DraftLine, { policy, customerClass }: Pricing): PolicyPrice | null {
  return chosen === null ? null : policyPrice(policy, chosen.product, chosen, customerClass === '' ? null : customerClass);
}

/** One unit at the policy's price; a quantity already typed stays. */
export function withGoods(current: DraftLine, chosen: DraftGoods | null, pricing: Pricing): DraftLine {
  if (chosen === null) return { ...current, goods: null, price: null, gift: false };
  const next = { ...current, goods: chosen, quantity: current.quantity ?? 1000, gift: false };
  return { ...next, price: askedOf(next, pricing)?.price ?? null };
}

export function withGift(current: DraftLine, gift: boolean, pricing: Pricing): DraftLine {
  return { ...current, gift, price: gift ? 0 : (askedOf(current, pricing)?.price ?? null) };
}

/** Prices nobody changed follow when the customer, and with him his class, becomes another. */
export function repriced(lines: readonly DraftLine[], before: Pricing, after: Pricing): DraftLine[] {
  return lines.map((current) => {
    const untouched = !current.gift && current.price === (askedOf(current, before)?.price ?? null);
    return untouched ? { ...current, price: askedOf(current, after)?.price ?? null } : current;
  });
}

export function amountOf({ goods: chosen, quantity, price }: DraftLine): Fen {
  return chosen === null || quantity === null || price === null ? 0 : lineAmount(price, quantity);
}

export interface DraftSum {
  lines: number;
  amount: Fen;
  discount: Fen;
  total: Fen;
  /** What the policy asks for the same goods. */
  asked: Fen;
  given: Concession;
}

export function sumOf(draft: QuotationDraft, pricing: Pricing): DraftSum {
  const priced = draft.lines.flatMap((current) => {
    const asked = askedOf(current, pricing);
    if (!asked || current.goods === null) return [];
    const { quantity, price, gift } = current;
    const figures = { quantity: quantity ?? 0, price: price ?? 0, amount: amountOf(current), gift };
    return [{ name: current.goods.name, listPrice: asked.listPrice, policyPrice: asked.price, ...figures }];
  });
  const amount = priced.reduce((sum, { amount: one }) => sum + one, 0);
  const discount = draft.discount ?? 0;
  const asked = priced.reduce((sum, { policyPrice: price, quantity }) => sum + lineAmount(price, quantity), 0);
  return {
    lines: priced.length,
    amount,
    discount,
    total: amount - discount,
    asked,
    given: concessionOf({ lines: priced, total: amount - discount }),
  };
}

export type Gap = 'customer' | 'lines' | 'quantity' | 'price';

/** What must be filled in before the offer can be judged at all, in the order of the form. */
export function gapsOf(draft: QuotationDraft): Gap[] {
  const filled = draft.lines.filter(({ goods: chosen }) => chosen !== null);
  return [
    ...(draft.customer.name.trim() === '' ? (['customer'] as const) : []),
    ...(filled.length === 0 ? (['lines'] as const) : []),
    ...(filled.some(({ quantity }) => quantity === null || quantity <= 0) ? (['quantity'] as const) : []),
    ...(filled.some(({ price }) => price === null) ? (['price'] as const) : []),
  ];
}

export function inputOf(draft: QuotationDraft, overrides?: Overrides): QuotationInput {
  const { customer, lines, discount, source, revises, ...terms } = draft;
  return {
    body: {
      ...terms,
      customerName: customer.name.trim(),
      discount: discount ?? 0,
      lines: lines.flatMap(({ goods: chosen, quantity, price, gift }) => {
        if (chosen === null || quantity === null || price === null) return [];
        const { product, code, name, spec, unit } = chosen;
        return [{ product, code, name, spec, unit, quantity, price, gift }];
      }),
    },
    party: customer.id,
    source: revises.id || source,
    ...(overrides ? { overrides } : {}),
  };
}

/** The next revision, begun from the one before. `known`: the goods as their files say today. */
export function nextOf(
  before: DocumentRecord<Quotation>,
  known: ReadonlyMap<string, DraftGoods>,
  customerClass: QuotationDraft['customer']['class'],
): QuotationDraft {
  const { body } = before;
  return {
    ...emptyQuotation(),
    customer: { id: before.party, name: body.customerName, class: customerClass },
    contact: body.contact,
    phone: body.phone,
    address: body.address,
    need: body.need,
    fit: body.fit,
    lines: body.lines.map(({ product, code, name, spec, unit, listPrice, floor, quantity, price, gift }) => {
      const kept: DraftGoods = { product, code, name, spec, unit, price: listPrice, floor, group: 'general' };
      return { ...emptyLine(), goods: known.get(product) ?? kept, quantity, price, gift };
    }),
    discount: body.discount === 0 ? null : body.discount,
    reason: body.reason,
    payment: body.payment,
    creditDays: body.creditDays,
    deliverOn: body.deliverOn,
    deliverTo: body.deliverTo,
    notes: body.notes,
    revises: { id: before.id, no: before.no, revision: body.revision },
  };
}
