import { dayOf, type Day } from '#shared/core/calendar.ts';
import { hlcMilliseconds, type Hlc } from '#shared/core/hybrid-clock.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { GateStamp } from '#shared/documents/record.ts';
import type { Facts } from '#shared/policy/gate.ts';
import type { Played } from './central-book.ts';

export interface Asked extends Played {
  read: Reader;
  stamp: GateStamp;
}

/** What a gate would have read at the centre; null: the centre knows no better than the desk. */
export type Ask = (asked: Asked) => Promise<Facts | null> | Facts | null;

/** The business day of an event: all branches are eight hours east of UTC. */
export function dayOfEvent({ id }: { id: Hlc }): Day {
  return dayOf(hlcMilliseconds(id), 480);
}
