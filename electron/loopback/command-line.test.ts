import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readArguments } from './command-line.ts';

const read = (args: string[], env: NodeJS.ProcessEnv = {}, platform: NodeJS.Platform = 'linux') => readArguments(args, env, platform);

test('without options the desk is where the desktop keeps it', () => {
  expect(read([])).toEqual({ dataFolder: `${homedir()}/.config/Branch Desk/data`, port: null, opens: true, reason: 'asked' });
  expect(read([], { BRANCH_DESK_DATA: '/srv/desk' }).dataFolder).toBe('/srv/desk/data');
  expect(read([], {}, 'darwin').dataFolder).toContain('Library/Application Support/Branch Desk/data');
});

test('options are taken as given', () => {
  const args = ['--data', 'here', '--port', '0', '--no-open', '--reason', 'no-electron-binary'];
  expect(read(args)).toEqual({ dataFolder: resolve('here', 'data'), port: 0, opens: false, reason: 'no-electron-binary' });
});

test.each([['--port', 'x'], ['--port', '70000'], ['--port', '1.5'], ['--port='], ['--reason', 'because'], ['--dat', 'x'], ['extra']])(
  '%s %s is refused with a sentence',
  (...args) => {
    expect(() => read(args)).toThrow(TypeError);
  },
);
