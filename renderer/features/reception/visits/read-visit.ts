import { timeOf } from '#shared/core/calendar.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import type { DocumentEvent, DocumentRecord } from '#shared/documents/record.ts';
import { phases, type Visit } from '#shared/modules/visit/module.ts';

export type Phase = (typeof phases)[number];

export interface PhaseState {
  phase: Phase;
  /** todo: can still be taken; skipped: a later phase was reached without it. */
  state: 'done' | 'todo' | 'skipped';
  /** 'HH:MM' and staff id, when done. */
  at: string;
  by: string;
}

/** How far a visit has come, phase by phase (RCP-02). */
export function phaseStates(record: DocumentRecord<Visit>, offsetMinutes: number): PhaseState[] {
  const reached = phases.findLastIndex((phase) => phase === record.status);
  return phases.map((phase, index) => {
    const event = record.events.find(({ type }) => type === phase);
    if (event) return { phase, state: 'done', at: timeOf(hlcMilliseconds(event.id), offsetMinutes), by: event.by };
    return { phase, state: index < reached || record.status === 'cancelled' ? 'skipped' : 'todo', at: '', by: '' };
  });
}

/** A text the last event of a type carries, '' when there is none. */
export function saidIn(record: { events: readonly DocumentEvent[] }, type: string, field: string): string {
  const value = record.events.findLast((event) => event.type === type)?.data[field];
  return typeof value === 'string' ? value : '';
}

/** The need as it was told later, or as it was registered. */
export function needOf(record: DocumentRecord<Visit>): string {
  return saidIn(record, 'asked', 'need') || record.body.need;
}
