import { z } from 'zod';

/** `pickup`: the pick-up slip whose goods have come; makes it a receipt of bought goods. */
export const inboundSearch = z.object({
  type: z.enum(['finished', 'bought']).catch('finished').default('finished'),
  pickup: z.string().catch('').default(''),
});
