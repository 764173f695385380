import type { Translated } from '../translated.ts';
import type { refusals as source } from '../en/refusals.ts';

export const refusals: Translated<typeof source> = {};
