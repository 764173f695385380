import { z } from 'zod';

/** Whose orders stand on the board, and what they wait for ('' for everything). */
export const counterSearch = z.object({
  whose: z.enum(['mine', 'all']).catch('mine'),
  wait: z.string().max(16).catch(''),
});
