import type { Posting } from '#shared/ledger/posting.ts';

/** Balances of one branch at one moment; accounts that come to nothing are absent. */
export interface Ledger {
  /** Adds the difference and returns the balances that changed. */
  move(before: readonly Posting[], after: readonly Posting[]): Map<string, { by: number; now: number }>;
  balance(account: string): number;
  balances(prefix: string): Map<string, number>;
  size(): number;
}

/** Accounts are asked for below two parts of their path (`receivable/<party>/`), so they are kept by those. */
const groupOf = (path: string): string => path.split('/', 2).join('/');

export function openLedger(): Ledger {
  const groups = new Map<string, Map<string, number>>();

  function add(account: string, amount: number): number {
    const key = groupOf(account);
    const group = groups.get(key) ?? new Map<string, number>();
    const sum = (group.get(account) ?? 0) + amount;
    if (sum === 0) group.delete(account);
    else group.set(account, sum);
    if (group.size === 0) groups.delete(key);
    else groups.set(key, group);
    return sum;
  }

  return {
    move: (before, after) => {
      const by = new Map<string, number>();
      for (const { account, amount } of before) by.set(account, (by.get(account) ?? 0) - amount);
      for (const { account, amount } of after) by.set(account, (by.get(account) ?? 0) + amount);
      return new Map([...by].flatMap(([account, amount]) => (amount === 0 ? [] : [[account, { by: amount, now: add(account, amount) }]])));
    },
    balance: (account) => groups.get(groupOf(account))?.get(account) ?? 0,
    balances: (prefix) => {
      const found = prefix.split('/').length > 2 ? [groups.get(groupOf(prefix))] : [...groups.values()];
      return new Map(found.flatMap((group) => [...(group ?? [])].filter(([account]) => account.startsWith(prefix))));
    },
    size: () => [...groups.values()].reduce((sum, group) => sum + group.size, 0),
  };
}
