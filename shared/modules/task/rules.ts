/** Promises with a day: follow-ups, reviews, whatever else (RCP-02, CRM-04). */
import type { Day } from '#shared/core/calendar.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { takeStep } from '#shared/documents/step.ts';
import { task, type Task } from './module.ts';

export interface TaskInput {
  body: Task;
  /** Who does it; the maker when left out. */
  owner?: string;
  party?: string;
  source?: string;
}

/** Refuses with TextMissing, DayIsPast. */
export function addTask({ body, ...links }: TaskInput): Decide<{ task: string }> {
  return async (_read, moment) => {
    if (body.text.trim() === '') return refuse('TextMissing');
    if (body.due < moment.today) return refuse('DayIsPast', { day: body.due });
    const made = commitNew(task, body, moment, { ...links, owner: links.owner || moment.actor.id });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { task: made.value.id } }) : made;
  };
}

export function finishTask(id: string, result: string): Decide {
  return takeStep(task, id, 'done', { data: { result: result.trim() } });
}

/** Refuses with DayIsPast. */
export function postponeTask(id: string, due: Day, reason: string): Decide {
  return async (read, moment) =>
    due < moment.today
      ? refuse('DayIsPast', { day: due })
      : takeStep(task, id, 'postponed', { data: { due, reason: reason.trim() } })(read, moment);
}

/** Will not be done; says why. */
export function dropTask(id: string, reason: string): Decide {
  return async (read, moment) =>
    reason.trim() === '' ? refuse('ReasonMissing') : takeStep(task, id, 'dropped', { data: { reason: reason.trim() } })(read, moment);
}

export function assignTask(id: string, owner: string): Decide {
  return takeStep(task, id, 'assigned', { data: { owner } });
}

/** Open tasks due by `today`, longest overdue first; one person's, or everybody's when `owner` is left out. */
export async function dueTasks(read: Reader, today: Day, owner?: string): Promise<DocumentRecord<Task>[]> {
  const { rows } = await read.all({ kind: task.kind, status: 'open', day: { from: '0000-01-01', to: today } });
  return rows
    .filter((row) => owner === undefined || row.owner === owner)
    .map((row) => task.read(row))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
}
