import { searchBlock, seekAt, type Block } from './search-block.ts';
import type { Part, Shelf } from './search-shelf.ts';
import type { Rank, Word } from './search-words.ts';

export interface Found {
  seek: string;
  rank: Rank;
  block: Block;
  at: number;
}

/**
 * All that can be among the first `limit` hits, best rank first and newest first within a rank, and some more. Goes through the parts,
 * newest first, until what is still to come is worse than what is there.
 */
export function findBest(
  parts: readonly { shelf: Shelf; part: Part }[],
  words: readonly Word[],
  without: readonly string[],
  limit: number,
): Found[] {
  const all: Found[] = [];
  /** By rank: how many were found; how many of those are newer than everything to come; and the seek keys of the others. */
  const found = [0, 0, 0, 0];
  const before = [0, 0, 0, 0];
  const open: string[][] = [[], [], [], []];

  /** The worst rank that a key not newer than `first` may have to be among the first `limit`; -1 when none is good enough. */
  function worstOfUse(first: string): number {
    let better = 0;
    for (let rank = 0; rank <= 3; rank += 1) {
      const newer = open[rank]?.filter((seek) => seek >= first) ?? [];
      before[rank] = (found[rank] ?? 0) - newer.length;
      open[rank] = newer;
      if (better + (before[rank] ?? 0) >= limit) return rank - 1;
      better += found[rank] ?? 0;
      if (better >= limit) return rank;
    }
    return 3;
  }

  for (const { shelf, part } of parts) {
    const worst = worstOfUse(part.first);
    if (worst < 0) break;
    const block = shelf.packed(part);
    const own = [0, 0, 0, 0];
    searchBlock(block, words, worst as Rank, (at, rank) => {
      // A block's keys come newest first: what it has too many of is worse than what it gave before.
      const count = own[rank] ?? 0;
      if (count >= limit || without.includes(block.statuses[at] ?? '')) return;
      own[rank] = count + 1;
      const seek = seekAt(block, at);
      all.push({ seek, rank, block, at });
      found[rank] = (found[rank] ?? 0) + 1;
      open[rank]?.push(seek);
    });
  }
  return all;
}
