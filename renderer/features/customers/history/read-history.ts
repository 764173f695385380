import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { readMatching, type Matching } from '#renderer/desk/read-matching.ts';

/** What part of a customer's history is shown. */
export const historyParts = {
  all: null,
  talk: ['visit', 'contact', 'task', 'opinion', 'agenda'],
  sales: ['order', 'return'],
  money: ['receipt', 'opening', 'return'],
  goods: ['dispatch', 'stockout', 'gatepass', 'pickup', 'return'],
} as const satisfies Record<string, readonly string[] | null>;

export type HistoryPart = keyof typeof historyParts;

/**
 * Everything that happened with a customer, newest first.
 * @param parties the customer's own id and those of the files merged into it
 */
export async function readHistory(read: Reader, parties: readonly string[], part: HistoryPart, wanted: number): Promise<Matching> {
  const kinds: readonly string[] | null = historyParts[part];
  const matches = (record: AnyRecord) => kinds === null || kinds.includes(record.kind);
  const found = await Promise.all(parties.map((party) => readMatching(read, { party }, matches, wanted)));
  const rows = found.flatMap((one) => one.rows).toSorted((a, b) => (a.seek < b.seek ? -1 : 1));
  return { rows: rows.slice(0, wanted), more: rows.length > wanted || found.some((one) => one.more) };
}
