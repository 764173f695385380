import type { AnyRecord } from '#shared/documents/record.ts';
import { upgrade } from '#shared/modules/registry.ts';
import { readableBy } from './contribution.ts';

/** What a document is found by, as written. Apart from the readings of its characters, which only the store's thread needs to know. */
export function searchedTexts(record: AnyRecord): string[] {
  const module = readableBy(record);
  return module?.isUnsearched ? [] : [record.no, record.title, ...(module?.searchTexts(upgrade(record)) ?? [])];
}
