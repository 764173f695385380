/** Posts of a branch (requirements 5.1–5.3). One person may hold several; chains that need two signers name the pair. */
export const roles = [
  'salesperson',
  'cashier',
  'warehouse',
  'guard',
  'purchasing',
  'finance',
  'manager',
  'technician',
  'production',
  'planner',
  'quality',
  'dgmFinance',
  'dgmSales',
  'gm',
  'treasurer',
] as const;
export type Role = (typeof roles)[number];

export interface Actor {
  /** Staff id. */
  id: string;
  name: string;
  roles: readonly Role[];
}

export function holdsAny(actor: Actor, wanted: readonly Role[]): boolean {
  return wanted.some((role) => actor.roles.includes(role));
}
