import { expect, test } from 'vitest';
import { numberText, spreadText, verdictsOf, type Figure } from './figure.ts';
import { spreadOf } from './spread.ts';

const aFigure = (given: Partial<Figure>): Figure => ({
  part: 'lists',
  work: 'a list',
  note: '',
  unit: 'ms',
  documents: 100_000,
  ours: spreadOf([9]),
  beside: [],
  goals: [],
  worst: false,
  ...given,
});

test('a goal is met on its boundary and missed a little behind it', () => {
  const goals = [{ bound: 'atMost' as const, value: 30 }];
  expect(verdictsOf(aFigure({ ours: spreadOf([30]), goals }))).toEqual([{ goal: '≤ 30 ms', reached: '30 ms', met: true }]);
  expect(verdictsOf(aFigure({ ours: spreadOf([30.1]), goals }))[0]?.met).toBe(false);
});

test('a goal in times of a baseline is judged by the ratio; without the baseline it is not judged', () => {
  const goals = [{ bound: 'atLeast' as const, value: 0.7, times: 'raw' }];
  const unit = 'documents/s';
  const beside = [{ name: 'raw', spread: spreadOf([1_000]) }];
  expect(verdictsOf(aFigure({ unit, ours: spreadOf([700]), beside, goals }))).toEqual([
    { goal: '≥ 0.7 × raw', reached: '0.70 ×', met: true },
  ]);
  expect(verdictsOf(aFigure({ unit, ours: spreadOf([699]), beside, goals }))[0]?.met).toBe(false);
  expect(verdictsOf(aFigure({ unit, ours: spreadOf([699]), goals }))).toEqual([]);
});

test('where every time counts the worst is judged', () => {
  const goals = [{ bound: 'atMost' as const, value: 30 }];
  expect(verdictsOf(aFigure({ ours: spreadOf([1, 2, 40]), goals, worst: true }))[0]).toMatchObject({ reached: '40 ms', met: false });
});

test('numbers have three digits that mean something', () => {
  expect([0.123, 5, 7.254, 61.16, 123_456.7].map(numberText)).toEqual(['0.12', '5', '7.25', '61.2', '123,457']);
  expect(spreadText(spreadOf([7]))).toBe('7');
  expect(spreadText(spreadOf([1, 2, 3]))).toBe('2 (1–3, 3)');
});
