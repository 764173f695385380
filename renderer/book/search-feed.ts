import { createBreath } from './breath.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchKey } from './search-key.ts';

/** Keys held back at most. */
const MOST = 5_000;
/** Keys put in at once. */
const SOME = 64;

/** Brings changed keys into search: at once, or, when much arrives, a few thousand at a time in the order search keeps them, which costs a tenth. */
export interface SearchFeed {
  put(keys: readonly SearchKey[]): void;
  putLater(keys: readonly SearchKey[]): void;
  /** Resolves when nothing is held back. The page is not held up. */
  pour(): Promise<void>;
}

export function createSearchFeed(search: SearchIndex): SearchFeed {
  const held = new Map<string, SearchKey>();
  let pouring: Promise<void> | null = null;

  async function run(): Promise<void> {
    const breath = createBreath();
    const sorted = [...held.values()].sort((a, b) => (a.seek < b.seek ? -1 : 1));
    for (let at = 0; at < sorted.length; at += SOME) {
      // A command may have put in a newer one meanwhile.
      const some = sorted.slice(at, at + SOME).filter((key) => held.get(key.id) === key);
      for (const { id } of some) held.delete(id);
      search.put(some);
      if (breath.isDue()) await breath.take();
    }
  }

  function pour(): Promise<void> {
    pouring ??= run().finally(() => {
      pouring = null;
    });
    return pouring;
  }

  return {
    put: (keys) => {
      for (const { id } of keys) held.delete(id);
      search.put(keys);
    },
    putLater: (keys) => {
      for (const key of keys) held.set(key.id, key);
      if (held.size >= MOST) void pour();
    },
    pour: async () => {
      while (held.size > 0) await pour();
    },
  };
}
