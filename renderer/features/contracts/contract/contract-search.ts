import { z } from 'zod';

export const contractTabs = ['chain', 'terms', 'money', 'record'] as const;

/** `/contracts/$id?tab=` */
export const contractSearch = z.object({ tab: z.enum(contractTabs).catch('chain') });
