import { expect, test } from 'vitest';
import type { CouchDatabase } from '#shared/exchange/couch-database.ts';
import { CentreProblem } from '#shared/exchange/transport.ts';
import { refusingEach } from './refusing-each.ts';

const saying = (code: ConstructorParameters<typeof CentreProblem>[0]): CouchDatabase =>
  refusingEach({
    writeMany: async () => {
      throw new CentreProblem(code, 'no');
    },
    readMany: async () => {
      throw new CentreProblem(code, 'no');
    },
  } as unknown as CouchDatabase);
const documents = [{ _id: 'a' }, { _id: 'b' }] as unknown as Parameters<CouchDatabase['writeMany']>[0];

test('a book that may not be written refuses each document by itself, so that what is behind them goes on', async () => {
  expect(await saying('forbidden').writeMany(documents)).toEqual([
    { id: 'a', error: 'forbidden', reason: 'head-office-only' },
    { id: 'b', error: 'forbidden', reason: 'head-office-only' },
  ]);
});

test('a book that may not even be read, or a centre in trouble, says nothing about a document', async () => {
  await expect(saying('forbidden').readMany(['a'])).rejects.toThrow(CentreProblem);
  await expect(saying('busy').writeMany(documents)).rejects.toThrow(CentreProblem);
});
