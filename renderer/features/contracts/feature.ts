import { IconFileCertificate, IconFileDescription } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import type { Role } from '#shared/policy/roles.ts';
import { applicationSearch } from './application/application-search.ts';
import { contractSearch } from './contract/contract-search.ts';
import { entrySearch } from './entry/entry-search.ts';
import { listSearch } from './list/list-search.ts';

const sellers: readonly Role[] = ['salesperson', 'manager'];
const readers: readonly Role[] = [
  'salesperson',
  'manager',
  'finance',
  'dgmSales',
  'dgmFinance',
  'gm',
  'planner',
  'production',
  'quality',
  'technician',
];

/** From the contract application to the archived, performed and paid contract, with its whole chain as one picture. */
export const feature: Feature = {
  screens: [
    { path: '/contracts', load: async () => (await import('./list/ContractsPage.tsx')).ContractsPage, search: listSearch },
    { path: '/contracts/$id', load: async () => (await import('./contract/ContractPage.tsx')).ContractPage, search: contractSearch },
    { path: '/applications', load: async () => (await import('./list/ApplicationsPage.tsx')).ApplicationsPage, search: listSearch },
    {
      path: '/applications/new',
      load: async () => (await import('./entry/ApplicationEntryPage.tsx')).ApplicationEntryPage,
      search: entrySearch,
    },
    {
      path: '/applications/$id',
      load: async () => (await import('./application/ApplicationPage.tsx')).ApplicationPage,
      search: applicationSearch,
    },
  ],
  nav: [
    { path: '/contracts', label: 'contracts.nav.contracts', icon: IconFileCertificate, roles: readers, group: 'records' },
    {
      path: '/applications',
      label: 'contracts.nav.applications',
      icon: IconFileDescription,
      roles: ['salesperson', 'manager', 'dgmSales', 'gm'],
      group: 'records',
      // One's own forms that were sent back: they wait for a correction.
      badge: async (read, actor) =>
        (await read.all({ kind: 'application', status: 'returned' }, 100)).rows.filter(({ owner }) => owner === actor.id).length,
    },
  ],
  commands: [
    {
      id: 'contracts.apply',
      label: 'contracts.command.apply',
      keywords: 'contract application new hetong shenbao 合同申报 申报单 新合同',
      roles: sellers,
      path: '/applications/new',
    },
    {
      id: 'contracts.contracts',
      label: 'contracts.command.contracts',
      keywords: 'contracts hetong 合同 查询 台账',
      roles: readers,
      path: '/contracts',
    },
    {
      id: 'contracts.applications',
      label: 'contracts.command.applications',
      keywords: 'contract applications hetong shenbaodan 合同申报单',
      roles: [...sellers, 'dgmSales', 'gm'],
      path: '/applications',
    },
  ],
};
