import { useDesk } from '#renderer/desk/desk.ts';
import { supervisors } from '#shared/modules/expense/module.ts';

/** Supervisors and whoever pays see everybody's claims and trips, others their own. */
export function useSeesAll(): boolean {
  return useDesk().holds(...supervisors, 'finance', 'treasurer');
}
