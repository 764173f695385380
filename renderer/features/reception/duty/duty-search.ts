import { z } from 'zod';
import { isDay } from '#shared/core/calendar.ts';

/** Any day of the week shown; '' is this week. */
export const dutySearch = z.object({
  week: z
    .string()
    .refine((day) => day === '' || isDay(day))
    .catch(''),
});
