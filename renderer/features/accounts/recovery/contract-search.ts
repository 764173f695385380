import { z } from 'zod';

/** A contract's account: its money, or its two ledgers. */
export const contractSearch = z.object({ part: z.enum(['money', 'ledgers']).catch('money') });
