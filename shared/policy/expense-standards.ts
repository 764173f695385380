/**
 * Scope and standards of spending (TRV-05, S10.47–49), issued with the policy as one line of text: `transport; lodging:40000/day;
 * publicity:500000/month`. A category that is not on it is out of scope; one without an amount has no limit; amounts in fen, for an item
 * unless a day or a month is named.
 */
import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Parameters } from './gate.ts';

export const expenseCategories = ['transport', 'lodging', 'meals', 'entertainment', 'publicity', 'office', 'other'] as const;
export type ExpenseCategory = (typeof expenseCategories)[number];

const spans = ['item', 'day', 'month'] as const;
type Span = (typeof spans)[number];

export interface Standard {
  category: ExpenseCategory;
  limit: Fen | null;
  per: Span;
}

export const expenseStandards =
  'transport; lodging:40000/day; meals:15000/day; entertainment:100000; publicity:300000/month; office:50000; other:20000';

/** null: not a table of standards. Every category at most once. */
export function parseStandards(text: string): Standard[] | null {
  const found = text.split(';').map((part) => parseOne(part.trim()));
  const standards = found.flatMap((one) => one ?? []);
  const isWhole = standards.length === found.length && new Set(standards.map(({ category }) => category)).size === standards.length;
  return isWhole ? standards : null;
}

function parseOne(text: string): Standard | null {
  const match = /^(\w+)(?:\s*:\s*(\d{1,12})(?:\/(item|day|month))?)?$/.exec(text);
  const category = expenseCategories.find((name) => name === match?.[1]);
  if (!match || !category) return null;
  return { category, limit: match[2] === undefined ? null : Number(match[2]), per: spans.find((span) => span === match[3]) ?? 'item' };
}

/** The standards under the policy in force. A table the policy spoiled falls back to the usual one. */
export function standardsOf(parameters: Parameters): Standard[] {
  return parseStandards(String(parameters['expense.standards'] ?? expenseStandards)) ?? parseStandards(expenseStandards) ?? [];
}

export interface Spending {
  day: Day;
  category: ExpenseCategory;
  amount: Fen;
}

export interface Excess {
  category: ExpenseCategory;
  /** Above the standard; all of it when the category is out of scope. */
  over: Fen;
  /** null: out of scope. */
  limit: Fen | null;
}

/**
 * What of these lines is outside the standards, by category in the order of the list.
 * @param spent already claimed in the same month, '2026-11/lodging' → fen; without these lines
 */
export function excessOf(standards: readonly Standard[], lines: readonly Spending[], spent: ReadonlyMap<string, Fen>): Excess[] {
  return expenseCategories.flatMap((category): Excess[] => {
    const own = lines.filter((line) => line.category === category);
    if (own.length === 0) return [];
    const standard = standards.find((one) => one.category === category);
    if (!standard) return [{ category, over: own.reduce((sum, { amount }) => sum + amount, 0), limit: null }];
    const { limit, per } = standard;
    if (limit === null) return [];
    const sums = new Map<string, Fen>();
    for (const [index, { day, amount }] of own.entries()) {
      const key = per === 'item' ? String(index) : per === 'day' ? day : day.slice(0, 7);
      sums.set(key, (sums.get(key) ?? (per === 'month' ? (spent.get(`${key}/${category}`) ?? 0) : 0)) + amount);
    }
    const over = [...sums.values()].reduce((sum, amount) => sum + Math.max(0, amount - limit), 0);
    // Never more than this claim: what was over before was let pass then.
    return over === 0
      ? []
      : [
          {
            category,
            over: Math.min(
              over,
              own.reduce((sum, { amount }) => sum + amount, 0),
            ),
            limit,
          },
        ];
  });
}
