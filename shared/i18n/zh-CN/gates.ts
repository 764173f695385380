import type { Translated } from '../translated.ts';
import type { gates as source } from '../en/gates.ts';

export const gates: Translated<typeof source> = {};
