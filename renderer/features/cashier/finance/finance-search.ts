import { z } from 'zod';

export const financeTabs = ['handovers', 'copies', 'receivables', 'slips'] as const;

/** Which of finance's lists is open. */
export const financeSearch = z.object({ tab: z.enum(financeTabs).catch('handovers') });
