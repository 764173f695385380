/** Seeded chance (sfc32): the same seed always tells the same story. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** Both ends included. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError on an empty list */
  pick<T>(list: readonly T[]): T;
  /** One of the pairs, by weight. */
  weigh<T>(pairs: readonly (readonly [T, number])[]): T;
  /** Small numbers far more often than large ones: how far down a list of favourites one goes. */
  favourite(length: number): number;
  bytes(count: number): Uint8Array;
}

export function aRandom(seed: number): Random {
  let a = seed >>> 0;
  let b = (seed ^ 0x9e3779b9) >>> 0;
  let c = 0xdeadbeef;
  let counter = 1;

  function bits(): number {
    const sum = (((a + b) >>> 0) + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = ((c << 21) | (c >>> 11)) >>> 0;
    c = (c + sum) >>> 0;
    return sum;
  }
  for (let i = 0; i < 12; i += 1) bits();

  const next = (): number => bits() / 4_294_967_296;
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[whole(0, list.length - 1)] as T;
  };
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick,
    weigh: (pairs) => {
      let at = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
      const found = pairs.find(([, weight]) => (at -= weight) < 0) ?? pairs.at(-1);
      if (!found) throw new RangeError('nothing to weigh');
      return found[0];
    },
    favourite: (length) => Math.min(length - 1, Math.floor(next() ** 2.2 * length)),
    bytes: (count) => Uint8Array.from({ length: count }, () => bits() & 255),
  };
}
