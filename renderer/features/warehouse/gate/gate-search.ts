import { z } from 'zod';

/** `pass`: the gate pass that is open, e.g. because its paper was scanned. */
export const gateSearch = z.object({ pass: z.string().catch('').default('') });
