/** Amounts that are not in the stored balances yet. */
export interface PendingSums {
  add(moved: ReadonlyMap<string, number>): void;
  of(account: string): number;
  below(prefix: string): Map<string, number>;
  size(): number;
  all(): ReadonlyMap<string, number>;
  clear(): void;
}

export function createPendingSums(): PendingSums {
  const sums = new Map<string, number>();
  return {
    add: (moved) => {
      for (const [account, amount] of moved) {
        const sum = (sums.get(account) ?? 0) + amount;
        if (sum === 0) sums.delete(account);
        else sums.set(account, sum);
      }
    },
    of: (account) => sums.get(account) ?? 0,
    below: (prefix) => new Map([...sums].filter(([account]) => account.startsWith(prefix))),
    size: () => sums.size,
    all: () => sums,
    clear: () => sums.clear(),
  };
}
