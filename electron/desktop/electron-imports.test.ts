/** Nothing outside this folder may need the Electron binary: build, lint, tests and the loopback shell run without it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** `from 'electron'`, `import 'electron'`, `import('electron')`, `require('electron')`, and its updater. */
const loads = /^(?!\s*\/?[*/]).*(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]electron(?:-updater)?(?:\/[\w-]+)?['"]/;
const loadsTypesOnly = /^\s*import\s+type\b/;

function importers(isCounted: (line: string) => boolean): string[] {
  const found: string[] = [];
  for (const top of ['shared', 'renderer', 'electron', 'central', 'build', 'tests'].filter((name) => existsSync(join(root, name)))) {
    for (const entry of readdirSync(join(root, top), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.[cm]?tsx?$/.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      if (readFileSync(file, 'utf8').split('\n').some(isCounted)) found.push(relative(root, file).split(sep).join('/'));
    }
  }
  return found.sort();
}

test('only electron/desktop names Electron at all', () => {
  const found = importers((line) => loads.test(line));
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((file) => !file.startsWith('electron/desktop/'))).toEqual([]);
});

test('and only its main file and its preload load it; the others know its types', () => {
  const found = importers((line) => loads.test(line) && !loadsTypesOnly.test(line));
  expect(found.filter((file) => !['electron/desktop/main.ts', 'electron/desktop/preload.ts'].includes(file))).toEqual([]);
});
