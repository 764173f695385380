import { z } from 'zod';
import { expenseCategories } from '#shared/policy/expense-standards.ts';
import { expense, type Expense } from '#shared/modules/expense/module.ts';

const line = z.strictObject({
  key: z.string(),
  day: z.string(),
  category: z.enum(expenseCategories),
  what: z.string(),
  amount: z.number().nullable(),
  vouchers: z.number(),
  scan: z.string(),
});

const draft = z.strictObject({
  type: z.enum(['travel', 'sales', 'general']),
  purpose: z.string(),
  trip: z.string(),
  from: z.string(),
  to: z.string(),
  place: z.string(),
  notes: z.string(),
  lines: z.array(line),
  /** Claim that was sent back and is written again, '' for none. */
  replaces: z.string(),
});

export type ClaimDraft = z.infer<typeof draft>;
export type ClaimLine = ClaimDraft['lines'][number];

let keys = 0;

export function aLine(day: string): ClaimLine {
  keys += 1;
  return { key: `${Date.now()}-${keys}`, day, category: 'transport', what: '', amount: null, vouchers: 1, scan: '' };
}

export function blankClaim(today: string): ClaimDraft {
  return { type: 'general', purpose: '', trip: '', from: '', to: '', place: '', notes: '', lines: [aLine(today)], replaces: '' };
}

export function parseClaim(body: unknown): ClaimDraft | null {
  const parsed = draft.safeParse(body);
  return parsed.success ? parsed.data : null;
}

/** A claim that came back, to be corrected and claimed again. */
export function claimAgain(body: Expense, id: string): ClaimDraft {
  const { total: _total, lines, ...head } = body;
  return { ...head, replaces: id, lines: lines.map((one) => ({ ...one, key: aLine('').key })) };
}

export function claimOf({ replaces: _replaces, lines, ...head }: ClaimDraft): Omit<Expense, 'total'> {
  return { ...head, lines: lines.map(({ key: _key, amount, ...rest }) => ({ ...rest, amount: amount ?? 0 })) };
}

/** The record as it would be, to be held against the standards while it is written; null while a line is not whole. */
export function previewOf(claim: ClaimDraft): Expense | null {
  const body = claimOf(claim);
  const total = body.lines.reduce((sum, { amount }) => sum + amount, 0);
  const parsed = expense.schema.safeParse({
    ...body,
    purpose: body.purpose || '-',
    lines: body.lines.map((one) => ({ ...one, what: one.what || '-' })),
    total,
  });
  return parsed.success ? parsed.data : null;
}
