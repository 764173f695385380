/**
 * The present state of every document: a snapshot's, merged with what the journal says came after. Documents are first sorted into
 * buckets on disk, then merged bucket by bucket, so that a book of any size needs the memory of one bucket.
 */
import { join } from 'node:path';
import { mergeCopies } from '#shared/modules/merge-copies.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Disk } from '../disk/disk.ts';
import { openBuckets, type Version } from './buckets.ts';

/** @param bytes about how much there will be, to choose the number of buckets */
export async function* gatherDocuments(
  disk: Disk,
  folder: string,
  bytes: number,
  sources: readonly AsyncIterable<Version>[],
): AsyncGenerator<string> {
  const buckets = await openBuckets(disk, join(folder, 'gathering'), bytes);
  try {
    for (const source of sources) for await (const version of source) await buckets.put(version);
    for await (const bucket of buckets.all()) yield* mergeBucket(bucket);
  } finally {
    await buckets.remove();
  }
}

function* mergeBucket(versions: readonly Version[]): Generator<string> {
  const byId = new Map<string, string[]>();
  for (const { id, text } of versions) {
    const known = byId.get(id);
    if (!known) byId.set(id, [text]);
    else if (known.at(-1) !== text) known.push(text);
  }
  for (const texts of byId.values()) {
    const [only = ''] = texts;
    if (texts.length === 1) yield only;
    else yield JSON.stringify(texts.map(toRecord).reduce(mergeCopies));
  }
}

/** Documents were parsed when they were appended; frames and blocks prove that they are still what was written. */
export function toRecord(text: string): AnyRecord {
  return JSON.parse(text) as AnyRecord;
}
