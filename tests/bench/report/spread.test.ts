import { expect, test } from 'vitest';
import { slopeOf, spreadOf } from './spread.ts';

test('a spread is the median with the range of nine in ten', () => {
  const hundred = Array.from({ length: 101 }, (_, at) => 100 - at);
  expect(spreadOf(hundred)).toEqual({ median: 50, low: 10, high: 90, runs: 101 });
});

test('of few runs the smallest and the largest are told', () => {
  expect(spreadOf([3, 9, 1])).toEqual({ median: 3, low: 1, high: 9, runs: 3 });
  expect(spreadOf([4, 2])).toEqual({ median: 3, low: 2, high: 4, runs: 2 });
  expect(spreadOf([])).toEqual({ median: 0, low: 0, high: 0, runs: 0 });
});

test('the slope is what one step adds, whatever jumps about it', () => {
  expect(slopeOf([10, 12, 14, 16])).toBe(2);
  expect(slopeOf([5, 5, 5])).toBe(0);
  expect(slopeOf([1, -1, 1, -1, 1])).toBe(0);
  expect(slopeOf([7])).toBe(0);
});
