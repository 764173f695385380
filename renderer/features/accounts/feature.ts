import { IconReportMoney } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { invoice } from '#shared/modules/invoice/module.ts';
import { accountsSearch, accountTabs, pathOfTab } from './accounts-search.ts';
import { contractSearch } from './recovery/contract-search.ts';

const leading = ['finance', 'dgmFinance', 'manager', 'gm'] as const;
const roles = ['salesperson', ...leading] as const;

/** The money of contracts: receivables by plan, invoices, credit, the two ledgers, commission, statements. */
export const feature: Feature = {
  screens: [
    ...accountTabs.map((tab) => ({
      path: pathOfTab(tab),
      load: async () => (await import('./AccountsPage.tsx')).accountsPage(tab),
      search: accountsSearch,
    })),
    {
      path: '/accounts/contracts/$id',
      load: async () => (await import('./recovery/ContractAccountPage.tsx')).ContractAccountPage,
      search: contractSearch,
    },
    { path: '/credits/$id', load: async () => (await import('./credit/CreditPage.tsx')).CreditPage },
    { path: '/invoices/$id', load: async () => (await import('./invoices/InvoicePage.tsx')).InvoicePage },
    { path: '/interest/$id', load: async () => (await import('./overdue/InterestPage.tsx')).InterestPage },
    { path: '/dunning/$id', load: async () => (await import('./overdue/DunningPage.tsx')).DunningPage },
    { path: '/closings/$id', load: async () => (await import('./ledgers/ClosingPage.tsx')).ClosingPage },
    { path: '/commissions/$id', load: async () => (await import('./commission/CommissionPage.tsx')).CommissionPage },
    { path: '/statements/$id', load: async () => (await import('./statements/StatementPage.tsx')).StatementPage },
  ],
  nav: [
    {
      path: '/accounts',
      label: 'accounts.nav',
      icon: IconReportMoney,
      roles,
      group: 'work',
      // Signed requests that finance is to issue; what waits for a signature stands in the inbox.
      badge: async (read, actor) =>
        actor.roles.includes('finance') ? (await read.all({ kind: invoice.kind, status: 'signed' }, 50)).rows.length : 0,
    },
  ],
  commands: [
    {
      id: 'accounts.recovery',
      label: 'accounts.command.recovery',
      keywords: 'contract receivables payment plan dunning interest hetong yingshou huikuan cuikuan 合同应收 回款 催款 计息',
      roles,
      path: '/accounts',
    },
    {
      id: 'accounts.invoices',
      label: 'accounts.command.invoices',
      keywords: 'invoice request register fapiao kaipiao 开票 发票',
      roles,
      path: '/accounts/invoices',
    },
    {
      id: 'accounts.credit',
      label: 'accounts.command.credit',
      keywords: 'credit grade limit exposure zixin xinyong edu 资信 信用等级 额度',
      roles: leading,
      path: '/accounts/credit',
    },
    {
      id: 'accounts.ledgers',
      label: 'accounts.command.ledgers',
      keywords: 'ledger month end close reconcile taizhang duizhang yuejie 台账 月末对账 月结',
      roles: leading,
      path: '/accounts/ledgers',
    },
    {
      id: 'accounts.commission',
      label: 'accounts.command.commission',
      keywords: 'commission sheet ticheng 提成',
      roles,
      path: '/accounts/commission',
    },
    {
      id: 'accounts.statements',
      label: 'accounts.command.statements',
      keywords: 'statement of account duizhangdan 对账单',
      roles,
      path: '/accounts/statements',
    },
  ],
};
