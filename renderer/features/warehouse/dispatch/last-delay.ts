import type { Day } from '#shared/core/calendar.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Dispatch } from '#shared/modules/dispatch/module.ts';

export interface Delay {
  reason: string;
  solution: string;
  expected: Day;
}

/** The newest delay or exception noted on a dispatch (DSP-07). */
export function lastDelay(note: Pick<DocumentRecord<Dispatch>, 'events'>): Delay | null {
  const event = note.events.findLast((found) => found.type === 'delayed');
  if (!event) return null;
  const text = (field: string) => (typeof event.data[field] === 'string' ? event.data[field] : '');
  return { reason: text('reason'), solution: text('solution'), expected: text('expected') };
}

/** When the customer expects the goods now. */
export function expectedDay(note: DocumentRecord<Dispatch>): Day {
  return lastDelay(note)?.expected || note.body.expected;
}
