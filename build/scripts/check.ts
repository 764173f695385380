/**
 * `npm run check`: everything CI runs, in order of cost. Every step runs even when an earlier one failed;
 * the last line is the true count over all steps and tests: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { reportFiles } from '../report-files.ts';
import { installTools } from '../install-tools.ts';

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

let passed = 0;
let failed = 0;

function step(name: string, command: string, args: string[]): boolean {
  console.log(`\n── ${name}`);
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' });
  if (status === 0) passed += 1;
  else failed += 1;
  return status === 0;
}

interface Counts {
  passed: number;
  failed: number;
}

/** Runs a test runner that writes a JSON report to `report`; a run that fails without a failed test counts as one. */
function tests(
  name: string,
  report: string,
  command: string,
  args: string[],
  env: Record<string, string>,
  read: (json: unknown) => Counts,
): void {
  console.log(`\n── ${name}`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
  try {
    const counts = read(JSON.parse(readFileSync(report, 'utf8')));
    passed += counts.passed;
    failed += counts.failed;
    if (status !== 0 && counts.failed === 0) failed += 1;
  } catch (problem) {
    console.error(`no report from ${name}:`, problem);
    failed += 1;
  }
}

console.log('\n── tools');
if (installTools()) passed += 1;
else failed += 1;

step('format', 'oxfmt', ['--check', '.']);
step('types', 'tsc', ['-b']);
step('lint', 'oxlint', ['.']);
step('who may import whom', 'oxlint', ['--config', 'build/borders.json', 'shared', 'renderer']);
step('unused code', 'knip', ['--config', 'build/knip.json']);
const built = step('build', 'tsx', ['build/scripts/build.ts']);
tests(
  'unit, property and integration tests',
  reportFiles.vitest,
  'vitest',
  ['run', '--config', 'build/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFiles.vitest}`],
  {},
  (json) => {
    const { numPassedTests, numFailedTests, success } = vitestReport.parse(json);
    return { passed: numPassedTests, failed: numFailedTests + (success || numFailedTests > 0 ? 0 : 1) };
  },
);
if (built) {
  tests(
    'journeys in a real browser',
    reportFiles.playwright,
    'playwright',
    ['test', '--config', 'build/playwright.config.ts'],
    { E2E_REPORT: resolve(reportFiles.playwright) },
    (json) => {
      const { stats, errors } = playwrightReport.parse(json);
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
    },
  );
} else failed += 1;

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
