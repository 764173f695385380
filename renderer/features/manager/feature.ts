import { IconChartBar, IconChecklist } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { roles } from '#shared/policy/roles.ts';
import { countWaiting } from './waiting.ts';

/** What the branch manager looks at and decides. */
export const feature: Feature = {
  screens: [
    { path: '/manager', load: async () => (await import('./DashboardPage.tsx')).DashboardPage },
    { path: '/manager/sales/$month', load: async () => (await import('./SalesPage.tsx')).SalesPage },
    { path: '/approvals/$tab', load: async () => (await import('./ApprovalsPage.tsx')).ApprovalsPage },
    { path: '/approvals', load: async () => (await import('./ApprovalsPage.tsx')).ApprovalsPage },
  ],
  nav: [
    { path: '/manager', label: 'manager.nav.dashboard', icon: IconChartBar, roles: ['manager', 'finance'], group: 'work' },
    {
      path: '/approvals',
      label: 'manager.nav.approvals',
      icon: IconChecklist,
      // Whoever somebody lent a signature to has papers here, whatever the post.
      roles,
      group: 'work',
      badge: countWaiting,
    },
  ],
  commands: [
    {
      id: 'manager.approvals',
      label: 'manager.nav.approvals',
      keywords: 'approvals sign inbox shenpi qianpi 审批 签批 待办',
      roles,
      path: '/approvals',
    },
    {
      id: 'manager.delegation',
      label: 'policy.delegation.lend',
      keywords: 'delegation deputy stand in weituo shouquan 委托 授权 代签',
      roles,
      path: '/approvals/lent',
    },
  ],
};
