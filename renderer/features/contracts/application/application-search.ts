import { z } from 'zod';

/** `/applications/$id?do=submit` takes the form's next step as soon as the page is there. */
export const applicationSearch = z.object({ do: z.enum(['', 'submit']).catch('') });
