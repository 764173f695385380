/** Milliseconds between two keys of a scanner; the fastest typists need 60 and more. */
const FAST = 35;
/** The shortest code worth taking for a scan. */
const LEAST = 6;

export interface Burst {
  /** Tells that a character was typed, and when (milliseconds, any origin). */
  key: (character: string, at: number) => void;
  /** The code when the characters up to this Enter came from a scanner, else null. Starts anew. */
  end: (at: number) => string | null;
}

/** Barcode scanners are keyboards that type too fast. */
export function watchBurst(): Burst {
  let code = '';
  let last = Number.NEGATIVE_INFINITY;
  return {
    key: (character, at) => {
      code = at - last <= FAST ? code + character : character;
      last = at;
    },
    end: (at) => {
      const scanned = code.length >= LEAST && at - last <= FAST * 2 ? code : null;
      code = '';
      return scanned;
    },
  };
}
