/** 26 characters of Crockford base 32: 48 bits of time, 80 bits of randomness. Sorts by time. */
export type Ulid = string;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param random ten bytes from a cryptographic source */
export function makeUlid(milliseconds: number, random: Uint8Array): Ulid {
  if (random.length < 10) throw new RangeError('a ULID needs ten random bytes');
  let time = '';
  for (let rest = milliseconds, i = 0; i < 10; i += 1, rest = Math.floor(rest / 32)) time = ALPHABET.charAt(rest % 32) + time;
  let bits = 0n;
  for (const byte of random.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let tail = '';
  for (let i = 0; i < 16; i += 1, bits >>= 5n) tail = ALPHABET.charAt(Number(bits & 31n)) + tail;
  return time + tail;
}

/** The same text with every character mirrored in the alphabet, so that an ascending index lists newest first. */
export function mirror(text: string): string {
  let out = '';
  for (const character of text) {
    const at = ALPHABET.indexOf(character);
    if (at < 0) throw new RangeError(`not base 32: ${character}`);
    out += ALPHABET.charAt(31 - at);
  }
  return out;
}
