/** The loopback shell as its users start it: bundled, in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHost, root } from '#build/build-all.ts';

export interface BuiltHost {
  /** The program. */
  main: string;
  /** Room for data folders beside it. */
  folder: string;
  remove(): Promise<void>;
}

/** The host without a page, bundled into a folder of its own. */
export async function buildHostAside(): Promise<BuiltHost> {
  const folder = await mkdtemp(join(tmpdir(), 'branch-desk-process-'));
  await buildHost(join(folder, 'out'));
  await mkdir(join(folder, 'out', 'renderer'));
  await writeFile(join(folder, 'out', 'renderer', 'index.html'), '<div id="root"></div>');
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  return { main: join(folder, 'out', 'loopback', 'main.mjs'), folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export interface HostRun {
  child: ChildProcess;
  /** '' when it ended without one. */
  address: string;
  /** What it printed up to the address, or in all when it ended. */
  printed: string;
}

/** Resolves when it serves or has ended. */
export async function startHost(main: string, args: readonly string[]): Promise<HostRun> {
  const child = spawn(process.execPath, [main, '--no-open', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    const address = /READY (\S+)\n/.exec(printed)?.[1];
    if (address !== undefined) return { child, address, printed };
  }
  await ended;
  return { child, address: '', printed };
}

/** Sends the signal and resolves to the exit status; null when the signal itself ended it. */
export async function endHost(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, 'exit');
  }
  return child.exitCode;
}
