import { IconCalendarUser, IconDoorEnter, IconUsers } from '@tabler/icons-react';
import { visit } from '#shared/modules/visit/module.ts';
import type { Feature } from '#renderer/desk/feature.ts';
import { receptionSearch } from './home/reception-search.ts';
import { dutySearch } from './duty/duty-search.ts';
import { visitsSearch } from './visits/visits-search.ts';

const hosts = ['salesperson', 'manager'] as const;
const readers = ['salesperson', 'cashier', 'manager'] as const;

/** The reception desk: walk-ins and calls, the door, the day sheet, follow-ups. */
export const feature: Feature = {
  screens: [
    { path: '/reception', load: async () => (await import('./home/ReceptionPage.tsx')).ReceptionPage, search: receptionSearch },
    { path: '/visits', load: async () => (await import('./visits/VisitsPage.tsx')).VisitsPage, search: visitsSearch },
    { path: '/visits/$id', load: async () => (await import('./visits/VisitPage.tsx')).VisitPage },
    { path: '/duty', load: async () => (await import('./duty/DutyPage.tsx')).DutyPage, search: dutySearch },
  ],
  nav: [
    {
      path: '/reception',
      label: 'reception.nav.desk',
      icon: IconDoorEnter,
      roles: hosts,
      group: 'work',
      // Visitors nobody has greeted yet.
      badge: async (read, _actor, today) =>
        (await read.all({ kind: visit.kind, status: 'waiting' }, 100)).rows.filter(
          (row) => row.day === today && visit.read(row).body.channel === 'walk-in',
        ).length,
    },
    { path: '/visits', label: 'reception.nav.visits', icon: IconUsers, roles: readers, group: 'records' },
    { path: '/duty', label: 'reception.nav.duty', icon: IconCalendarUser, roles: hosts, group: 'work' },
  ],
  commands: [
    {
      id: 'reception.register',
      label: 'reception.command.register',
      keywords: 'walk-in visitor register laidian dengji laifang 来店登记 来客 来访',
      roles: hosts,
      path: '/reception',
    },
    {
      id: 'reception.visits',
      label: 'reception.command.visits',
      keywords: 'visits laifang jilu 来访记录 接待记录',
      roles: readers,
      path: '/visits',
    },
    {
      id: 'reception.duty',
      label: 'reception.command.duty',
      keywords: 'duty door plan zhiban paiban menkou 值班 排班 门口',
      roles: hosts,
      path: '/duty',
    },
  ],
};
