import { z } from 'zod';

/** Filters of the list; '' means no filter. */
export const quotationsSearch = z.object({
  status: z.string().max(24).catch(''),
  dayFrom: z.string().max(10).catch(''),
  dayTo: z.string().max(10).catch(''),
  party: z.string().max(40).catch(''),
  owner: z.string().max(40).catch(''),
});
