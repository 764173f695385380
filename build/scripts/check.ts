/**
 * `npm run check`: everything CI runs, in order of cost. Every step runs even when an earlier one failed;
 * the last line is the true count over all steps and tests: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numFailedTestSuites: z.number(), success: z.boolean() });

let passed = 0;
let failed = 0;

function step(name: string, command: string, args: string[]): boolean {
  console.log(`\n── ${name}`);
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' });
  if (status === 0) passed += 1;
  else failed += 1;
  return status === 0;
}

function tests(name: string, command: string, args: string[], read: (file: string) => { passed: number; failed: number }): void {
  console.log(`\n── ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'branch-desk-check-'));
  const file = join(folder, 'report.json');
  const { status } = spawnSync('npx', ['--no-install', command, ...args, `--outputFile.json=${file}`], { stdio: 'inherit' });
  try {
    const counts = read(file);
    passed += counts.passed;
    failed += counts.failed;
    if (status !== 0 && counts.failed === 0) failed += 1;
  } catch (problem) {
    console.error(`no report from ${name}:`, problem);
    failed += 1;
  }
  rmSync(folder, { recursive: true, force: true });
}

step('format', 'oxfmt', ['--check', '.']);
step('types', 'tsc', ['-b']);
step('lint', 'oxlint', ['.']);
step('unused code', 'knip', ['--config', 'build/knip.json']);
tests('tests', 'vitest', ['run', '--config', 'build/vitest.config.ts', '--reporter=default', '--reporter=json'], (file) => {
  const counts = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { passed: counts.numPassedTests, failed: counts.numFailedTests + (counts.success || counts.numFailedTests > 0 ? 0 : 1) };
});

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
