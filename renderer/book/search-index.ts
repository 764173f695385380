import type { SearchHit, SearchQuery } from './book.ts';
import { END, fold, hasHan, START, type SearchKey } from './search-key.ts';

/** Search keys in memory, newest first. A scan over 100,000 answers in a few milliseconds; nothing walks the store. */
export interface SearchIndex {
  search(query: SearchQuery): SearchHit[];
  /** Adds or replaces. */
  put(keys: readonly SearchKey[]): void;
  /** Adds those that are not there yet, given newest first: what is there is newer than what comes from the store. */
  offer(keys: readonly SearchKey[]): void;
  size(): number;
  clear(): void;
}

interface Word {
  text: string;
  isHan: boolean;
}

/** Ranks: 0 exact text, 1 beginning of a text, 2 beginning of a word in it, 3 anywhere, 4 not there. */
const NOT_THERE = 4;
const SEPARATORS = new Set([...' ·-(/.,:+'].map((character) => character.charCodeAt(0)));

export function createSearchIndex(): SearchIndex {
  const byId = new Map<string, SearchKey>();
  /** Sorted by seek; sorted anew on the next search after many changes at once. */
  let sorted: SearchKey[] = [];
  let isSorted = true;

  function order(): SearchKey[] {
    if (!isSorted) {
      sorted = [...byId.values()].sort((a, b) => (a.seek < b.seek ? -1 : 1));
      isSorted = true;
    }
    return sorted;
  }

  function add(key: SearchKey): void {
    const known = byId.get(key.id);
    byId.set(key.id, key);
    if (known && known.seek !== key.seek) isSorted = false;
    if (!isSorted) return;
    const place = placeOf(sorted, key.seek);
    if (known) sorted[place] = key;
    else sorted.splice(place, 0, key);
  }

  return {
    put: (keys) => {
      if (keys.length > 200) isSorted = false;
      for (const key of keys) add(key);
    },
    offer: (keys) => {
      const fresh = keys.filter(({ id }) => !byId.has(id));
      const [first] = fresh;
      if (!first) return;
      for (const key of fresh) byId.set(key.id, key);
      // The store gives them in order, each lot behind the one before it.
      if (isSorted && (sorted.at(-1)?.seek ?? '') < first.seek) for (const key of fresh) sorted.push(key);
      else isSorted = false;
    },
    size: () => byId.size,
    clear: () => {
      byId.clear();
      sorted = [];
      isSorted = true;
    },
    search: ({ text, kinds, without, limit }) => {
      const alternatives = questions(text);
      if (alternatives.length === 0) return [];
      const found: SearchKey[][] = [[], [], [], []];
      // The one loop that runs over the whole book at each key stroke: nothing is allocated in it.
      for (const key of order()) {
        if ((kinds && !kinds.includes(key.kind)) || without?.includes(key.status)) continue;
        let rank = NOT_THERE;
        for (const words of alternatives) {
          const own = rankOf(key, words);
          if (own < rank) rank = own;
        }
        if (rank === NOT_THERE) continue;
        const group = found[rank];
        if (group && group.length < limit) group.push(key);
        if (rank === 0 && group?.length === limit) break;
      }
      return found
        .flat()
        .slice(0, limit)
        .map(({ seek: _seek, written: _written, spelt: _spelt, ...hit }) => hit);
    },
  };
}

/** The question as words that must all be found, and, when it is all digits, once more as one number. */
function questions(text: string): Word[][] {
  const folded = fold(text).trim();
  if (folded === '') return [];
  const words = folded.split(/\s+/).map((word) => ({ text: word, isHan: hasHan(word) }));
  const digits = folded.replaceAll(/[\s()/-]/g, '');
  return digits !== folded && /^\+?\d+$/.test(digits) ? [words, [{ text: digits, isHan: false }]] : [words];
}

/** The best of the words' ranks when all are found. */
function rankOf(key: SearchKey, words: readonly Word[]): number {
  let best = NOT_THERE;
  for (const { text, isHan } of words) {
    const rank = rankIn(isHan ? key.written : key.spelt, text);
    if (rank === NOT_THERE) return NOT_THERE;
    if (rank < best) best = rank;
  }
  return best;
}

function rankIn(texts: string, word: string): number {
  let best = NOT_THERE;
  for (let at = texts.indexOf(word); at >= 0 && best > 0; at = texts.indexOf(word, at + 1)) {
    const before = texts.charCodeAt(at - 1);
    const rank = before === START ? (texts.charCodeAt(at + word.length) === END ? 0 : 1) : SEPARATORS.has(before) ? 2 : 3;
    if (rank < best) best = rank;
  }
  return best;
}

/** Index of `seek` in the sorted keys, or where it belongs. */
function placeOf(sorted: readonly SearchKey[], seek: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.seek ?? '') < seek) low = middle + 1;
    else high = middle;
  }
  return low;
}
