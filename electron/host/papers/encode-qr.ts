import { qrWords } from './qr-words.ts';

/** Black squares side by side in one row of a QR code, counted in squares. */
interface QrRun {
  x: number;
  y: number;
  length: number;
}

/** By row and column; what is undefined waits for data. */
type Squares = (0 | 1 | undefined)[][];

/** The black squares of a QR code (error correction M) as horizontal runs, and the number of squares along a side. */
export function encodeQr(text: string): { side: number; runs: QrRun[] } {
  const { version, words } = qrWords(text);
  const form = emptyForm(version);
  const places = dataPlaces(form);
  const candidates = masks.map((mask, number) => filled(form, places, words, mask, number));
  const scores = candidates.map(penalty);
  const best = candidates[scores.indexOf(Math.min(...scores))] ?? [];
  return { side: form.length, runs: best.flatMap((row, y) => runsOf(row).map((run) => ({ ...run, y }))) };
}

function runsOf(row: Squares[number]): { x: number; length: number }[] {
  return [...row.join('').matchAll(/1+/g)].map((run) => ({ x: run.index, length: run[0].length }));
}

/** Everything that does not depend on the text; the places of the format are white. */
function emptyForm(version: number): Squares {
  const side = version * 4 + 17;
  const form: Squares = Array.from({ length: side }, () => Array.from({ length: side }, () => undefined));
  for (let at = 0; at < side; at += 1) {
    put(form, 6, at, at % 2 === 0);
    put(form, at, 6, at % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, side - 4],
    [side - 4, 3],
  ] as const) {
    rings(form, row, column, 4, (ring) => ring !== 2 && ring !== 4);
  }
  const centres = alignmentOf(version);
  const last = centres.at(-1);
  for (const row of centres) {
    for (const column of centres) {
      if ((row === 6 && (column === 6 || column === last)) || (row === last && column === 6)) continue;
      rings(form, row, column, 2, (ring) => ring !== 1);
    }
  }
  for (const [row, column] of formatPlaces(side)) put(form, row, column, false);
  put(form, side - 8, 8, true);
  if (version > 6) {
    const bits = withRemainder(version, 12, 0x1f25);
    for (let bit = 0; bit < 18; bit += 1) {
      const [far, near] = [side - 11 + (bit % 3), Math.floor(bit / 3)];
      put(form, near, far, ((bits >> bit) & 1) === 1);
      put(form, far, near, ((bits >> bit) & 1) === 1);
    }
  }
  return form;
}

function put(form: Squares, row: number, column: number, black: boolean): void {
  const squares = form[row];
  if (squares && column >= 0 && column < form.length) squares[column] = black ? 1 : 0;
}

function rings(form: Squares, row: number, column: number, radius: number, black: (ring: number) => boolean): void {
  for (let down = -radius; down <= radius; down += 1) {
    for (let right = -radius; right <= radius; right += 1)
      put(form, row + down, column + right, black(Math.max(Math.abs(down), Math.abs(right))));
  }
}

function alignmentOf(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => version * 4 + 10 - step * (count - 2 - index))];
}

/** Where each of the fifteen bits of the format stands, lowest first: twice. */
function formatPlaces(side: number): Place[] {
  return Array.from({ length: 15 }, (_, bit) => {
    const [down, left] = [bit < 6 ? bit : bit < 8 ? bit + 1 : side - 15 + bit, bit < 8 ? side - 1 - bit : bit < 9 ? 7 : 14 - bit];
    return [[down, 8] as const, [8, left] as const];
  }).flat();
}

/** `value` followed by the remainder of its division: a BCH code. */
function withRemainder(value: number, bits: number, divisor: number): number {
  let rest = value << bits;
  for (let at = 31 - Math.clz32(rest); at >= bits; at -= 1) if ((rest >> at) & 1) rest ^= divisor << (at - bits);
  return (value << bits) | rest;
}

type Mask = (row: number, column: number) => boolean;

const masks: readonly Mask[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

type Place = readonly [row: number, column: number];

/** Where the bits of the words stand: in pairs of columns from the right, up and down in turn, past the column of the timing. */
function dataPlaces(form: Squares): Place[] {
  const side = form.length;
  const places: Place[] = [];
  for (let pair = 0; pair < (side - 1) / 2; pair += 1) {
    const right = side - 1 - pair * 2 - (pair * 2 >= side - 7 ? 1 : 0);
    for (let step = 0; step < side; step += 1) {
      const row = pair % 2 === 0 ? side - 1 - step : step;
      if (form[row]?.[right] === undefined) places.push([row, right]);
      if (form[row]?.[right - 1] === undefined) places.push([row, right - 1]);
    }
  }
  return places;
}

function filled(form: Squares, places: readonly Place[], words: readonly number[], mask: Mask, number: number): Squares {
  const squares = form.map((row) => [...row]);
  places.forEach(([row, column], bit) => {
    const black = (((words[bit >> 3] ?? 0) >> (7 - (bit % 8))) & 1) === 1;
    put(squares, row, column, black !== mask(row, column));
  });
  // Level M is 0.
  const format = withRemainder(number, 10, 0x537) ^ 0x5412;
  formatPlaces(form.length).forEach(([row, column], place) => put(squares, row, column, ((format >> Math.floor(place / 2)) & 1) === 1));
  return squares;
}

/** How hard a reader would find it: long lines, blocks, what looks like a finder, too much of one colour. */
function penalty(squares: Squares): number {
  const side = squares.length;
  let score = 0;
  let black = 0;
  for (let at = 0; at < side; at += 1) {
    const row = squares[at] ?? [];
    const below = squares[at + 1] ?? [];
    score += linePenalty(side, (column) => row[column]) + linePenalty(side, (line) => squares[line]?.[at]);
    for (let column = 0; column < side; column += 1) {
      const square = row[column];
      if (square === 1) black += 1;
      if (row[column - 1] === square && below[column] === square && below[column - 1] === square) score += 3;
    }
  }
  return score + 10 * Math.floor(Math.abs(black / side / side - 0.5) / 0.05);
}

function linePenalty(side: number, square: (at: number) => 0 | 1 | undefined): number {
  // White and black in turn, beginning with white, if only with none.
  const lengths = [0];
  let colour: 0 | 1 | undefined = 0;
  for (let at = 0; at < side; at += 1) {
    if (square(at) !== colour) {
      lengths.push(0);
      colour = square(at);
    }
    lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1;
  }
  let score = 0;
  for (let at = 0; at < lengths.length; at += 1) {
    const length = lengths[at] ?? 0;
    if (length >= 5) score += length - 2;
    if (at % 2 === 1 && likeFinder(lengths, at, length)) score += 40;
  }
  return score;
}

/** Whether 1, 1, 3, 1, 1 units of black and white end at this place, with four of white before or behind. */
function likeFinder(lengths: readonly number[], at: number, unit: number): boolean {
  if (lengths[at - 1] !== unit || lengths[at - 2] !== 3 * unit || lengths[at - 3] !== unit || lengths[at - 4] !== unit) return false;
  return (lengths[at - 5] ?? 0) >= 4 * unit || (lengths[at + 1] ?? 0) >= 4 * unit;
}
