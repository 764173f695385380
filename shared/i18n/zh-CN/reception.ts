import type { Translated } from '../translated.ts';
import type { reception as source } from '../en/reception.ts';

export const reception: Translated<typeof source> = {};
