import { z } from 'zod';
import { addressText } from '../address-text.ts';

/** `pickup`: the pick-up slip whose goods have come; makes it a receipt of bought goods. */
export const inboundSearch = z.object({
  type: z.enum(['finished', 'bought']).catch('finished').default('finished'),
  pickup: addressText,
});
