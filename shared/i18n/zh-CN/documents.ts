import type { Translated } from '../translated.ts';
import type { documents as source } from '../en/documents.ts';

export const documents: Translated<typeof source> = {};
