import { z } from 'zod';
import { amountOf, bodyLineOf, emptyLine, goodsLine, linesFrom, newKey, type Goods } from '#renderer/desk/goods/goods-line.ts';
import { parseDay } from '#renderer/ui/parse-day.ts';
import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Application } from '#shared/modules/application/module.ts';
import type { ApplicationForm } from '#shared/modules/application/rules.ts';
import { planKinds, type PlanKind } from '#shared/modules/contract/terms.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import type { Quotation } from '#shared/modules/quotation/module.ts';

const part = z.strictObject({
  key: z.string(),
  kind: z.enum(planKinds).nullable(),
  /** As typed: a day in any way a clerk writes one, '' when it hangs on an event. */
  due: z.string(),
  amount: z.number().int().nullable(),
});

const schema = z.strictObject({
  party: z.string(),
  customerName: z.string(),
  customerType: z.enum(['organisation', 'person']),
  contact: z.string(),
  phone: z.string(),
  address: z.string(),
  intention: z.string(),
  productGroup: z.string(),
  lines: z.array(goodsLine),
  discount: z.number().int().nullable(),
  plan: z.array(part),
  payment: z.string(),
  deliverOn: z.string(),
  deliverTo: z.string(),
  needsService: z.boolean(),
  notes: z.string(),
  quotation: z.string(),
  source: z.string(),
});

export type ApplicationDraft = z.infer<typeof schema>;
export type DraftPart = ApplicationDraft['plan'][number];

/** A draft of this version of the form, or null. */
export function parseApplication(body: unknown): ApplicationDraft | null {
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : null;
}

export const emptyPart = (): DraftPart => ({ key: newKey(), kind: null, due: '', amount: null });

export function emptyApplication(): ApplicationDraft {
  return {
    party: '',
    customerName: '',
    customerType: 'organisation',
    contact: '',
    phone: '',
    address: '',
    intention: '',
    productGroup: '',
    lines: [emptyLine()],
    discount: null,
    plan: [emptyPart()],
    payment: '',
    deliverOn: '',
    deliverTo: '',
    needsService: false,
    notes: '',
    quotation: '',
    source: '',
  };
}

/** The form with a customer's file in it; what was typed for another customer goes. */
export function withCustomer(draft: ApplicationDraft, file: DocumentRecord<Customer> | null): ApplicationDraft {
  if (file === null) return { ...draft, party: '', customerName: '', contact: '', phone: '', address: '' };
  const { name, type, contact, phone, address } = file.body;
  return {
    ...draft,
    party: file.id,
    customerName: name,
    customerType: type,
    contact,
    phone,
    address,
    deliverTo: draft.deliverTo === '' ? address : draft.deliverTo,
  };
}

export interface ApplicationSum {
  amount: Fen;
  total: Fen;
  planned: Fen;
  /** Total less what is planned. */
  rest: Fen;
}

export function sumOf(draft: ApplicationDraft): ApplicationSum {
  const amount = draft.lines.reduce((sum, one) => sum + amountOf(one), 0);
  const total = amount - (draft.discount ?? 0);
  const planned = draft.plan.reduce((sum, one) => sum + (one.amount ?? 0), 0);
  return { amount, total, planned, rest: total - planned };
}

/** What of the total is not planned yet becomes the balance: the last part, or more of the one that is there. */
export function withRest(draft: ApplicationDraft): ApplicationDraft {
  const { rest } = sumOf(draft);
  const at = draft.plan.findLastIndex(({ kind }) => kind === 'balance');
  const filled = draft.plan.filter(({ kind, amount }) => kind !== null || amount !== null);
  if (at < 0) return { ...draft, plan: [...filled, { ...emptyPart(), kind: 'balance' as const, amount: rest }] };
  return { ...draft, plan: draft.plan.map((one, index) => (index === at ? { ...one, amount: (one.amount ?? 0) + rest } : one)) };
}

/** The form as it was submitted, to be corrected. `known`: its goods as their files say today. */
export function applicationFrom({ party, source, body }: DocumentRecord<Application>, known: ReadonlyMap<string, Goods>): ApplicationDraft {
  const { lines, discount, plan, total: _total, policy: _policy, policyVersion: _version, ...same } = body;
  return {
    ...same,
    party,
    source,
    discount: discount === 0 ? null : discount,
    lines: linesFrom(lines, known),
    plan: plan.length === 0 ? [emptyPart()] : plan.map((one) => ({ key: newKey(), ...one })),
  };
}

/** What the customer agreed to in a quotation. */
export function applicationFromQuotation(
  { id, party, body }: DocumentRecord<Quotation>,
  file: DocumentRecord<Customer> | null,
  known: ReadonlyMap<string, Goods>,
): ApplicationDraft {
  const begun = withCustomer(emptyApplication(), file);
  const { customerName, contact, phone, address, payment, deliverOn, deliverTo, notes, discount } = body;
  return {
    ...begun,
    party,
    customerName,
    contact,
    phone,
    address,
    payment,
    deliverOn,
    notes,
    deliverTo: deliverTo === '' ? begun.deliverTo : deliverTo,
    intention: body.need,
    discount: discount === 0 ? null : discount,
    lines: linesFrom(body.lines, known),
    quotation: id,
  };
}

export type ApplicationGap = 'customer' | 'lines' | 'quantity' | 'price' | 'planKind' | 'planDay' | 'planAmount';

/** What must be filled in before the rules can judge the form, in its order. */
export function gapsOf({ party, lines, plan }: ApplicationDraft, today: Day): ApplicationGap[] {
  const filled = lines.filter((one) => one.goods !== null);
  const parts = plan.filter((one) => !isBlankPart(one));
  const gaps: ApplicationGap[] = [];
  if (party === '') gaps.push('customer');
  if (filled.length === 0) gaps.push('lines');
  if (filled.some(({ quantity }) => quantity === null || quantity <= 0)) gaps.push('quantity');
  if (filled.some(({ price }) => price === null)) gaps.push('price');
  if (parts.some(({ kind }) => kind === null)) gaps.push('planKind');
  if (parts.some(({ due }) => due !== '' && parseDay(due, today) === null)) gaps.push('planDay');
  if (parts.some(({ amount }) => amount === null)) gaps.push('planAmount');
  return gaps;
}

export function isBegun(draft: ApplicationDraft): boolean {
  return draft.party !== '' || draft.intention !== '' || draft.lines.some(({ goods: chosen }) => chosen !== null);
}

function isBlankPart({ kind, due, amount }: DraftPart): boolean {
  return kind === null && due === '' && amount === null;
}

/** The form as the rules take it. */
export function formOf(draft: ApplicationDraft, today: Day): ApplicationForm {
  const { party: _party, source: _source, lines, discount, plan, ...same } = draft;
  return {
    ...same,
    discount: discount ?? 0,
    lines: lines.flatMap((line) => bodyLineOf(line) ?? []),
    plan: plan.flatMap((one) =>
      isBlankPart(one) ? [] : [{ kind: planKindOf(one), due: parseDay(one.due, today) ?? '', amount: one.amount ?? 0 }],
    ),
  };
}

function planKindOf({ kind }: DraftPart): PlanKind {
  return kind ?? 'instalment';
}
