import type { Translated } from '../translated.ts';
import type { paperWords as source } from '../en/paper-words.ts';

export const paperWords: Translated<typeof source> = {};
