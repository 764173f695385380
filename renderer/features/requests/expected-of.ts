import type { Day } from '#shared/core/calendar.ts';
import type { DocumentEvent } from '#shared/documents/record.ts';

/** The day purchasing or the planner named last, '' for none. */
export function expectedOf({ events }: { events: readonly DocumentEvent[] }): Day {
  const last = events.findLast(({ type }) => type === 'taken' || type === 'putOff');
  return typeof last?.data.expected === 'string' ? last.data.expected : '';
}
