import type { DocumentEvent } from '#shared/documents/record.ts';

/** Who sent a paper back last and what was said; null once it was submitted again. */
export function lastSentBack(events: readonly DocumentEvent[]): { by: string; comment: string } | null {
  const last = events.findLast(({ type }) => type === 'sentBack' || type === 'submitted');
  if (last?.type !== 'sentBack') return null;
  return { by: last.by, comment: typeof last.data.comment === 'string' ? last.data.comment : '' };
}
