import { addDays, type Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentEvent, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { dispatch, type Dispatch } from '#shared/modules/dispatch/module.ts';
import { gatepass, type Gatepass } from '#shared/modules/gatepass/module.ts';

/** Passes whose vehicle has neither left nor been stopped, the one that waits longest first. */
export async function readWaiting(read: Reader): Promise<DocumentRecord<Gatepass>[]> {
  const { rows } = await read.all({ kind: gatepass.kind, status: 'issued' }, 200);
  return rows.map((row) => gatepass.read(row)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** One line of the gate register (DSP-03). */
export interface RegisterLine {
  pass: DocumentRecord<Gatepass>;
  event: DocumentEvent;
  stopped: boolean;
  /** 'HH:MM', '' for a stop. */
  time: string;
  vehicle: string;
  reason: string;
}

/** A pass waits at most this many days before it is registered; the register looks no further back. */
const LONGEST_WAIT = 14;

/** What the guard wrote on one day, newest first. */
export async function readRegister(read: Reader, day: Day, dayOfEvent: (event: DocumentEvent) => Day): Promise<RegisterLine[]> {
  const { rows } = await read.all({ kind: gatepass.kind, day: { from: addDays(day, -LONGEST_WAIT), to: day } }, 2000);
  return rows
    .flatMap((row) => {
      const pass = gatepass.read(row);
      const event = pass.events.findLast(({ type }) => type === 'registered' || type === 'stopped');
      if (!event || dayOfEvent(event) !== day) return [];
      const text = (field: string) => (typeof event.data[field] === 'string' ? event.data[field] : '');
      return [{ pass, event, stopped: event.type === 'stopped', time: text('time'), vehicle: text('vehicle'), reason: text('reason') }];
    })
    .toSorted((a, b) => (a.event.id < b.event.id ? 1 : -1));
}

export interface GateCase {
  pass: DocumentRecord<Gatepass>;
  note: DocumentRecord<Dispatch> | null;
}

export async function readGateCase(read: Reader, id: string): Promise<GateCase | null> {
  const pass = await readAs(read, gatepass, id);
  return pass && { pass, note: await readAs(read, dispatch, pass.body.dispatch) };
}
