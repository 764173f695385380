import { mirror } from '#shared/core/ulid.ts';
import type { SearchHit } from './book.ts';
import { gramsOf, mayHold, type Grams } from './search-grams.ts';
import type { SearchKey } from './search-key.ts';
import { NOWHERE, rankAt, rankIn, type Rank, type Word } from './search-words.ts';

/** Texts of one field, one behind the other: a fraction of the memory of as many strings, and looked through in one go. */
interface Column {
  text: string;
  /** Where each ends. */
  ends: Uint16Array | Uint32Array;
}

/** Some hundred neighbouring keys of one kind, newest first, packed. */
export interface Block {
  kind: string;
  size: number;
  seek: Column;
  no: Column;
  title: Column;
  written: Column;
  spelt: Column;
  amounts: Float64Array;
  statuses: string[];
  grams: Grams;
}

/** @param keys of one kind, sorted by seek */
export function pack(keys: readonly SearchKey[]): Block {
  const written = column(keys.map((key) => key.written));
  const spelt = column(keys.map((key) => key.spelt));
  return {
    kind: keys[0]?.kind ?? '',
    size: keys.length,
    seek: column(keys.map((key) => key.seek)),
    no: column(keys.map((key) => key.no)),
    title: column(keys.map((key) => key.title)),
    written,
    spelt,
    amounts: Float64Array.from(keys, ({ amount }) => amount),
    statuses: keys.map(({ status }) => shared(status)),
    grams: gramsOf([written.text, spelt.text]),
  };
}

export function unpack(block: Block): SearchKey[] {
  return Array.from({ length: block.size }, (_, at) => ({
    seek: textAt(block.seek, at),
    ...hitAt(block, at),
    written: textAt(block.written, at),
    spelt: textAt(block.spelt, at),
  }));
}

export function hitAt(block: Block, at: number): SearchHit {
  // A seek key is the mirror of day and id.
  const dayAndId = mirror(textAt(block.seek, at));
  return {
    id: dayAndId.slice(8),
    kind: block.kind,
    no: textAt(block.no, at),
    title: textAt(block.title, at),
    status: block.statuses[at] ?? '',
    amount: block.amounts[at] ?? 0,
    day: `${dayAndId.slice(0, 4)}-${dayAndId.slice(4, 6)}-${dayAndId.slice(6, 8)}`,
  };
}

export function seekAt(block: Block, at: number): string {
  return textAt(block.seek, at);
}

/**
 * Calls `found` for each key in which all the words are, newest first. Keys of a worse rank than `worst` may be left out.
 */
export function searchBlock(block: Block, words: readonly Word[], worst: Rank, found: (at: number, rank: Rank) => void): void {
  if (!words.every(({ runs }) => mayHold(block.grams, runs[3]))) return;
  if (worst < 3 && !words.some((word) => mayRank(block.grams, word, worst))) return;
  // The longest word is the rarest; the others are looked for only where it is.
  const [rarest, ...others] = words.toSorted((a, b) => b.text.length - a.text.length);
  if (!rarest) return;
  const { text, ends } = columnFor(block, rarest);
  // Alone, and of use only where a text begins: that is looked for, which is there far less often.
  const needle = others.length > 0 || worst > 1 ? rarest.text : worst === 1 ? rarest.beginning : rarest.whole;
  const ahead = needle === rarest.text ? 0 : 1;
  let at = 0;
  for (let place = text.indexOf(needle); place >= 0;) {
    at = keyAt(ends, place, at);
    const end = ends[at] ?? text.length;
    let best: Rank = NOWHERE;
    do {
      const rank = rankAt(text, rarest, place + ahead);
      if (rank < best) best = rank;
      place = text.indexOf(needle, best === 0 ? end : place + 1);
    } while (place >= 0 && place < end);
    for (const word of others) {
      const rank = rankIn(textAt(columnFor(block, word), at), word);
      if (rank === NOWHERE) best = NOWHERE;
      if (best === NOWHERE) break;
      if (rank < best) best = rank;
    }
    if (best <= worst) found(at, best);
  }
}

/** Whether the word may stand in the block with this rank or a better one. */
function mayRank(grams: Grams, { runs }: Word, worst: Rank): boolean {
  return mayHold(grams, runs[worst === 0 ? 0 : 1]) || (worst === 2 && mayHold(grams, runs[2]));
}

const statuses = new Map<string, string>();

/** Keys that come from the store bring the same few words a hundred thousand times. */
function shared(status: string): string {
  const known = statuses.get(status);
  if (known === undefined) statuses.set(status, status);
  return known ?? status;
}

function columnFor(block: Block, word: Word): Column {
  return word.isHan ? block.written : block.spelt;
}

function column(texts: readonly string[]): Column {
  const text = texts.join('');
  const ends = text.length < 0x1_0000 ? new Uint16Array(texts.length) : new Uint32Array(texts.length);
  let end = 0;
  texts.forEach((one, at) => {
    end += one.length;
    ends[at] = end;
  });
  return { text, ends };
}

function textAt({ text, ends }: Column, at: number): string {
  return text.slice(at === 0 ? 0 : ends[at - 1], ends[at]);
}

/** The key whose text is at `place`, not before `from`. */
function keyAt(ends: Column['ends'], place: number, from: number): number {
  let low = from;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
