import { z } from 'zod';

const text = z.string().catch('').default('');

/** `low` is '1' or ''; `transfer` opens the form with that product, 'new' without one. */
export const stockFilters = z.object({ location: text, low: text, text, transfer: text });
