import type { Translated } from '../translated.ts';
import type { manager as source } from '../en/manager.ts';

export const manager: Translated<typeof source> = {};
