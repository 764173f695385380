import { accounts } from './en/accounts.ts';
import { cashbook } from './en/cashbook.ts';
import { cashier } from './en/cashier.ts';
import { common } from './en/common.ts';
import { contracts } from './en/contracts.ts';
import { counter } from './en/counter.ts';
import { customers } from './en/customers.ts';
import { desktop } from './en/desktop.ts';
import { documents } from './en/documents.ts';
import { expenses } from './en/expenses.ts';
import { gates } from './en/gates.ts';
import { goods } from './en/goods.ts';
import { host } from './en/host.ts';
import { lists } from './en/lists.ts';
import { manager } from './en/manager.ts';
import { paperWords } from './en/paper-words.ts';
import { pieces } from './en/pieces.ts';
import { policy } from './en/policy.ts';
import { quotations } from './en/quotations.ts';
import { reception } from './en/reception.ts';
import { refusals } from './en/refusals.ts';
import { requests } from './en/requests.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { sync } from './en/sync.ts';
import { transfer } from './en/transfer.ts';
import { warehouse } from './en/warehouse.ts';

/** The type of all keys. One file per area beside it. */
export const en = {
  accounts,
  cashbook,
  cashier,
  common,
  contracts,
  counter,
  customers,
  desktop,
  documents,
  expenses,
  gates,
  goods,
  host,
  lists,
  manager,
  paperWords,
  pieces,
  policy,
  quotations,
  reception,
  refusals,
  requests,
  settings,
  shell,
  sync,
  transfer,
  warehouse,
};
