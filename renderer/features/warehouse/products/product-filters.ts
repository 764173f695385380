import { z } from 'zod';

const text = z.string().catch('').default('');

/** `status`: '' for what is sold, 'all' with discontinued ones too. */
export const productFilters = z.object({ text, status: text, group: text });
