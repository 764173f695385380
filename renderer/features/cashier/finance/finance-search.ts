import { z } from 'zod';

export const financeTabs = ['handovers', 'copies', 'receivables', 'slips'] as const;

/** Which of finance's lists is open; among the copies, those still out or those to be booked. */
export const financeSearch = z.object({ tab: z.enum(financeTabs).catch('handovers'), copies: z.enum(['', 'out', 'back']).catch('') });
