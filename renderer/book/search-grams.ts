import { END, isSeparator, START } from './search-text.ts';

/**
 * Which runs of up to four characters occur in a block's texts, as hashed bits: a block that lacks one of a word's runs cannot hold the
 * word and need not be looked through. Beginnings of texts and of words are runs too, because START and separators are characters in them,
 * and each whole text is one.
 */
export interface Grams {
  bits: Uint32Array;
  /** 32 less the binary logarithm of the number of bits. */
  shift: number;
}

const LONGEST = 4;
/** A single character is worth a bit only when there are thousands of it: Chinese. */
const MANY = 0x7f;

/** One to two bits for a character of text: about a quarter of them is set then. */
export function gramsOf(texts: readonly string[]): Grams {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const log = Math.max(10, Math.ceil(Math.log2(length)));
  const grams = { bits: new Uint32Array(2 ** (log - 5)), shift: 32 - log };
  for (const text of texts) addTo(grams, text);
  return grams;
}

/** What `mayHold` asks for: the hashes of the longest runs in `text`, and of all of it when it is a whole text. */
export function runsOf(text: string): Int32Array {
  const length = Math.min(LONGEST, text.length);
  if (length === 1 && text.charCodeAt(0) <= MANY) return new Int32Array();
  const runs = Array.from({ length: text.length - length + 1 }, (_, from) => {
    let hash = plain(text.charCodeAt(from));
    for (let at = from + 1; at < from + length; at += 1) hash = chain(hash, plain(text.charCodeAt(at)));
    return mix(hash);
  });
  if (text.charCodeAt(0) !== START || text.charCodeAt(text.length - 1) !== END) return Int32Array.from(runs);
  let whole = 0;
  for (let at = 0; at < text.length; at += 1) whole = chain(whole, text.charCodeAt(at));
  return Int32Array.from([mix(whole), mix(again(whole)), ...runs]);
}

/** False when the text with these runs is certainly nowhere in the block. */
export function mayHold({ bits, shift }: Grams, runs: Int32Array): boolean {
  for (const run of runs) {
    const bit = run >>> shift;
    if (((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}

// Runs once over every character of the book: nothing is allocated in it.
function addTo({ bits, shift }: Grams, text: string): void {
  let third = 0;
  let second = 0;
  let first = 0;
  let whole = 0;
  const set = (hash: number): void => {
    const bit = mix(hash) >>> shift;
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = plain(text.charCodeAt(at));
    whole = chain(code === START ? 0 : whole, text.charCodeAt(at));
    if (code === END) {
      set(whole);
      set(again(whole));
    }
    if (code > MANY) set(code);
    if (first > 0) set(chain(first, code));
    if (second > 0) set(chain(chain(second, first), code));
    if (third > 0) set(chain(chain(chain(third, second), first), code));
    third = second;
    second = first;
    first = code;
  }
}

/** All separators are one: the beginning of a word is then one run. */
function plain(code: number): number {
  return isSeparator(code) ? 32 : code;
}

function chain(hash: number, code: number): number {
  return (Math.imul(hash, 0x01000193) + code) | 0;
}

/** A second bit for the same text: half as often both are set by others. */
function again(hash: number): number {
  return chain(hash, END);
}

function mix(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
}
