import type { SearchHit, SearchQuery } from './book.ts';
import { hitAt } from './search-block.ts';
import { findBest, type Found } from './search-best.ts';
import type { SearchKey } from './search-key.ts';
import { createShelf, type Part, type Shelf } from './search-shelf.ts';
import { questions } from './search-words.ts';

/**
 * Search keys in memory, packed, newest first. Blocks that cannot hold a word are passed over, and the rest is looked through only as long
 * as it could still bring a better hit: an answer over 500,000 documents takes little longer than over 10,000. Nothing walks the store.
 */
export interface SearchIndex {
  search(query: SearchQuery): SearchHit[];
  /** Adds or replaces. */
  put(keys: readonly SearchKey[]): void;
  /** Adds those that are not there yet, given newest first: what is there is newer than what comes from the store. */
  offer(keys: readonly SearchKey[]): void;
  size(): number;
  clear(): void;
}

/** @param blockSize keys looked through or passed over at once */
export function createSearchIndex(blockSize = 256): SearchIndex {
  /** The seek key of each document: its day may change, and its old place must be found then. */
  const seeks = new Map<string, string>();
  const shelves = new Map<string, Shelf>();
  /** The parts of all shelves, newest first; null when that must be found out anew. */
  let order: { shelf: Shelf; kind: string; part: Part }[] | null = null;

  function shelfOf(kind: string): Shelf {
    const known = shelves.get(kind);
    if (known) return known;
    const made = createShelf(blockSize);
    shelves.set(kind, made);
    return made;
  }

  function put(key: SearchKey): void {
    const known = seeks.get(key.id);
    const shelf = shelfOf(key.kind);
    if (known !== undefined && known !== key.seek) shelf.remove(known);
    seeks.set(key.id, key.seek);
    shelf.put(key);
  }

  return {
    put: (keys) => {
      order = null;
      keys.forEach(put);
    },
    offer: (keys) => {
      order = null;
      const byKind = new Map<string, SearchKey[]>();
      for (const key of keys) {
        if (seeks.has(key.id)) continue;
        seeks.set(key.id, key.seek);
        const own = byKind.get(key.kind);
        if (own) own.push(key);
        else byKind.set(key.kind, [key]);
      }
      for (const [kind, fresh] of byKind) {
        const shelf = shelfOf(kind);
        if (!shelf.append(fresh)) for (const key of fresh) shelf.put(key);
      }
    },
    size: () => seeks.size,
    clear: () => {
      order = null;
      seeks.clear();
      shelves.clear();
    },
    search: ({ text, kinds, without = [], limit }) => {
      const alternatives = questions(text);
      if (alternatives.length === 0 || limit <= 0) return [];
      order ??= [...shelves]
        .flatMap(([kind, shelf]) => shelf.parts().map((part) => ({ shelf, kind, part })))
        .sort((a, b) => (a.part.first < b.part.first ? -1 : 1));
      const parts = kinds ? order.filter(({ kind }) => kinds.includes(kind)) : order;
      const best = new Map<string, Found>();
      // What both ways of reading the question find counts with its better rank.
      for (const words of alternatives)
        for (const found of findBest(parts, words, without, limit)) {
          const known = best.get(found.seek);
          if (!known || found.rank < known.rank) best.set(found.seek, found);
        }
      return [...best.values()]
        .sort((a, b) => a.rank - b.rank || (a.seek < b.seek ? -1 : 1))
        .slice(0, limit)
        .map(({ block, at }) => hitAt(block, at));
    },
  };
}
