import { IconReceipt2 } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { seatOf } from '#shared/documents/approve.ts';
import { expense } from '#shared/modules/expense/module.ts';
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
      badge: async (read, actor) => {
        const { rows: waiting } = await read.all({ kind: expense.kind, status: 'submitted' }, 50);
        const toSign = waiting.filter((record) => seatOf(record, actor, actor.lent).ok).length;
        if (!actor.roles.includes('treasurer')) return toSign;
        const { rows: signed } = await read.all({ kind: expense.kind, status: 'signed' }, 50);
        return toSign + signed.filter(({ owner }) => owner !== actor.id).length;
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
