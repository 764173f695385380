import { IconBook2, IconBuildingBank, IconCash, IconMoneybag, IconReceipt } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { handover } from '#shared/modules/handover/module.ts';
import { heldMoney } from '#shared/modules/receipt/drawer.ts';
import { cashday } from '#shared/modules/cashday/module.ts';
import { cashSearch } from './cashbook/cash-search.ts';
import { financeSearch } from './finance/finance-search.ts';
import { receiptsSearch } from './receipts/receipts-search.ts';

/** Money: taken at the counter, handed over, received by finance; the purchasing float's own book; what customers owe. */
export const feature: Feature = {
  screens: [
    { path: '/cashier', load: async () => (await import('./till/CashierPage.tsx')).CashierPage },
    { path: '/cashier/handover', load: async () => (await import('./till/HandoverPage.tsx')).HandoverPage },
    { path: '/orders/$id/pay', load: async () => (await import('./pay/PayPage.tsx')).PayPage },
    { path: '/receipts', load: async () => (await import('./receipts/ReceiptsPage.tsx')).ReceiptsPage, search: receiptsSearch },
    { path: '/receipts/$id', load: async () => (await import('./receipts/ReceiptPage.tsx')).ReceiptPage },
    { path: '/handovers/$id', load: async () => (await import('./finance/HandoverSlipPage.tsx')).HandoverSlipPage },
    { path: '/cash-book', load: async () => (await import('./cashbook/CashBookPage.tsx')).CashBookPage, search: cashSearch },
    { path: '/cash-days/$id', load: async () => (await import('./cashbook/CashDayPage.tsx')).CashDayPage },
    { path: '/float', load: async () => (await import('./float/FloatPage.tsx')).FloatPage },
    { path: '/finance', load: async () => (await import('./finance/FinancePage.tsx')).FinancePage, search: financeSearch },
    { path: '/finance/debts/$id', load: async () => (await import('./finance/DebtPage.tsx')).DebtPage },
  ],
  nav: [
    {
      path: '/cashier',
      label: 'cashier.nav.cashier',
      icon: IconCash,
      roles: ['cashier', 'finance'],
      group: 'work',
      // Money of earlier days that is still here: nothing more can be taken before it is handed over.
      badge: async (read, actor, today) => (await heldMoney(read, actor.id)).filter(({ day, amount }) => day < today && amount > 0).length,
    },
    {
      path: '/finance',
      label: 'cashier.nav.finance',
      icon: IconBuildingBank,
      roles: ['finance', 'manager', 'treasurer'],
      group: 'work',
      badge: async (read) => (await read.all({ kind: handover.kind, status: 'offered' }, 50)).rows.length,
    },
    {
      path: '/cash-book',
      label: 'cashbook.nav',
      icon: IconBook2,
      roles: ['treasurer', 'finance', 'dgmFinance', 'manager'],
      group: 'work',
      badge: async (read) => (await read.all({ kind: cashday.kind, status: 'counted' }, 50)).rows.length,
    },
    { path: '/receipts', label: 'cashier.nav.receipts', icon: IconReceipt, roles: ['cashier', 'finance', 'manager'], group: 'records' },
    {
      path: '/float',
      label: 'cashier.nav.float',
      icon: IconMoneybag,
      roles: ['cashier', 'finance', 'manager', 'treasurer'],
      group: 'records',
    },
  ],
  commands: [
    {
      id: 'cashier.queue',
      label: 'cashier.command.queue',
      keywords: 'take money cash queue shouyin shoukuan 收银 收款 待收款',
      roles: ['cashier', 'finance'],
      path: '/cashier',
    },
    {
      id: 'cashier.handover',
      label: 'cashier.command.handover',
      keywords: 'hand over cash jiaokuan rijie 交款 日结 交账',
      roles: ['cashier', 'finance'],
      path: '/cashier/handover',
    },
    {
      id: 'cashier.cashbook',
      label: 'cashbook.command',
      keywords: 'cash book daily close count safe bank xianjin rijizhang rijie pandian 现金 日记账 日结 盘点 存款 保险柜',
      roles: ['treasurer', 'finance', 'dgmFinance', 'manager'],
      path: '/cash-book',
    },
    {
      id: 'cashier.receivables',
      label: 'cashier.command.receivables',
      keywords: 'receivables ageing debts yingshou zhangling 应收 账龄 欠款',
      roles: ['finance', 'manager'],
      path: '/finance',
    },
    {
      id: 'cashier.float',
      label: 'cashier.command.float',
      keywords: 'purchasing float petty cash beiyongjin 采购备用金',
      roles: ['cashier', 'finance', 'manager'],
      path: '/float',
    },
  ],
};
