import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import { dayOf, timeOf } from '#shared/core/calendar.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { useDesk } from './desk.ts';
import { useStaff } from './use-staff.ts';
import { useWords } from './words.ts';

/** What happened to a document, newest first, in words: input for the kit's `Timeline`. */
export function useTimeline(record: AnyRecord) {
  const { settings } = useDesk();
  const { nameOf } = useStaff();
  const words = useWords();
  return record.events.toReversed().map((event) => {
    const at = hlcMilliseconds(event.id);
    const note = ['reason', 'text', 'note', 'result', 'name', 'solution', 'comment', 'minutes'].flatMap((field) => {
      const said = event.data[field];
      return typeof said === 'string' && said !== '' ? [said] : [];
    });
    return {
      key: event.id,
      time: `${dayOf(at, settings.offsetMinutes)} ${timeOf(at, settings.offsetMinutes)}`,
      by: nameOf(event.by),
      text: words.event(record.kind, event.type),
      ...(note.length > 0 ? { note: note.join(' · ') } : {}),
      ...(event.stamp ? { stamp: event.stamp } : {}),
    };
  });
}
