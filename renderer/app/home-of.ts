import type { Role } from '#shared/policy/roles.ts';

/** Posts in the order in which their home is chosen for somebody who holds several. */
const homes: readonly (readonly [Role, `/${string}`])[] = [
  ['manager', '/manager'],
  ['finance', '/finance'],
  ['cashier', '/cashier'],
  ['salesperson', '/reception'],
  ['warehouse', '/warehouse'],
  ['purchasing', '/pickups'],
  ['guard', '/gate'],
  ['gm', '/approvals'],
  ['dgmSales', '/approvals'],
  ['dgmFinance', '/approvals'],
  ['planner', '/contracts'],
  ['production', '/contracts'],
  ['quality', '/contracts'],
  ['technician', '/contracts'],
];

/** The page a person starts the day on. */
export function homeOf(roles: readonly Role[]): `/${string}` {
  return homes.find(([role]) => roles.includes(role))?.[1] ?? '/reception';
}
