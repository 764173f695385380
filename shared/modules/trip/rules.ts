/** The report of a trip (TRV-03). */
import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { trip, type Trip } from './module.ts';

/** Refuses with TextMissing, DaysCrossed, DayInFuture. */
export function fileTrip(input: Trip): Decide<{ trip: string }> {
  return async (_read, moment) => {
    if (input.purpose.trim() === '' || input.place.trim() === '' || input.result.trim() === '') return refuse('TextMissing');
    if (input.to < input.from) return refuse('DaysCrossed');
    if (input.to > moment.today) return refuse('DayInFuture', { day: input.to });
    const made = commitNew(trip, trip.schema.parse(input), moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: { trip: made.value.id } }) : made;
  };
}

export function seeTrip(id: string, comment: string): Decide {
  return takeStep(trip, id, 'seen', { data: { comment: comment.trim() } });
}

/** Refuses with NotFound, ReasonMissing, NotYours. */
export function withdrawTrip(id: string, reason: string): Decide {
  return async (read, moment) => {
    const report = await readAs(read, trip, id);
    if (!report) return refuse('NotFound', { id });
    if (report.owner !== moment.actor.id) return refuse('NotYours');
    if (reason.trim() === '') return refuse('ReasonMissing');
    return takeStep(trip, id, 'withdrawn', { data: { reason: reason.trim() } })(read, moment);
  };
}
