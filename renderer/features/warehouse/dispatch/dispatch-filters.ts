import { z } from 'zod';

const text = z.string().catch('').default('');

/** `unsigned`: days since the goods went out, at least; '' for all notes. */
export const dispatchFilters = z.object({ status: text, dayFrom: text, dayTo: text, location: text, unsigned: text });
