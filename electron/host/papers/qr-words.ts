/** The words of a QR code (ISO/IEC 18004) with error correction M, in the order in which they stand in it. */

/** Words of error correction in each block, and the number of blocks, of versions 1 to 40. */
const BLOCKS: readonly (readonly [correction: number, blocks: number])[] = [
  [10, 1],
  [16, 1],
  [26, 1],
  [18, 2],
  [24, 2],
  [16, 4],
  [18, 4],
  [22, 4],
  [22, 5],
  [26, 5],
  [30, 5],
  [22, 8],
  [22, 9],
  [24, 9],
  [24, 10],
  [28, 10],
  [28, 11],
  [26, 13],
  [26, 14],
  [26, 16],
  [26, 17],
  [28, 17],
  [28, 18],
  [28, 20],
  [28, 21],
  [28, 23],
  [28, 25],
  [28, 26],
  [28, 28],
  [28, 29],
  [28, 31],
  [28, 33],
  [28, 35],
  [28, 37],
  [28, 38],
  [28, 40],
  [28, 43],
  [28, 45],
  [28, 47],
  [28, 49],
];

/** @throws RangeError when the text is too long for any version */
export function qrWords(text: string): { version: number; words: number[] } {
  const segment = segmentOf(text);
  for (let version = 1; version <= BLOCKS.length; version += 1) {
    const [correction, blocks] = BLOCKS[version - 1] ?? [0, 0];
    const room = Math.floor(placesOf(version) / 8) - correction * blocks;
    const bits = [...bitsOf(segment.mode, 4), ...bitsOf(segment.length, segment.lengthBits(version)), ...segment.bits];
    if (bits.length <= room * 8) return { version, words: interleave(padded(bits, room), correction, blocks) };
  }
  throw new RangeError(`a QR code cannot hold ${text.length} characters`);
}

/** Squares that are not taken by finders, timing, alignment, format and version. */
function placesOf(version: number): number {
  const aligned = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const alignment = aligned === 0 ? 0 : 25 * aligned ** 2 - 10 * aligned - 55;
  return 16 * version ** 2 + 128 * version + 64 - alignment - (version > 6 ? 36 : 0);
}

interface Segment {
  mode: number;
  length: number;
  lengthBits(version: number): number;
  bits: number[];
}

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

function segmentOf(text: string): Segment {
  if (/^\d+$/.test(text)) {
    const groups = text.match(/\d{1,3}/g) ?? [];
    const bits = groups.flatMap((group) => bitsOf(Number(group), group.length * 3 + 1));
    return { mode: 1, length: text.length, lengthBits: (version) => (version < 10 ? 10 : version < 27 ? 12 : 14), bits };
  }
  if ([...text].every((character) => ALPHANUMERIC.includes(character))) {
    const pairs = text.match(/.{1,2}/g) ?? [];
    const bits = pairs.flatMap((pair) => {
      const value = [...pair].reduce((sum, character) => sum * 45 + ALPHANUMERIC.indexOf(character), 0);
      return bitsOf(value, pair.length * 5 + 1);
    });
    return { mode: 2, length: text.length, lengthBits: (version) => (version < 10 ? 9 : version < 27 ? 11 : 13), bits };
  }
  const bytes = [...new TextEncoder().encode(text)];
  return {
    mode: 4,
    length: bytes.length,
    lengthBits: (version) => (version < 10 ? 8 : 16),
    bits: bytes.flatMap((byte) => bitsOf(byte, 8)),
  };
}

function bitsOf(value: number, width: number): number[] {
  return Array.from({ length: width }, (_, index) => (value >> (width - 1 - index)) & 1);
}

/** Ended by up to four zeros, filled up to whole words, and with 236 and 17 to `room` words. */
function padded(bits: readonly number[], room: number): number[] {
  const all = [...bits, ...Array.from({ length: Math.min(4, room * 8 - bits.length) }, () => 0)];
  const words = Array.from({ length: Math.ceil(all.length / 8) }, (_, word) =>
    all.slice(word * 8, word * 8 + 8).reduce((value, bit, index) => value | (bit << (7 - index)), 0),
  );
  for (let filler = 236; words.length < room; filler = filler === 236 ? 17 : 236) words.push(filler);
  return words;
}

/** Word by word from every block, then as much from the blocks' corrections. The later blocks hold a word more when it does not go up. */
function interleave(words: readonly number[], correction: number, count: number): number[] {
  const short = Math.floor(words.length / count);
  const shorter = count - (words.length % count);
  const blocks = Array.from({ length: count }, (_, index) => {
    const start = index * short + Math.max(0, index - shorter);
    return words.slice(start, start + short + (index >= shorter ? 1 : 0));
  });
  const divisor = divisorOf(correction);
  const corrections = blocks.map((block) => remainder(block, divisor));
  return [...inTurn(blocks), ...inTurn(corrections)];
}

function inTurn(blocks: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...blocks.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => blocks.flatMap((block) => block[at] ?? [])).flat();
}

/** (x − 1)(x − 2)(x − 4)… of `degree` factors over GF(256), highest coefficient first and left out. */
function divisorOf(degree: number): number[] {
  const divisor = [...Array.from({ length: degree - 1 }, () => 0), 1];
  let root = 1;
  for (let factor = 0; factor < degree; factor += 1) {
    for (let at = 0; at < degree; at += 1) divisor[at] = multiply(divisor[at] ?? 0, root) ^ (divisor[at + 1] ?? 0);
    root = multiply(root, 2);
  }
  return divisor;
}

function remainder(words: readonly number[], divisor: readonly number[]): number[] {
  let rest = divisor.map(() => 0);
  for (const word of words) {
    const factor = word ^ (rest[0] ?? 0);
    rest = divisor.map((coefficient, at) => (rest[at + 1] ?? 0) ^ multiply(coefficient, factor));
  }
  return rest;
}

/** In GF(256) with x⁸ + x⁴ + x³ + x² + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}
