/** Balances in memory, found by account or by the first two parts of its path. */
export interface DemoBalances {
  get(account: string): number;
  /** Accounts below a path that ends with '/'. */
  below(prefix: string): Map<string, number>;
  add(delta: ReadonlyMap<string, number>): void;
  all(): Map<string, number>;
}

export function demoBalances(): DemoBalances {
  const shelves = new Map<string, Map<string, number>>();

  function shelfOf(account: string): string {
    const first = account.indexOf('/');
    const second = first < 0 ? -1 : account.indexOf('/', first + 1);
    return second < 0 ? account : account.slice(0, second);
  }

  return {
    get: (account) => shelves.get(shelfOf(account))?.get(account) ?? 0,
    below: (prefix) => {
      const shelf = shelfOf(prefix);
      if (`${shelf}/` === prefix) return new Map(shelves.get(shelf));
      const near = prefix.split('/').length > 3 ? [shelves.get(shelf) ?? new Map<string, number>()] : [...shelves.values()];
      return new Map(near.flatMap((accounts) => [...accounts].filter(([account]) => account.startsWith(prefix))));
    },
    add: (delta) => {
      for (const [account, amount] of delta) {
        const name = shelfOf(account);
        const shelf = shelves.get(name) ?? new Map<string, number>();
        shelves.set(name, shelf);
        const sum = (shelf.get(account) ?? 0) + amount;
        if (sum === 0) shelf.delete(account);
        else shelf.set(account, sum);
        if (shelf.size === 0) shelves.delete(name);
      }
    },
    all: () => new Map([...shelves.values()].flatMap((shelf) => [...shelf])),
  };
}
