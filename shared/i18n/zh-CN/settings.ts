import type { Translated } from '../translated.ts';
import type { settings as source } from '../en/settings.ts';

export const settings: Translated<typeof source> = {};
