import type { Translated } from '../translated.ts';
import type { shell as source } from '../en/shell.ts';

export const shell: Translated<typeof source> = {};
