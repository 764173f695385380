import { IconTruckLoading } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { request, takers } from '#shared/modules/request/module.ts';
import { requestsSearch } from './requests-search.ts';

const roles = ['purchasing', 'planner', 'warehouse', 'manager', 'salesperson'] as const;

/** What orders and contracts lack, for purchasing and the planner (STK-09). */
export const feature: Feature = {
  screens: [
    { path: '/requests', load: async () => (await import('./RequestsPage.tsx')).RequestsPage, search: requestsSearch },
    { path: '/requests/$id', load: async () => (await import('./RequestPage.tsx')).RequestPage },
  ],
  nav: [
    {
      path: '/requests',
      label: 'requests.nav',
      icon: IconTruckLoading,
      roles,
      group: 'work',
      badge: async (read, { roles: posts }) => {
        const { rows } = await read.all({ kind: request.kind, status: 'asked' }, 50);
        return rows.filter((row) => takers[request.read(row).body.type].some((post) => posts.includes(post))).length;
      },
    },
  ],
  commands: [
    {
      id: 'requests.list',
      label: 'requests.command',
      keywords: 'purchase request production demand xuqiu qinggou caigou 需求 请购 请产 采购',
      roles,
      path: '/requests',
    },
  ],
};
