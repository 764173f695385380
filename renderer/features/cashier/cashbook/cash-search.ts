import { z } from 'zod';
import { boxes } from '#shared/modules/cashday/box.ts';

/** Which box's book is open; the float has one of its own (SHP-03). */
export const cashSearch = z.object({ box: z.enum(boxes).catch('safe') });
