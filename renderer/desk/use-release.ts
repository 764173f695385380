import type { Overrides } from '#shared/documents/act.ts';
import { actorOf } from '#shared/modules/staff/module.ts';
import type { Release } from '../ui/GateNotice.tsx';
import { useDesk } from './desk.ts';
import { useStaff } from './use-staff.ts';

/**
 * Who may let a blocked action pass, at this desk and now: the person signed in, or a colleague who steps up and enters a PIN.
 * Give it to `RefusalView`; `onRelease` runs the action again with the overrides.
 */
export function useRelease(onRelease: (overrides: Overrides) => void): Release {
  const { actor, host } = useDesk();
  const { working } = useStaff();
  return {
    actor,
    onRelease,
    others: working.filter((person) => person.id !== actor.id).map((person) => actorOf(person.id, person.body)),
    verify: async (staff, pin) => {
      const hash = working.find((person) => person.id === staff)?.body.pinHash ?? '';
      return host.call('pin.verify', { staff, hash, pin });
    },
  };
}
