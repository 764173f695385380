import { common } from './en/common.ts';

/** The type of all keys. One file per area beside it. */
export const en = { common };
