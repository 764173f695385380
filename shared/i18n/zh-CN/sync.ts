import type { Translated } from '../translated.ts';
import type { sync as source } from '../en/sync.ts';

export const sync: Translated<typeof source> = {};
