/**
 * `npm run coverage`: writes docs/coverage.md, which capability rows and gates are named in the titles of tests.
 * A title names a row when it holds its id in square brackets: `… [PAY-07 G-39]`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const report = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ fullName: z.string(), title: z.string(), status: z.string() })) })),
});

const folder = mkdtempSync(join(tmpdir(), 'branch-desk-coverage-'));
const file = join(folder, 'report.json');
const args = ['--no-install', 'vitest', 'run', '--config', 'build/vitest.config.ts', '--reporter=json', `--outputFile.json=${file}`];
spawnSync('npx', args, { stdio: 'inherit' });
const tests = report.parse(JSON.parse(readFileSync(file, 'utf8'))).testResults.flatMap((result) => result.assertionResults);
rmSync(folder, { recursive: true, force: true });

const proofs = new Map<string, Set<string>>();
for (const test of tests.filter(({ status }) => status === 'passed')) {
  for (const [, inside = ''] of test.fullName.matchAll(/\[([^\]]+)\]/g)) {
    for (const [id] of inside.matchAll(/\b(?:[A-Z]{3}|G)-\d{2,3}\b/g)) proofs.set(id, (proofs.get(id) ?? new Set()).add(test.title));
  }
}

const rows = [...proofs]
  .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  .map(([id, titles]) => `| ${id} | ${titles.size} | ${([...titles][0] ?? '').replaceAll('|', '\\|')} |`);
const gates = [...proofs.keys()].filter((id) => id.startsWith('G-')).length;
writeFileSync(
  'docs/coverage.md',
  `# What has a test

Written by \`npm run coverage\` from the titles of passing tests; not by hand. A row that is missing here has no test yet.
${proofs.size - gates} of 218 capability rows and ${gates} of 107 gates are named. A gate that is named is judged on both sides of its line; a
row that is named has the tested rule, not necessarily its screen.

| id | tests | first of them |
| --- | --- | --- |
${rows.join('\n')}
`,
);
console.log(`${proofs.size - gates} rows and ${gates} gates have a test`);
