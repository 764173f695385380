import { z } from 'zod';
import {
  amountOf,
  bodyLineOf,
  emptyLine,
  givenAway,
  goodsLine,
  linesFrom,
  type GivenAway,
  type Goods,
  type Pricing,
} from '#renderer/desk/goods/goods-line.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Overrides } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Quotation } from '#shared/modules/quotation/module.ts';
import type { QuotationInput } from '#shared/modules/quotation/rules.ts';

const schema = z.strictObject({
  customer: z.strictObject({ id: z.string(), name: z.string() }),
  contact: z.string(),
  phone: z.string(),
  address: z.string(),
  need: z.string(),
  fit: z.string(),
  lines: z.array(goodsLine),
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

export function parseQuotation(body: unknown): QuotationDraft | null {
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : null;
}

export function emptyQuotation(): QuotationDraft {
  return {
    customer: { id: '', name: '' },
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

export interface DraftSum extends GivenAway {
  lines: number;
  amount: Fen;
  discount: Fen;
  total: Fen;
}

export function sumOf(draft: QuotationDraft, pricing: Pricing): DraftSum {
  const lines = draft.lines.filter(({ goods }) => goods !== null);
  const amount = lines.reduce((sum, line) => sum + amountOf(line), 0);
  const discount = draft.discount ?? 0;
  const total = amount - discount;
  return { lines: lines.length, amount, discount, total, ...givenAway(lines, total, pricing) };
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
      lines: lines.flatMap((line) => bodyLineOf(line) ?? []),
    },
    party: customer.id,
    source: revises.id || source,
    ...(overrides ? { overrides } : {}),
  };
}

/** The next revision, begun from the one before. `known`: the goods as their files say today. */
export function nextOf(before: DocumentRecord<Quotation>, known: ReadonlyMap<string, Goods>): QuotationDraft {
  const { body } = before;
  return {
    ...emptyQuotation(),
    customer: { id: before.party, name: body.customerName },
    contact: body.contact,
    phone: body.phone,
    address: body.address,
    need: body.need,
    fit: body.fit,
    lines: linesFrom(body.lines, known),
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
