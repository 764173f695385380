import { z } from 'zod';

/** `/orders/new?party=&source=&draft=&corrects=`: customer, visit it came from, a parked sale to take up again, an order to do better. */
export const saleSearch = z.object({
  party: z.string().max(40).catch(''),
  source: z.string().max(40).catch(''),
  draft: z.string().max(40).catch(''),
  corrects: z.string().max(40).catch(''),
});
