import { z } from 'zod';

/** `do=next` takes the order's next step at once: the buttons of the boards lead here. */
export const orderSearch = z.object({ do: z.enum(['next', '']).catch('') });
