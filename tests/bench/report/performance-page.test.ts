import { expect, test } from 'vitest';
import type { Figure } from './figure.ts';
import { performancePage } from './performance-page.ts';
import type { Report } from './report.ts';
import { spreadOf } from './spread.ts';

const list = (documents: number, ms: number): Figure => ({
  part: 'lists',
  work: 'first page',
  note: '50 rows',
  unit: 'ms',
  documents,
  ours: spreadOf([ms]),
  beside: [{ name: 'raw IndexedDB', spread: spreadOf([5]) }],
  goals: [{ bound: 'atMost', value: 2, times: 'raw IndexedDB' }],
  worst: false,
});

const report: Report = {
  at: '2026-11-24T12:00:00Z',
  machine: { processor: 'a processor', cores: 2, memoryGb: 24, system: 'Linux 6', node: 'v20.20.0', browser: 'Chromium 156' },
  load: { least: 0.2, most: 1.4 },
  took: [],
  failed: [{ part: 'papers', documents: 100_000, reason: 'no fonts' }],
  figures: [list(10_000, 9), list(100_000, 11)],
};

test('the page names machine and load, judges by the ratio, and shows the growth', () => {
  const page = performancePage(report);
  expect(page).toContain(
    'a processor, 2 cores, 24 GB, Linux 6, Node v20.20.0, Chromium 156. 2026-11-24; load average during the run 0.2–1.4.',
  );
  expect(page).toContain('Goals met: 0 of 1.');
  expect(page).toContain('| first page (50 rows) | 11 ms | raw IndexedDB: 5, 2.20 × | ≤ 2 × raw IndexedDB: not met (2.20 ×) |');
  expect(page).toContain('| first page, ms | 9 | 11 |');
  expect(page).toContain('| papers | 100,000 | no fonts |');
});

test('a part that was measured only with fewer documents stands with those', () => {
  const judge: Figure = { ...list(10_000, 7), part: 'judge', work: 'an order late' };
  const page = performancePage({ ...report, figures: [...report.figures, judge, list(500_000, 12)] });
  expect(page).toContain('Goals met: 1 of 2.');
  expect(page).toContain('At 10,000 documents; `npm run bench -- --only judge`.');
  expect(page).toContain('At 100,000 documents; `npm run bench -- --only lists`.');
});

test('of one size there is no growth to show', () => {
  expect(performancePage({ ...report, figures: [list(100_000, 9)], failed: [] })).not.toMatch(/As work grows|Came to no end/);
});
