import { IconReceipt2 } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { expense, supervisors } from '#shared/modules/expense/module.ts';
import { roles } from '#shared/policy/roles.ts';
import { expensesSearch } from './expenses-search.ts';

/** Trips and what they and the office cost: reported, claimed, signed, paid (TRV-03…05). */
export const feature: Feature = {
  screens: [
    { path: '/expenses', load: async () => (await import('./ExpensesPage.tsx')).ExpensesPage, search: expensesSearch },
    { path: '/expenses/new', load: async () => (await import('./ClaimPage.tsx')).ClaimPage },
    { path: '/expenses/$id', load: async () => (await import('./ExpensePage.tsx')).ExpensePage },
    { path: '/trips/new', load: async () => (await import('./TripEntryPage.tsx')).TripEntryPage },
    { path: '/trips/$id', load: async () => (await import('./TripPage.tsx')).TripPage },
  ],
  nav: [
    {
      path: '/expenses',
      label: 'expenses.nav',
      icon: IconReceipt2,
      roles,
      group: 'office',
      badge: async (read, { id, roles: posts }) => {
        const open = async (status: string) =>
          (await read.all({ kind: expense.kind, status }, 50)).rows.filter(({ owner }) => owner !== id).length;
        const signs = supervisors.some((post) => posts.includes(post));
        return (signs ? await open('written') : 0) + (posts.includes('treasurer') ? await open('signed') : 0);
      },
    },
  ],
  commands: [
    {
      id: 'expenses.claim',
      label: 'expenses.command.claim',
      keywords: 'expense claim reimburse baoxiao feiyong 报销 费用 差旅',
      roles,
      path: '/expenses/new',
    },
    {
      id: 'expenses.trip',
      label: 'expenses.command.trip',
      keywords: 'business trip report chuchai baogao 出差 报告',
      roles,
      path: '/trips/new',
    },
  ],
};
