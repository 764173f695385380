import type { Translated } from '../translated.ts';
import type { counter as source } from '../en/counter.ts';

export const counter: Translated<typeof source> = {};
