import { seatOf } from '#shared/documents/approve.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { actorOf } from '#shared/modules/staff/module.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import { useDesk } from '../desk.ts';
import { useStaff } from '../use-staff.ts';

export interface Seat {
  post: Role;
  /** Staff id of who would have signed; '' for the own post. */
  onBehalfOf: string;
}

export interface Seats {
  /** The signed-in person's, null when it is not their turn or they may not. */
  own: Seat | null;
  /** Colleagues whose turn it is: they may sign at this desk with their PIN. */
  others: readonly Actor[];
}

/** Who may decide on a paper now. */
export function useSeats(record: AnyRecord): Seats {
  const { actor } = useDesk();
  const { working } = useStaff();
  const seat = seatOf(record, actor, actor.lent);
  const colleagues = working.filter(({ id }) => id !== actor.id).map((person) => actorOf(person.id, person.body));
  return {
    own: seat.ok ? { post: seat.value.post, onBehalfOf: seat.value.onBehalfOf } : null,
    others: colleagues.filter((colleague) => seatOf(record, colleague).ok),
  };
}
