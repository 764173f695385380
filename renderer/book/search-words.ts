import { runsOf } from './search-grams.ts';
import { END, fold, hasHan, isSeparator, START } from './search-text.ts';

/** A word of a question. */
export interface Word {
  text: string;
  isHan: boolean;
  /** As it stands when a text begins with it, and when it is the whole text. */
  beginning: string;
  whole: string;
  /** By rank: runs of which a block must have all, so that the word may stand in it with that rank. */
  runs: readonly [Int32Array, Int32Array, Int32Array, Int32Array];
}

/** How well a word fits: 0 it is the whole text, 1 a text begins with it, 2 a word in a text does, 3 it is anywhere, 4 nowhere. */
export type Rank = 0 | 1 | 2 | 3 | 4;
export const NOWHERE = 4;

const start = String.fromCharCode(START);
const end = String.fromCharCode(END);

/** The question as words that must all be found, and, when it is all digits, once more as one number. */
export function questions(text: string): Word[][] {
  // What is pasted may hold the very characters that begin and end a text.
  const folded = fold(text).replaceAll(start, ' ').replaceAll(end, ' ').trim();
  if (folded === '') return [];
  const words = folded.split(/\s+/).map(toWord);
  const digits = folded.replaceAll(/[\s()/-]/g, '');
  return digits !== folded && /^\+?\d+$/.test(digits) ? [words, [toWord(digits)]] : [words];
}

function toWord(text: string): Word {
  const beginning = start + text;
  const whole = beginning + end;
  return { text, isHan: hasHan(text), beginning, whole, runs: [runsOf(whole), runsOf(beginning), runsOf(` ${text}`), runsOf(text)] };
}

/** How well the word fits where it was found: at `at` in `texts`. */
export function rankAt(texts: string, { text }: Word, at: number): Rank {
  const before = texts.charCodeAt(at - 1);
  if (before === START) return texts.charCodeAt(at + text.length) === END ? 0 : 1;
  return isSeparator(before) ? 2 : 3;
}

/** The word's best place in these texts. */
export function rankIn(texts: string, word: Word): Rank {
  let best: Rank = NOWHERE;
  for (let at = texts.indexOf(word.text); at >= 0 && best > 0; at = texts.indexOf(word.text, at + 1)) {
    const rank = rankAt(texts, word, at);
    if (rank < best) best = rank;
  }
  return best;
}
