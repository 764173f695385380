import type { Translated } from '../translated.ts';
import type { transfer as source } from '../en/transfer.ts';

export const transfer: Translated<typeof source> = {};
