import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { encodeQr } from './encode-qr.ts';

/** What a reader makes of the code, six pixels to a square and four squares of white around. */
function read(text: string): string | undefined {
  const { side, runs } = encodeQr(text);
  const [scale, width] = [6, (side + 8) * 6];
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const { x, y, length } of runs) {
    for (let down = 0; down < scale; down += 1) {
      const start = (((y + 4) * scale + down) * width + (x + 4) * scale) * 4;
      data.fill(0, start, start + length * scale * 4);
      for (let at = start + 3; at < start + length * scale * 4; at += 4) data[at] = 255;
    }
  }
  return jsQR(data, width, width)?.data;
}

test.each([
  ['a number of a paper', 'XS-HZ01-A-2611-0042'],
  ['figures only', '20261124'],
  ['an address', 'https://example.com/d/01JD8Z3V7Q5W9X2Y4A6B8C0D1E?from=%E6%9D%AD'],
  ['Chinese', '绍兴市越城区宏兴水泵配件经营部'],
  ['a character beyond the first plane', '𠮷野家'],
  ['one character', 'x'],
])('%s is read as it was written', (_name, text) => {
  expect(read(text)).toBe(text);
});

test('codes that are full to the last bit can be read too, small and large', () => {
  // Of each version with error correction M: as many figures as it holds.
  for (const [length, side] of [
    [34, 21],
    [63, 25],
    [101, 29],
    [202, 37],
    [513, 57],
    [1600, 97],
    [5596, 177],
  ] as const) {
    const text = Array.from({ length }, (_, index) => (index * 7 + 3) % 10).join('');
    expect(encodeQr(text).side).toBe(side);
    expect(read(text) === text, String(length)).toBe(true);
  }
});

test('the same text always makes the same code, and no more fits than the largest holds', () => {
  expect(encodeQr('FH-HZ01-A-2611-0042')).toEqual(encodeQr('FH-HZ01-A-2611-0042'));
  expect(() => encodeQr('字'.repeat(1000))).toThrow(Error);
});
