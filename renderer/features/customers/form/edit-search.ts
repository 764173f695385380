import { z } from 'zod';

/** Which field the user came for, and what a new file begins with. */
export const editSearch = z.object({
  field: z.string().catch(''),
  name: z.string().catch(''),
  phone: z.string().catch(''),
});
