import { z } from 'zod';

/** One piece; '' as product while only its number is known. An address may turn a number of digits alone into a number. */
export const pieceSearch = z.object({
  product: z.string().max(40).catch(''),
  serial: z.union([z.string().max(60), z.number().transform(String)]).catch(''),
});
