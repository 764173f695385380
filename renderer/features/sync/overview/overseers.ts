import type { Role } from '#shared/policy/roles.ts';

/** Who is shown the state of all branches and desks. */
export const overseers = ['manager', 'gm', 'dgmSales', 'dgmFinance'] as const satisfies readonly Role[];
