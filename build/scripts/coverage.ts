/**
 * `npm run coverage`: writes docs/coverage.md, which capability rows and gates are named in the titles of tests, and which are not yet.
 * A title names a row when it holds its id in square brackets: `… [PAY-07 G-39]`; the rows of a table (`test.each`) count each with the ids
 * they put into it. That the tests pass is what `npm run check` says.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { idsIn, testTitles } from './test-titles.ts';

/** Highest number of each family of rows in the requirements; all are numbered without gaps. */
const families = {
  RCP: 10,
  CRM: 14,
  LED: 13,
  QPA: 9,
  CON: 11,
  ORD: 10,
  STK: 10,
  DSP: 7,
  PAY: 11,
  AFS: 11,
  ACT: 16,
  PLT: 8,
  TPR: 14,
  STF: 12,
  TRV: 5,
  CMP: 8,
  MFG: 6,
  SHP: 6,
  CAR: 10,
  HTL: 10,
  TVL: 17,
  G: 107,
} as const;

interface Proof {
  title: string;
  inBrowser: boolean;
}

const proofs = new Map<string, Proof[]>();
for (const file of execFileSync('git', ['ls-files', '*.test.ts', '*.test.tsx', '*.spec.ts'], { encoding: 'utf8' }).trim().split('\n')) {
  const inBrowser = file.startsWith('tests/e2e/');
  for (const title of testTitles(file, readFileSync(file, 'utf8'))) {
    for (const id of idsIn(title)) proofs.set(id, [...(proofs.get(id) ?? []), { title, inBrowser }]);
  }
}

const ids = Object.entries(families).flatMap(([family, count]) =>
  Array.from({ length: count }, (_, index) => `${family}-${String(index + 1).padStart(2, '0')}`),
);
const proven = ids.filter((id) => proofs.has(id));
const rows = proven.filter((id) => !id.startsWith('G-'));
writeFileSync(
  'docs/coverage.md',
  `# What has a test

Written by \`npm run coverage\` from the titles of the tests; not by hand. That they pass is what \`npm run check\` says.
${rows.length} of ${ids.length - families.G} capability rows and ${proven.length - rows.length} of ${families.G} gates are named. A gate that is named is judged on both sides of its line;
a row that is named has the tested rule, and where the last column says so it is walked in a real browser.

| id | tests | in the browser | first of them |
| --- | --- | --- | --- |
${proven.map(line).join('\n')}

## Not yet

${Object.keys(families)
  .map(
    (family) =>
      [family, ids.filter((id) => id.startsWith(`${family}-`) && !proofs.has(id)).map((id) => id.slice(family.length + 1))] as const,
  )
  .filter(([, missing]) => missing.length > 0)
  .map(([family, missing]) => `- ${family}: ${missing.join(' ')}`)
  .join('\n')}
`,
);
execFileSync('npx', ['--no-install', 'oxfmt', 'docs/coverage.md']);
console.log(`${rows.length} rows and ${proven.length - rows.length} gates have a test`);

function line(id: string): string {
  const own = proofs.get(id) ?? [];
  const inBrowser = own.filter((proof) => proof.inBrowser).length;
  return `| ${id} | ${own.length} | ${inBrowser || ''} | ${(own[0]?.title ?? '').replaceAll('|', '\\|')} |`;
}
