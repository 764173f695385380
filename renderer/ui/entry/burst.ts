/** Milliseconds between two keys of a scanner; the fastest typists need 60 and more. */
const FAST = 35;
/** The shortest code worth taking for a scan. */
const LEAST = 6;

export interface Burst {
  /** Tells a character was typed, and when. */
  key: (at: number) => void;
  /** Whether the characters up to this Enter came from a scanner. Starts anew. */
  ends: (at: number) => boolean;
}

/** Barcode scanners are keyboards that type too fast. */
export function watchBurst(): Burst {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  return {
    key: (at) => {
      count = at - last <= FAST ? count + 1 : 1;
      last = at;
    },
    ends: (at) => {
      const scanned = count >= LEAST && at - last <= FAST * 2;
      count = 0;
      return scanned;
    },
  };
}
