import { IconTableImport } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';

/** Lists from other programs into the book. */
export const feature: Feature = {
  screens: [{ path: '/import', load: async () => (await import('./ImportPage.tsx')).ImportPage }],
  nav: [
    {
      path: '/import',
      label: 'transfer.nav',
      icon: IconTableImport,
      roles: ['manager', 'finance', 'warehouse', 'purchasing'],
      group: 'office',
    },
  ],
  commands: [
    {
      id: 'transfer.import',
      label: 'transfer.title',
      keywords: 'import excel csv daoru 导入',
      roles: ['manager', 'finance', 'warehouse', 'purchasing'],
      path: '/import',
    },
  ],
};
