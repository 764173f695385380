import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { locateElectron } from './locate-electron.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'branch-desk-electron-'));
  mkdirSync(join(root, 'node_modules', 'electron', 'dist'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a package without its program is no Electron', () => {
  expect(locateElectron(root, {}, 'linux')).toBe('');
});

test('the program is found where the package’s own path file says', () => {
  const program = join(root, 'node_modules', 'electron', 'dist', 'electron');
  writeFileSync(program, '');
  expect(locateElectron(root, {}, 'linux')).toBe(program);
  writeFileSync(join(root, 'node_modules', 'electron', 'path.txt'), 'other');
  expect(locateElectron(root, {}, 'linux')).toBe('');
});

test('an unpacked offline zip is found by its variable, on every system', () => {
  const folder = join(root, 'offline');
  mkdirSync(join(folder, 'Electron.app', 'Contents', 'MacOS'), { recursive: true });
  for (const name of ['electron', 'electron.exe', join('Electron.app', 'Contents', 'MacOS', 'Electron')])
    writeFileSync(join(folder, name), '');
  const env = { ELECTRON_OVERRIDE_DIST_PATH: folder };
  expect(locateElectron(root, env, 'linux')).toBe(join(folder, 'electron'));
  expect(locateElectron(root, env, 'win32')).toBe(join(folder, 'electron.exe'));
  expect(locateElectron(root, env, 'darwin')).toBe(join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron'));
});
