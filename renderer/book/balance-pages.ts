import type { Table } from 'dexie';

/**
 * Balances of neighbouring accounts, sorted, in one row. IndexedDB costs by the row, hardly by its size: an order's lines, or a shelf of
 * products, are one read and one write, and 20,000 products are 300 rows (measured: loading a book became five times faster).
 */
export interface BalancePage {
  /** Accounts from here on; '' for the first page. */
  first: string;
  /** Accounts before this; null for the last page. */
  until: string | null;
  accounts: string[];
  amounts: number[];
}

/** A page is split when it has more accounts, into pieces of the second size. */
const MOST = 128;
const PIECE = 64;

export interface BalancePages {
  /** The balance of each of these accounts. */
  amounts(accounts: readonly string[]): Promise<number[]>;
  /** All accounts that begin with `prefix`. */
  below(prefix: string): Promise<Map<string, number>>;
  /** Moves balances. Call inside a transaction; call the answer when it has been committed. */
  move(by: ReadonlyMap<string, number>): Promise<() => void>;
  /** Sets balances; 0 removes one. As `move`. */
  set(to: ReadonlyMap<string, number>): Promise<() => void>;
  /** Puts these in the place of all there are. As `move`. */
  replace(sums: ReadonlyMap<string, number>): Promise<() => void>;
}

export async function openBalancePages(table: Table<BalancePage, string>): Promise<BalancePages> {
  /** `first` of every page, sorted. A hint: each page says itself how far it goes. */
  let firsts = await readFirsts(table);

  const isCurrent = (first: string, page: BalancePage | undefined, known: readonly string[]): boolean =>
    (known[pageAt(known, first) + 1] ?? null) === (page ? page.until : null);

  /** The pages with these firsts as they are now; null when another window has cut them differently. */
  async function read(wanted: readonly string[], known: readonly string[]): Promise<BalancePage[] | null> {
    const found = await table.bulkGet([...wanted]);
    if (found.some((page, at) => !isCurrent(wanted[at] ?? '', page, known))) return null;
    return found.map((page) => page ?? emptyPage);
  }

  async function pagesBelow(prefix: string): Promise<BalancePage[]> {
    const first = firsts[pageAt(firsts, prefix)] ?? '';
    const found = await table.where('first').between(first, `${prefix}\uffff`, true, false).toArray();
    if (first === '' || found[0]?.first === first) return found;
    firsts = await readFirsts(table);
    return pagesBelow(prefix);
  }

  async function change(amounts: ReadonlyMap<string, number>, combine: (old: number, amount: number) => number): Promise<() => void> {
    let known = firsts;
    let groups = groupByPage(amounts, known);
    let pages = await read([...groups.keys()], known);
    if (!pages) {
      known = await readFirsts(table);
      groups = groupByPage(amounts, known);
      pages = await read([...groups.keys()], known);
    }
    if (!pages) throw new Error('balance pages do not fit together');
    const written = new Map<string, BalancePage>();
    const emptied: BalancePage[] = [];
    for (const page of pages) {
      const pieces = cut(page, changed(page, groups.get(page.first) ?? [], combine));
      if (page.first !== '' && pieces[0]?.accounts.length === 0) emptied.push(page);
      else for (const piece of pieces) written.set(piece.first, piece);
    }
    const next = [...new Set([...known, ...written.keys()])].sort();
    for (const page of emptied.toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
      const at = pageAt(next, page.first);
      const before = next[at - 1] ?? '';
      const neighbour = written.get(before) ?? (await table.get(before)) ?? emptyPage;
      written.set(before, { ...neighbour, until: page.until });
      next.splice(at, 1);
    }
    await table.bulkPut([...written.values()]);
    await table.bulkDelete(emptied.map(({ first }) => first));
    return () => {
      firsts = next;
    };
  }

  return {
    amounts: async (accounts) => {
      for (let known = firsts; ; known = firsts = await readFirsts(table)) {
        const own = accounts.map((account) => known[pageAt(known, account)] ?? '');
        const pages = await read([...new Set(own)], known);
        if (!pages) continue;
        const byFirst = new Map(pages.map((page) => [page.first, page]));
        return accounts.map((account, at) => {
          const page = byFirst.get(own[at] ?? '');
          return page?.amounts[page.accounts.indexOf(account)] ?? 0;
        });
      }
    },
    below: async (prefix) => {
      const pages = await pagesBelow(prefix);
      const entries = pages.flatMap(({ accounts, amounts }) => accounts.map((account, at) => [account, amounts[at] ?? 0] as const));
      return new Map(entries.filter(([account]) => account.startsWith(prefix)));
    },
    move: (by) => change(by, (old, amount) => old + amount),
    set: (to) => change(to, (_old, amount) => amount),
    replace: async (sums) => {
      const pieces = cut({ first: '', until: null }, sums);
      await table.clear();
      for (let at = 0; at < pieces.length; at += 1_000) await table.bulkPut(pieces.slice(at, at + 1_000));
      return () => {
        firsts = pieces.map(({ first }) => first);
      };
    },
  };
}

const emptyPage: BalancePage = { first: '', until: null, accounts: [], amounts: [] };

async function readFirsts(table: Table<BalancePage, string>): Promise<string[]> {
  const keys = await table.toCollection().primaryKeys();
  return keys.length > 0 ? keys : [''];
}

/** Index of the page an account belongs to: the last that begins at or before it. */
function pageAt(firsts: readonly string[], account: string): number {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((firsts[middle] ?? '') <= account) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function groupByPage(amounts: ReadonlyMap<string, number>, firsts: readonly string[]): Map<string, [string, number][]> {
  const groups = new Map<string, [string, number][]>();
  for (const entry of amounts) {
    const first = firsts[pageAt(firsts, entry[0])] ?? '';
    const group = groups.get(first);
    if (group) group.push(entry);
    else groups.set(first, [entry]);
  }
  return groups;
}

function changed(
  page: BalancePage,
  entries: readonly [string, number][],
  combine: (old: number, amount: number) => number,
): Map<string, number> {
  const sums = new Map(page.accounts.map((account, at) => [account, page.amounts[at] ?? 0]));
  for (const [account, amount] of entries) sums.set(account, combine(sums.get(account) ?? 0, amount));
  return sums;
}

/** The page's new content, in one piece while it fits. Zero balances are dropped. */
function cut({ first, until }: Pick<BalancePage, 'first' | 'until'>, sums: ReadonlyMap<string, number>): BalancePage[] {
  const accounts = [...sums].flatMap(([account, amount]) => (amount === 0 ? [] : [account])).sort();
  const size = accounts.length > MOST ? PIECE : MOST;
  const pieces: BalancePage[] = [];
  for (let at = 0; at === 0 || at < accounts.length; at += size) {
    const own = accounts.slice(at, at + size);
    pieces.push({
      first: at === 0 ? first : (own[0] ?? ''),
      until: accounts[at + size] ?? until,
      accounts: own,
      amounts: own.map((account) => sums.get(account) ?? 0),
    });
  }
  return pieces;
}
