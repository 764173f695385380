/**
 * What a committed document means, as signed integers on accounts. An account is a path: `stock/<location>/<product>`.
 * Amounts are fen, thousandths or a count, by account.
 */
export interface Posting {
  account: string;
  amount: number;
}

const SEPARATOR = '/';

/** Joins the parts of an account path. Ids and codes never hold the separator; names do not belong in a path. */
export function account(...parts: readonly string[]): string {
  return parts.map((part) => (part.includes(SEPARATOR) ? part.replaceAll(SEPARATOR, '∕') : part)).join(SEPARATOR);
}

/** Sums postings per account; accounts that come to nothing are left out. */
export function sumPostings(postings: Iterable<Posting>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { account, amount } of postings) {
    const sum = (sums.get(account) ?? 0) + amount;
    if (sum === 0) sums.delete(account);
    else sums.set(account, sum);
  }
  return sums;
}

/** What must be added to the balances when a document went from `before` to `after`. */
export function postingDelta(before: readonly Posting[], after: readonly Posting[]): Map<string, number> {
  return sumPostings([...after, ...before.map(({ account, amount }) => ({ account, amount: -amount }))]);
}
