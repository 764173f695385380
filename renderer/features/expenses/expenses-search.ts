import { z } from 'zod';

export const expenseTabs = ['claims', 'trips', 'standards'] as const;

/** Which list is open, and claims of one status. */
export const expensesSearch = z.object({
  tab: z.enum(expenseTabs).catch('claims'),
  status: z.enum(['', 'submitted', 'signed', 'paid', 'returned', 'refused', 'withdrawn']).catch(''),
});
