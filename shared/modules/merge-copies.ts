import { mergeRecords } from '#shared/documents/merge.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { seal } from './registry.ts';

/**
 * Two copies of one document united. One whose module cannot make sense of the merged body (a bug, found after it was written) is kept as
 * the longer of the two: it must not stop the others.
 */
export function mergeCopies(stored: AnyRecord, incoming: AnyRecord): AnyRecord {
  try {
    return mergeRecords(stored, incoming, seal);
  } catch {
    return incoming.events.length > stored.events.length ? incoming : stored;
  }
}
