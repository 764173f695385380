import type { Translated } from '../translated.ts';
import type { cashier as source } from '../en/cashier.ts';

export const cashier: Translated<typeof source> = {};
