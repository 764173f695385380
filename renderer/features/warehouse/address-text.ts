import { z } from 'zod';

/** A text in the address, '' when absent. An address typed by hand may read `low=1`, which the router takes for a number. */
export const addressText = z.union([z.string(), z.number()]).transform(String).catch('').default('');
