import { z } from 'zod';

/** Filters of the review list, as they stand in the address. */
export const reviewSearch = z.object({ mine: z.enum(['', 'yes']).catch('').default('') });
