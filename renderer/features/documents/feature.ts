import { IconFolders } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { roles } from '#shared/policy/roles.ts';

/** Every kind of paper, listed and shown from its module alone: nothing here knows any kind by name. */
export const feature: Feature = {
  screens: [
    { path: '/documents', load: async () => (await import('./KindsPage.tsx')).KindsPage },
    { path: '/documents/$kind', load: async () => (await import('./ListPage.tsx')).ListPage },
    { path: '/documents/$kind/$id', load: async () => (await import('./DocumentPage.tsx')).DocumentPage },
  ],
  nav: [{ path: '/documents', label: 'lists.nav', icon: IconFolders, roles, group: 'records' }],
  commands: [],
};
