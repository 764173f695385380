/** Accounts kept at most, over all prefixes; the least recently asked prefix goes first. */
const MOST_ACCOUNTS = 200_000;

interface Source {
  balance(account: string): Promise<number>;
  balances(prefix: string): Promise<Map<string, number>>;
}

export interface BalanceCache extends Source {
  /** Moves what is held; call after every change of the figures. */
  moved(by: ReadonlyMap<string, number>): void;
  forget(): void;
}

/** Balances by prefix stay in memory once asked for and are moved along: a stock list does not read 20,000 rows after each sale. */
export function createBalanceCache(source: () => Source): BalanceCache {
  const held = new Map<string, Map<string, number>>();
  /** Counts changes: what was read across one is not kept. */
  let changes = 0;

  function keep(prefix: string, balances: Map<string, number>): void {
    held.set(prefix, balances);
    let total = 0;
    for (const kept of held.values()) total += kept.size;
    for (const [oldest, kept] of held) {
      if (total <= MOST_ACCOUNTS || oldest === prefix) return;
      held.delete(oldest);
      total -= kept.size;
    }
  }

  return {
    balance: async (account) => {
      for (const [prefix, balances] of held) if (account.startsWith(prefix)) return balances.get(account) ?? 0;
      return source().balance(account);
    },
    balances: async (prefix) => {
      const known = held.get(prefix);
      if (known) {
        held.delete(prefix);
        held.set(prefix, known);
        return new Map(known);
      }
      const started = changes;
      const balances = await source().balances(prefix);
      if (started === changes) keep(prefix, balances);
      return new Map(balances);
    },
    moved: (by) => {
      changes += 1;
      for (const [prefix, balances] of held)
        for (const [account, amount] of by) {
          if (!account.startsWith(prefix)) continue;
          const sum = (balances.get(account) ?? 0) + amount;
          if (sum === 0) balances.delete(account);
          else balances.set(account, sum);
        }
    },
    forget: () => {
      changes += 1;
      held.clear();
    },
  };
}
