import { z } from 'zod';

/** One piece; '' as product while only its number is known. */
export const pieceSearch = z.object({ product: z.string().max(40).catch(''), serial: z.coerce.string().max(60).catch('') });
