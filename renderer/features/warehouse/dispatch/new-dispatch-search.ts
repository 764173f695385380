import { z } from 'zod';

/** `order`: the order the note is for; '' lets the user choose one. */
export const newDispatchSearch = z.object({ order: z.string().catch('').default('') });
