import { IconChartBar, IconChecklist } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { countWaiting } from './waiting.ts';

/** What the branch manager looks at and decides. */
export const feature: Feature = {
  screens: [
    { path: '/manager', load: async () => (await import('./DashboardPage.tsx')).DashboardPage },
    { path: '/manager/sales/$month', load: async () => (await import('./SalesPage.tsx')).SalesPage },
    { path: '/approvals', load: async () => (await import('./ApprovalsPage.tsx')).ApprovalsPage },
  ],
  nav: [
    { path: '/manager', label: 'manager.nav.dashboard', icon: IconChartBar, roles: ['manager', 'finance'], group: 'work' },
    {
      path: '/approvals',
      label: 'manager.nav.approvals',
      icon: IconChecklist,
      roles: ['manager'],
      group: 'work',
      badge: (read) => countWaiting(read),
    },
  ],
  commands: [],
};
