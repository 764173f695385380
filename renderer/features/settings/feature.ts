import { IconSettings } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { roles } from '#shared/policy/roles.ts';

/** What an office sets once: people, places, printers, rules, and the safety of the book. */
export const feature: Feature = {
  screens: [
    { path: '/settings', load: async () => (await import('./SettingsPage.tsx')).SettingsPage },
    { path: '/settings/$tab', load: async () => (await import('./SettingsPage.tsx')).SettingsPage },
  ],
  nav: [{ path: '/settings', label: 'settings.nav', icon: IconSettings, roles, group: 'office' }],
  commands: [
    {
      id: 'settings.staff',
      label: 'settings.tabs.staff',
      keywords: 'staff yuangong 员工 pin',
      roles: ['manager'],
      path: '/settings/staff',
    },
    {
      id: 'settings.centre',
      label: 'settings.tabs.centre',
      keywords: 'centre join jiaru zhongxin 加入中心 总部',
      roles,
      path: '/settings/centre',
    },
    { id: 'settings.printing', label: 'settings.tabs.printing', keywords: 'printer dayin 打印', roles, path: '/settings/printing' },
    { id: 'settings.rules', label: 'settings.tabs.rules', keywords: 'policy guize 规则 限额', roles: ['manager'], path: '/settings/rules' },
    { id: 'settings.safety', label: 'settings.tabs.safety', keywords: 'backup snapshot beifen 备份 快照', roles, path: '/settings/safety' },
  ],
};
