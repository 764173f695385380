import type { CouchDatabase } from '#shared/exchange/couch-database.ts';
import type { RefusalCode } from '#shared/exchange/refusal-codes.ts';
import { CentreProblem } from '#shared/exchange/transport.ts';

export const HEAD_OFFICE_ONLY = 'head-office-only' satisfies RefusalCode;

/**
 * The company's book as a whole may not be this desk's to write, and that must not stop its own papers: each document is refused then. What the
 * centre has already is read before and not sent.
 */
export function refusingEach(database: CouchDatabase): CouchDatabase {
  return {
    ...database,
    writeMany: async (documents) => {
      try {
        return await database.writeMany(documents);
      } catch (problem) {
        if (!(problem instanceof CentreProblem) || problem.code !== 'forbidden') throw problem;
        return documents.map(({ _id: id }) => ({ id, error: 'forbidden', reason: HEAD_OFFICE_ONLY }));
      }
    },
  };
}
