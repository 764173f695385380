import type { Translated } from '../translated.ts';
import type { customers as source } from '../en/customers.ts';

export const customers: Translated<typeof source> = {};
