import { z } from 'zod';

/** What the address asks the reception desk to begin with. */
export const receptionSearch = z.object({
  /** A customer who has just come in. */
  party: z.string().catch(''),
});
