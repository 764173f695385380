import type { Reader, RecordQuery } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';

/** What a manager has to decide, by where it stands. */
const queries = {
  review: { kind: 'order', status: 'checked' },
  release: { kind: 'dispatch', status: 'drafted' },
  returns: { kind: 'return', status: 'asked' },
} as const satisfies Record<string, RecordQuery>;

export type WaitingFor = keyof typeof queries;
export type Waiting = Readonly<Record<WaitingFor, readonly AnyRecord[]>>;

/** Oldest first. These sets are small: a branch decides them the same day. */
export async function readWaiting(read: Reader): Promise<Waiting> {
  const oldestFirst = async (query: RecordQuery) => (await read.all(query, 500)).rows.toReversed();
  return {
    review: await oldestFirst(queries.review),
    release: await oldestFirst(queries.release),
    returns: await oldestFirst(queries.returns),
  };
}

export async function countWaiting(read: Reader): Promise<number> {
  const { review, release, returns } = await readWaiting(read);
  return review.length + release.length + returns.length;
}
