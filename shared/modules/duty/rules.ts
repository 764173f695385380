/** Who stands at the door (RCP-03). */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { takeStep } from '#shared/documents/step.ts';
import { threshold } from '#shared/policy/parameters.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import type { Visit } from '../visit/module.ts';
import { duty, type Duty } from './module.ts';

/** Turns that take somebody's time; one that ended early frees the rest of it. */
const open = new Set(['planned', 'standing']);

/** A turn for somebody on a day. Refuses with DayIsPast, EndsBeforeStart, DutyOverlaps (the same person twice at one time). */
export function planDuty(day: Day, owner: string, body: Duty): Decide<{ duty: string }> {
  return async (read, moment) => {
    if (day < moment.today) return refuse('DayIsPast', { day });
    if (body.to <= body.from) return refuse('EndsBeforeStart', { from: body.from, to: body.to });
    const { rows } = await read.all({ kind: duty.kind, day: { from: day, to: day } });
    const clash = rows
      .map((row) => duty.read(row))
      .find((row) => row.owner === owner && open.has(row.status) && row.body.from < body.to && body.from < row.body.to);
    if (clash) return refuse('DutyOverlaps', { from: clash.body.from, to: clash.body.to });
    const made = commitNew(duty, body, moment, { owner, day });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { duty: made.value.id } }) : made;
  };
}

export function startDuty(id: string): Decide {
  return takeStep(duty, id, 'started');
}

export function endDuty(id: string): Decide {
  return takeStep(duty, id, 'ended');
}

export function cancelDuty(id: string): Decide {
  return takeStep(duty, id, 'cancelled');
}

export interface DoorState {
  /** Standing there now, by start. */
  present: DocumentRecord<Duty>[];
  /** Should stand there by the plan and does not. */
  late: DocumentRecord<Duty>[];
  next: DocumentRecord<Duty> | null;
  /** Nobody is at the door though the plan or a waiting visitor wants somebody there. */
  unattended: boolean;
  /** Visitors nobody has greeted yet, longest waiting first, with minutes. */
  waiting: { visit: DocumentRecord<Visit>; minutes: number; long: boolean }[];
}

/**
 * The door at `now` ('HH:MM' in the branch's time), from the day's turns and visits.
 */
export function doorState(
  duties: readonly DocumentRecord<Duty>[],
  visits: readonly DocumentRecord<Visit>[],
  now: string,
  parameters: Parameters,
): DoorState {
  const byStart = duties.toSorted((a, b) => (a.body.from < b.body.from ? -1 : a.body.from > b.body.from ? 1 : a.id < b.id ? -1 : 1));
  const present = byStart.filter(({ status }) => status === 'standing');
  const planned = byStart.filter(({ status }) => status === 'planned');
  const late = planned.filter(({ body }) => body.from <= now && now < body.to);
  const waiting = visits
    .filter(({ status, body }) => status === 'waiting' && body.channel === 'walk-in')
    .map((record) => ({ visit: record, minutes: Math.max(0, minutesOf(now) - minutesOf(record.body.arrived)) }))
    .map((entry) => ({ ...entry, long: entry.minutes > threshold(parameters, 'reception.greet_minutes') }))
    .toSorted((a, b) => b.minutes - a.minutes);
  return {
    present,
    late,
    next: planned.find(({ body }) => body.from > now) ?? null,
    unattended: present.length === 0 && (late.length > 0 || waiting.length > 0),
    waiting,
  };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
