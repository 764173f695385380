import type { Reader, RecordQuery } from '#shared/documents/reader.ts';
import { verdict } from '#shared/modules/verdict/module.ts';
import type { Matching } from '#renderer/desk/read-matching.ts';

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
 * Everything that happened with a customer, newest first: the newest of each kind by its own index, so that a page of one part costs the same
 * however much of the others there is.
 * @param parties the customer's own id and those of the files merged into it
 */
export async function readHistory(read: Reader, parties: readonly string[], part: HistoryPart, wanted: number): Promise<Matching> {
  const kinds: readonly string[] | null = historyParts[part];
  const queries = parties.flatMap((party): RecordQuery[] => kinds?.map((kind) => ({ party, kind })) ?? [{ party }]);
  const found = await Promise.all(queries.map((query) => read.list({ ...query, limit: wanted })));
  // What the centre thinks of a paper stands on the paper.
  const rows = found.flatMap((one) => one.rows.filter(({ kind }) => kind !== verdict.kind)).toSorted((a, b) => (a.seek < b.seek ? -1 : 1));
  return { rows: rows.slice(0, wanted), more: rows.length > wanted || found.some((one) => one.next !== null) };
}
