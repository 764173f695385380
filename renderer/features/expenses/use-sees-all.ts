import { useDesk } from '#renderer/desk/desk.ts';
import { expense } from '#shared/modules/expense/module.ts';
import { seesAll } from '#shared/modules/may-see.ts';

/** Supervisors and whoever pays see everybody's claims and trips, others their own. */
export function useSeesAll(): boolean {
  return seesAll(expense.kind, useDesk().actor);
}
