/**
 * `npm start [-- --data DIR --port N --no-open --browser]`: builds what changed, then opens the desktop, or the browser where the
 * desktop program is not installed.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll, root, stampFile } from '../build-all.ts';
import { locateElectron } from '../locate-electron.ts';
import { measureSources } from '../measure-sources.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
    /** The browser, even where the desktop is installed. */
    browser: { type: 'boolean', default: false },
  },
});

if (isOutOfDate()) {
  console.log('正在生成程序… / Building…');
  await buildAll();
}

// Opening neither a window nor a browser, or a certain port, only makes sense with the browser's shell.
const asked = values.browser || values['no-open'] || values.port !== undefined;
const electron = locateElectron(root, process.env, process.platform);
if (electron !== '' && !asked) startDesktop(electron);
else startLoopback(electron === '' ? 'no-electron-binary' : 'asked');

function isOutOfDate(): boolean {
  try {
    return readFileSync(stampFile, 'utf8') !== JSON.stringify(measureSources(root));
  } catch {
    return true;
  }
}

function startDesktop(program: string): void {
  const { ELECTRON_RUN_AS_NODE: _never, ...env } = process.env;
  if (values.data !== undefined) env['BRANCH_DESK_DATA'] = resolve(values.data);
  run(program, [root], env);
}

function startLoopback(reason: 'no-electron-binary' | 'asked'): void {
  const args = [join(root, 'out', 'loopback', 'main.mjs'), '--reason', reason];
  if (values.data !== undefined) args.push('--data', values.data);
  if (values.port !== undefined) args.push('--port', values.port);
  if (values['no-open']) args.push('--no-open');
  run(process.execPath, args, process.env);
}

function run(program: string, args: string[], env: NodeJS.ProcessEnv): void {
  const child = spawn(program, args, { stdio: 'inherit', env });
  // The child ends the book properly; this process only waits for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('error', (problem) => {
    console.error(problem);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
