import { z } from 'zod';

/** Digits typed into the address come as a number. */
const word = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().catch(''));

/** Which field the user came for, and what a new file begins with. */
export const editSearch = z.object({
  field: word,
  name: word,
  phone: word,
});
