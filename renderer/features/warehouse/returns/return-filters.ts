import { z } from 'zod';

const text = z.string().catch('').default('');

export const returnFilters = z.object({ status: text, dayFrom: text, dayTo: text });
