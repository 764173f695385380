import { IconCloudDataConnection } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { verdict } from '#shared/modules/verdict/module.ts';
import { roles } from '#shared/policy/roles.ts';
import { overseers } from './overview/overseers.ts';

/** What the desk and the centre have told each other, and what somebody has to decide about it. */
export const feature: Feature = {
  screens: [
    { path: '/sync', load: async () => (await import('./SyncPage.tsx')).SyncPage },
    { path: '/sync/overview', load: async () => (await import('./overview/OverviewPage.tsx')).OverviewPage },
  ],
  nav: [
    {
      path: '/sync',
      label: 'sync.nav',
      icon: IconCloudDataConnection,
      roles,
      group: 'office',
      // What the centre sent back or wants decided.
      badge: async (read) => {
        const waiting = await Promise.all(['returned', 'open'].map((status) => read.all({ kind: verdict.kind, status }, 100)));
        return waiting.reduce((sum, { rows }) => sum + rows.length, 0);
      },
    },
  ],
  commands: [
    {
      id: 'sync.overview',
      label: 'sync.overview.title',
      keywords: 'branches desks overview zongbu mendian tongbu 总部 门店 同步 各店',
      roles: overseers,
      path: '/sync/overview',
    },
  ],
};
