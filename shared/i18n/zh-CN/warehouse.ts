import type { Translated } from '../translated.ts';
import type { warehouse as source } from '../en/warehouse.ts';

export const warehouse: Translated<typeof source> = {};
