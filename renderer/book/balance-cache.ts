/** Accounts kept at most, over all prefixes; the least recently asked prefix goes first. */
const MOST_ACCOUNTS = 200_000;
/** Accounts kept one by one. */
const MOST_SINGLE = 5_000;

export interface BalanceSource {
  amounts(accounts: readonly string[]): Promise<number[]>;
  balances(prefix: string): Promise<Map<string, number>>;
}

export interface BalanceCache {
  balance(account: string): Promise<number>;
  balances(prefix: string): Promise<Map<string, number>>;
  /** Moves what is held; call after every change of the figures. */
  moved(by: ReadonlyMap<string, number>): void;
  forget(): void;
}

/**
 * Balances stay in memory once asked for and are moved along: a stock list does not read 20,000 rows after each sale, and an order's forty
 * figures, which its screen has asked for before, cost nothing. What is asked at one moment is one question to the store.
 */
export function createBalanceCache(source: () => BalanceSource): BalanceCache {
  const held = new Map<string, Map<string, number>>();
  const single = new Map<string, number>();
  /** Asked, and not sent yet. */
  let waiting: { accounts: Map<string, number>; answer: Promise<number[]> } | null = null;
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

  function keepSingle(account: string, amount: number): void {
    single.delete(account);
    single.set(account, amount);
    for (const [oldest] of single) {
      if (single.size <= MOST_SINGLE) return;
      single.delete(oldest);
    }
  }

  async function send(accounts: ReadonlyMap<string, number>): Promise<number[]> {
    await Promise.resolve();
    waiting = null;
    const started = changes;
    const amounts = await source().amounts([...accounts.keys()]);
    if (started === changes) for (const [account, at] of accounts) keepSingle(account, amounts[at] ?? 0);
    return amounts;
  }

  async function ask(account: string): Promise<number> {
    if (!waiting) {
      const accounts = new Map<string, number>();
      waiting = { accounts, answer: send(accounts) };
    }
    const { accounts, answer } = waiting;
    const at = accounts.get(account) ?? accounts.size;
    accounts.set(account, at);
    return (await answer)[at] ?? 0;
  }

  return {
    balance: async (account) => {
      for (const [prefix, balances] of held) if (account.startsWith(prefix)) return balances.get(account) ?? 0;
      const known = single.get(account);
      if (known === undefined) return ask(account);
      keepSingle(account, known);
      return known;
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
      for (const [account, amount] of by) {
        const known = single.get(account);
        if (known !== undefined) single.set(account, known + amount);
      }
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
      single.clear();
    },
  };
}
