import { z } from 'zod';

/** Parts of the contracts' money, each at an address of its own. */
export const accountTabs = ['recovery', 'invoices', 'credit', 'ledgers', 'commission', 'statements'] as const;

export type AccountTab = (typeof accountTabs)[number];

export function pathOfTab(tab: AccountTab): `/${string}` {
  return tab === 'recovery' ? '/accounts' : `/accounts/${tab}`;
}

/** How the list of a part is narrowed. */
export const accountsSearch = z.object({
  /** Receivables: a row per contract or per part of its plan. */
  by: z.enum(['contract', 'part']).catch('contract'),
  late: z.enum(['', 'yes']).catch(''),
  /** Month whose ledgers are compared, '' for the last one that is over. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .or(z.literal(''))
    .catch(''),
  /** Ledgers: all rows, not only those that differ. */
  all: z.enum(['', 'yes']).catch(''),
  /** Customer whose assessment or statement is begun. */
  party: z.string().catch(''),
});
