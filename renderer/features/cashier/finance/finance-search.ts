import { z } from 'zod';

export const financeTabs = ['handovers', 'copies', 'receivables', 'slips'] as const;

/** Which of finance's lists is open; among the copies, those still out, of one class of age, or those to be booked. */
export const financeSearch = z.object({
  tab: z.enum(financeTabs).catch('handovers'),
  copies: z.enum(['', 'out', 'back']).catch(''),
  age: z.enum(['', '0', '1', '2', '3', '4']).catch(''),
});
