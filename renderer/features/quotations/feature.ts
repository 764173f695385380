import { IconFileInvoice } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { entrySearch } from './entry/entry-search.ts';
import { quotationsSearch } from './list/quotations-search.ts';

const roles = ['salesperson', 'manager', 'dgmSales', 'gm', 'finance'] as const;

/** Offers from the first price to the customer's answer (QPA-02…05). */
export const feature: Feature = {
  screens: [
    { path: '/quotations', load: async () => (await import('./list/QuotationsPage.tsx')).QuotationsPage, search: quotationsSearch },
    { path: '/quotations/new', load: async () => (await import('./entry/QuotationEntryPage.tsx')).QuotationEntryPage, search: entrySearch },
    { path: '/quotations/$id', load: async () => (await import('./page/QuotationPage.tsx')).QuotationPage },
  ],
  nav: [{ path: '/quotations', label: 'quotations.nav', icon: IconFileInvoice, roles, group: 'records' }],
  commands: [
    {
      id: 'quotations.new',
      label: 'quotations.command.new',
      keywords: 'new quotation offer baojia xin baojiadan 报价 新报价',
      roles: ['salesperson', 'manager'],
      path: '/quotations/new',
    },
    {
      id: 'quotations.list',
      label: 'quotations.nav',
      keywords: 'quotations offers baojiadan 报价单 查询',
      roles,
      path: '/quotations',
    },
  ],
};
