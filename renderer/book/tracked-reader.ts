import type { Reader, RecordQuery } from '#shared/documents/reader.ts';
import type { Change } from './book-store.ts';
import { isMatch } from './record-query.ts';

/** What a live query looked at. */
export interface Looked {
  ids: Set<string>;
  lists: LookedList[];
  accounts: Set<string>;
  prefixes: Set<string>;
}

export interface LookedList {
  query: RecordQuery;
  after: string;
  /** Nothing behind this seek key was seen; null: everything up to the end was. */
  until: string | null;
}

export function lookedAtNothing(): Looked {
  return { ids: new Set(), lists: [], accounts: new Set(), prefixes: new Set() };
}

/**
 * The reader, writing down what is asked of it. A list counts as wholly seen until its rows are known.
 * @param isWanted whether anybody still waits for what is read; otherwise the next question is not asked any more and fails
 */
export function trackedReader(reader: Reader, looked: Looked, isWanted: () => boolean): Reader {
  const asked = <T>(ask: () => Promise<T>): Promise<T> => {
    if (isWanted()) return ask();
    return Promise.reject(new DOMException('nobody waits for this any more', 'AbortError'));
  };
  return {
    get: (id) => {
      looked.ids.add(id);
      return asked(() => reader.get(id));
    },
    getMany: (ids) => {
      for (const id of ids) looked.ids.add(id);
      return asked(() => reader.getMany(ids));
    },
    list: async ({ after = '', limit, ...query }) => {
      const list: LookedList = { query, after, until: null };
      looked.lists.push(list);
      // One row more than asked for: when it goes, there is no next page any more.
      const { rows } = await asked(() => reader.list({ ...query, after, limit: limit + 1 }));
      const behind = rows[limit];
      list.until = behind?.seek ?? null;
      const shown = rows.slice(0, limit);
      return { rows: shown, next: behind ? (shown.at(-1)?.seek ?? null) : null };
    },
    all: (query, atMost) => {
      looked.lists.push({ query, after: '', until: null });
      return asked(() => reader.all(query, atMost));
    },
    balance: (account) => {
      looked.accounts.add(account);
      return asked(() => reader.balance(account));
    },
    balances: (prefix) => {
      looked.prefixes.add(prefix);
      return asked(() => reader.balances(prefix));
    },
  };
}

/** Whether a commit changed something that was looked at. */
export function concerns(looked: Looked, changes: readonly Change[], accounts: Iterable<string>): boolean {
  for (const { before, after } of changes) {
    if (looked.ids.has(after.id)) return true;
    for (const list of looked.lists) if (isSeen(list, after) || (before && isSeen(list, before))) return true;
  }
  if (looked.accounts.size === 0 && looked.prefixes.size === 0) return false;
  for (const account of accounts) {
    if (looked.accounts.has(account)) return true;
    for (const prefix of looked.prefixes) if (account.startsWith(prefix)) return true;
  }
  return false;
}

/** Whether a list that holds this document would show it. */
export function isSeen({ query, after, until }: LookedList, record: Change['after']): boolean {
  return record.seek > after && (until === null || record.seek <= until) && isMatch(query, record);
}
