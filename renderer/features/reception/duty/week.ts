import { addDays, type Day } from '#shared/core/calendar.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Duty } from '#shared/modules/duty/module.ts';

/** The seven days of the week a day belongs to, from Monday. */
export function weekOf(day: Day): Day[] {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const monday = addDays(day, -((weekday + 6) % 7));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** Stretches of duty hours for which nobody is planned (G-85). */
export function gapsOf(turns: readonly DocumentRecord<Duty>[], hours: { from: string; to: string }): { from: string; to: string }[] {
  const gaps = [];
  let covered = hours.from;
  const planned = turns.filter(({ status }) => status !== 'cancelled').toSorted((a, b) => (a.body.from < b.body.from ? -1 : 1));
  for (const { body } of planned) {
    if (body.from > covered && covered < hours.to) gaps.push({ from: covered, to: body.from < hours.to ? body.from : hours.to });
    if (body.to > covered) covered = body.to;
  }
  if (covered < hours.to) gaps.push({ from: covered, to: hours.to });
  return gaps;
}
