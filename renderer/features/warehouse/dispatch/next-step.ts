import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Dispatch } from '#shared/modules/dispatch/module.ts';
import type { DispatchCase } from './read-dispatch.ts';

/** What has to happen next to a dispatch note, whoever does it. */
export type NextStep = 'release' | 'issue' | 'collect' | 'pass' | 'gate' | 'sign' | 'book' | 'done' | 'cancelled' | 'returned';

export function nextStep({ note, passes }: Pick<DispatchCase, 'note' | 'passes'>): NextStep {
  switch (note.status) {
    case 'drafted':
      return 'release';
    case 'released':
    case 'picked':
      return note.body.type === 'collection' ? 'collect' : 'issue';
    case 'out':
      if (note.body.type === 'collection') return 'sign';
      return passes.some((pass) => pass.status === 'issued') ? 'gate' : 'pass';
    case 'passed':
      return 'sign';
    case 'signed':
      return 'book';
    case 'cancelled':
    case 'returned':
      return note.status;
    default:
      return 'done';
  }
}

/** The way of a note; a collection does not pass the gate, and goods may go out without having been marked as picked. */
export function stationsOf(note: DocumentRecord<Dispatch>): string[] {
  const all = ['drafted', 'released', 'picked', 'out', 'passed', 'signed', 'booked'];
  return note.body.type === 'collection' ? all.filter((status) => status !== 'passed') : all;
}
