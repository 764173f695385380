import { IconAddressBook } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { customersSearch } from './list/customers-search.ts';
import { editSearch } from './form/edit-search.ts';
import { reviewSearch } from './review/review-search.ts';

const posts = ['salesperson', 'cashier', 'finance', 'manager'] as const;

/** Customers: the list, the file with everything that happened, files due for review, doubles. */
export const feature: Feature = {
  screens: [
    { path: '/customers', load: async () => (await import('./list/CustomersPage.tsx')).CustomersPage, search: customersSearch },
    { path: '/customers/new', load: async () => (await import('./form/NewCustomerPage.tsx')).NewCustomerPage },
    { path: '/customers/review', load: async () => (await import('./review/ReviewPage.tsx')).ReviewPage, search: reviewSearch },
    { path: '/customers/$id', load: async () => (await import('./file/CustomerPage.tsx')).CustomerPage },
    { path: '/customers/$id/edit', load: async () => (await import('./form/EditCustomerPage.tsx')).EditCustomerPage, search: editSearch },
  ],
  nav: [{ path: '/customers', label: 'customers.nav.customers', icon: IconAddressBook, roles: posts, group: 'records' }],
  commands: [
    {
      id: 'customers.new',
      label: 'customers.command.new',
      keywords: 'new customer file xinjian kehu dangan 新建客户 客户档案 登记客户',
      roles: posts,
      path: '/customers/new',
    },
    {
      id: 'customers.review',
      label: 'customers.command.review',
      keywords: 'review stale files kehu dangan hedui weihu 档案核对 客户维护',
      roles: ['salesperson', 'manager'],
      path: '/customers/review',
    },
  ],
};
