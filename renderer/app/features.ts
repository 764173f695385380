import type { Feature } from '../desk/feature.ts';
import { feature as accounts } from '../features/accounts/feature.ts';
import { feature as cashier } from '../features/cashier/feature.ts';
import { feature as contracts } from '../features/contracts/feature.ts';
import { feature as counter } from '../features/counter/feature.ts';
import { feature as customers } from '../features/customers/feature.ts';
import { feature as documents } from '../features/documents/feature.ts';
import { feature as expenses } from '../features/expenses/feature.ts';
import { feature as manager } from '../features/manager/feature.ts';
import { feature as policy } from '../features/policy/feature.ts';
import { feature as quotations } from '../features/quotations/feature.ts';
import { feature as reception } from '../features/reception/feature.ts';
import { feature as requests } from '../features/requests/feature.ts';
import { feature as settings } from '../features/settings/feature.ts';
import { feature as sync } from '../features/sync/feature.ts';
import { feature as transfer } from '../features/transfer/feature.ts';
import { feature as warehouse } from '../features/warehouse/feature.ts';

/** Every screen family, in the order of the menu. */
export const features: readonly Feature[] = [
  manager,
  reception,
  counter,
  cashier,
  accounts,
  warehouse,
  requests,
  quotations,
  contracts,
  customers,
  expenses,
  documents,
  policy,
  transfer,
  sync,
  settings,
];
