import type { AnyRecord } from '#shared/documents/record.ts';
import { contributionOf, type Contribution } from './contribution.ts';
import { searchKeyOf, type SearchKey } from './search-key.ts';

/** What the read models keep of a document. */
export interface FiguresOf {
  contribution: Contribution;
  key: SearchKey;
}

/**
 * A document that its module cannot make sense of (a bug, found after it was written) counts for nothing and is found by number and title:
 * it must not keep all others from being counted.
 */
export function figuresOf(record: AnyRecord, onProblem: (problem: unknown) => void): FiguresOf {
  try {
    return { contribution: contributionOf(record), key: searchKeyOf(record) };
  } catch (problem) {
    onProblem(problem);
    return { contribution: [], key: searchKeyOf({ ...record, v: Infinity }) };
  }
}
