import type { Translated } from '../translated.ts';
import type { host as source } from '../en/host.ts';

export const host: Translated<typeof source> = {};
