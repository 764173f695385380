/** Numbers of single pieces: serial numbers 序列号 and vehicle identification numbers 车架号 (VIN). */
import { z } from 'zod';
import type { Milli } from '#shared/core/money.ts';

/** How a product's pieces are told apart. */
export const trackings = ['none', 'serial', 'vin'] as const;
export type Tracking = (typeof trackings)[number];

const LONGEST = 40;
const WHOLE: Milli = 1000;

/** As a paper keeps them; what they may look like is the rules' matter, so that a paper is never unreadable. */
export const serials = z.array(z.string().trim().min(1).max(LONGEST)).max(500);

/** Half width, upper case, without blanks: a gun and a hand write the same number differently. */
export function plainSerial(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** A pasted list: one a line, or parted by commas, semicolons, tabs or blanks. */
export function splitSerials(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[\s,;、]+/)
    .map(plainSerial)
    .filter((serial) => serial !== '');
}

const SERIAL = /^[0-9A-Z\p{Script=Han}][0-9A-Z\p{Script=Han}._+#/-]*$/u;
/** ISO 3779, GB 16735: seventeen signs; I, O and Q are left out because they look like 1 and 0. */
const VIN = /^[0-9A-HJ-NPR-Z]{17}$/;

/** Whether a number as `plainSerial` gives it can be one of this kind. */
export function isSerial(tracking: Tracking, serial: string): boolean {
  return tracking === 'vin' ? VIN.test(serial) : serial.length <= LONGEST && SERIAL.test(serial);
}

const VALUES: Readonly<Record<string, number>> = Object.fromEntries([
  ...Array.from({ length: 10 }, (_, digit) => [String(digit), digit] as const),
  ...[...'ABCDEFGH'].map((letter, index) => [letter, index + 1] as const),
  ...[...'JKLMN'].map((letter, index) => [letter, index + 1] as const),
  ['P', 7],
  ['R', 9],
  ...[...'STUVWXYZ'].map((letter, index) => [letter, index + 2] as const),
]);
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/**
 * The ninth sign of a VIN is a check digit where GB 16735 (and North America) rule. European makers use the place for something else, so a
 * wrong one is a hint at a typing error and nothing more.
 */
export function hasCheckDigit(vin: string): boolean {
  const rest = [...vin].reduce((sum, sign, index) => sum + (VALUES[sign] ?? 0) * (WEIGHTS[index] ?? 0), 0) % 11;
  return vin.charAt(8) === (rest === 10 ? 'X' : String(rest));
}

/** How many pieces a quantity is; null when it is no whole number of them. */
export function piecesOf(quantity: Milli): number | null {
  return quantity % WHOLE === 0 ? quantity / WHOLE : null;
}

export function quantityOf(pieces: readonly string[]): Milli {
  return pieces.length * WHOLE;
}
