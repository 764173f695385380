import type { en } from './en.ts';
import type { Translated } from './translated.ts';
import { accounts } from './zh-CN/accounts.ts';
import { cashbook } from './zh-CN/cashbook.ts';
import { cashier } from './zh-CN/cashier.ts';
import { common } from './zh-CN/common.ts';
import { contracts } from './zh-CN/contracts.ts';
import { counter } from './zh-CN/counter.ts';
import { customers } from './zh-CN/customers.ts';
import { desktop } from './zh-CN/desktop.ts';
import { documents } from './zh-CN/documents.ts';
import { expenses } from './zh-CN/expenses.ts';
import { gates } from './zh-CN/gates.ts';
import { goods } from './zh-CN/goods.ts';
import { host } from './zh-CN/host.ts';
import { lists } from './zh-CN/lists.ts';
import { manager } from './zh-CN/manager.ts';
import { paperWords } from './zh-CN/paper-words.ts';
import { pieces } from './zh-CN/pieces.ts';
import { policy } from './zh-CN/policy.ts';
import { quotations } from './zh-CN/quotations.ts';
import { reception } from './zh-CN/reception.ts';
import { refusals } from './zh-CN/refusals.ts';
import { requests } from './zh-CN/requests.ts';
import { settings } from './zh-CN/settings.ts';
import { shell } from './zh-CN/shell.ts';
import { sync } from './zh-CN/sync.ts';
import { transfer } from './zh-CN/transfer.ts';
import { warehouse } from './zh-CN/warehouse.ts';

export const zhCN: Translated<typeof en> = {
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
