import { expect, test } from 'vitest';
import type { Figure } from './figure.ts';
import { mergeReports, type Report } from './report.ts';
import { spreadOf } from './spread.ts';

const figure = (work: string, ms: number, documents = 10_000): Figure => ({
  part: 'lists',
  work,
  note: '',
  unit: 'ms',
  documents,
  ours: spreadOf([ms]),
  beside: [],
  goals: [],
  worst: false,
});
const report = (given: Partial<Report>): Report => ({
  at: '2026-11-24',
  machine: { processor: '', cores: 2, memoryGb: 24, system: '', node: '', browser: '' },
  load: { least: 1, most: 2 },
  took: [],
  failed: [],
  figures: [],
  ...given,
});

test('a part measured again replaces all its figures and its failure; other sizes and parts stay', () => {
  const took = { documents: 10_000, part: 'lists' as const, seconds: 1 };
  const merged = mergeReports([
    report({
      took: [took],
      figures: [figure('first page', 9), figure('gone since', 9), figure('first page', 12, 100_000)],
      failed: [
        { documents: 10_000, part: 'lists', reason: 'broke off' },
        { documents: 10_000, part: 'papers', reason: 'no fonts' },
      ],
      load: { least: 0.5, most: 1 },
    }),
    report({ at: '2026-11-25', took: [took], figures: [figure('first page', 5)] }),
  ]);
  expect(merged.figures.map(({ work, documents, ours }) => [work, documents, ours.median])).toEqual([
    ['first page', 100_000, 12],
    ['first page', 10_000, 5],
  ]);
  expect(merged.failed.map(({ part }) => part)).toEqual(['papers']);
  expect([merged.at, merged.load]).toEqual(['2026-11-25', { least: 0.5, most: 2 }]);
});
