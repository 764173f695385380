import { IconScale } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';

const roles = ['manager', 'finance', 'dgmSales', 'dgmFinance', 'gm', 'salesperson'] as const;

/** The sales policy: drafted, compared, tried on past papers, decided, issued (QPA-01, PLT-01). */
export const feature: Feature = {
  screens: [
    { path: '/policies', load: async () => (await import('./PoliciesPage.tsx')).PoliciesPage },
    { path: '/policies/new', load: async () => (await import('./edit/PolicyEditPage.tsx')).PolicyEditPage },
    { path: '/policies/$id', load: async () => (await import('./PolicyPage.tsx')).PolicyPage },
  ],
  nav: [{ path: '/policies', label: 'policy.nav', icon: IconScale, roles, group: 'office' }],
  commands: [
    {
      id: 'policy.list',
      label: 'policy.nav',
      keywords: 'sales policy prices limits zhengce jiage 政策 价格 限额',
      roles,
      path: '/policies',
    },
    {
      id: 'policy.draft',
      label: 'policy.list.draft',
      keywords: 'draft policy qicao zhengce 起草 政策',
      roles: ['manager', 'finance', 'dgmSales', 'dgmFinance', 'gm'],
      path: '/policies/new',
    },
  ],
};
