import { common } from './en/common.ts';
import { desktop } from './en/desktop.ts';

/** The type of all keys. One file per area beside it. */
export const en = { common, desktop };
