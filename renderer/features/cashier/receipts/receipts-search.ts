import { z } from 'zod';

/** Filters of the receipt list; '' means no filter. */
export const receiptsSearch = z.object({
  method: z.string().max(16).catch(''),
  type: z.string().max(16).catch(''),
  status: z.string().max(16).catch(''),
  dayFrom: z.string().max(10).catch(''),
  dayTo: z.string().max(10).catch(''),
  owner: z.string().max(40).catch(''),
});
