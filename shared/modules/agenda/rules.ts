/** The day sheet 当日客情 (RCP-05). */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { takeStep } from '#shared/documents/step.ts';
import { agenda, type Agenda } from './module.ts';

/** Refuses with DayIsPast, TextMissing. */
export function addAgenda(day: Day, body: Agenda, links: { party?: string; source?: string } = {}): Decide<{ agenda: string }> {
  return async (_read, moment) => {
    if (day < moment.today) return refuse('DayIsPast', { day });
    if (body.what.trim() === '') return refuse('TextMissing');
    const made = commitNew(agenda, body, moment, { ...links, day });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { agenda: made.value.id } }) : made;
  };
}

export function agendaHappened(id: string): Decide {
  return takeStep(agenda, id, 'happened');
}

export function cancelAgenda(id: string): Decide {
  return takeStep(agenda, id, 'cancelled');
}
