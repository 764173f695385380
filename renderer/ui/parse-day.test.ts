import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isDay } from '#shared/core/calendar.ts';
import { parseDay } from './parse-day.ts';

const TODAY = '2026-11-24';

test.each([
  ['2026-03-15', '2026-03-15'],
  ['２０２６－０３－１５', '2026-03-15'],
  ['20260315', '2026-03-15'],
  ['2026年3月15日', '2026-03-15'],
  ['3月5日', '2026-03-05'],
  ['2026/3/5', '2026-03-05'],
  ['26-3-5', '2026-03-05'],
  ['3.15', '2026-03-15'],
  ['0315', '2026-03-15'],
  ['8', '2026-11-08'],
  ['今天', '2026-11-24'],
  ['明天', '2026-11-25'],
  ['tomorrow', '2026-11-25'],
  ['+7', '2026-12-01'],
  ['-24', '2026-10-31'],
  ['2026-02-29', null],
  ['13-01', null],
  ['31', null],
  ['abc', null],
  ['1-2-3-4', null],
  ['', null],
])('a clerk types %s', (text, day) => {
  expect(parseDay(text, TODAY)).toBe(day);
});

test.each(['__proto__', 'constructor', 'toString'])('is no day: %s', (text) => {
  expect(parseDay(text, '2026-11-24')).toBeNull();
});

test('every day can be typed as it is written, and whatever is understood is a day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 30_000 }), (shift) => {
      const day = addDays(TODAY, shift);
      expect(parseDay(day, TODAY)).toBe(day);
      expect(parseDay(day.replaceAll('-', ''), TODAY)).toBe(day);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      const day = parseDay(text, TODAY);
      expect(day === null || isDay(day)).toBe(true);
    }),
  );
});
