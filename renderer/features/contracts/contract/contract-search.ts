import { z } from 'zod';

export const contractTabs = ['chain', 'terms', 'money', 'record'] as const;

/** `/contracts/$id?tab=&do=`: `do=order` opens the next order of its goods. */
export const contractSearch = z.object({ tab: z.enum(contractTabs).catch('chain'), do: z.enum(['', 'order']).catch('') });
