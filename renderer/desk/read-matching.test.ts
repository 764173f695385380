import { expect, test } from 'vitest';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { readMatching } from './read-matching.ts';

/** A thousand documents, every hundredth of them wanted. */
const rows = Array.from({ length: 1_000 }, (_, index) => ({ id: String(index), seek: String(index).padStart(4, '0') }) as AnyRecord);
const read = {
  list: async ({ after = '', limit }: { after?: string; limit: number }) => {
    const rest = rows.filter(({ seek }) => seek > after);
    return { rows: rest.slice(0, limit), next: rest.length > limit ? (rest[limit - 1]?.seek ?? null) : null };
  },
} as unknown as Reader;
const wanted = ({ id }: AnyRecord) => Number(id) % 100 === 0;

test('pages by key until enough is found, and says whether there is more', async () => {
  const found = await readMatching(read, { kind: 'x' }, wanted, 3);
  expect(found.rows.map(({ id }) => id)).toEqual(['0', '100', '200']);
  expect(found).toMatchObject({ more: true });
  expect(found.stoppedAfter).toBeUndefined();
  expect(await readMatching(read, { kind: 'x' }, wanted, 50)).toMatchObject({ rows: { length: 10 }, more: false });
});

test('a search that gives up before the end says after how many documents', async () => {
  const found = await readMatching(read, { kind: 'x' }, wanted, 50, 600);
  expect(found.rows).toHaveLength(6);
  expect(found).toMatchObject({ more: true, stoppedAfter: 600 });
});
