/**
 * The loopback shell: the desk in the system's browser.
 *
 *     node out/loopback/main.mjs [--data DIR] [--port N] [--no-open] [--reason no-electron-binary|asked]
 *
 * Prints `READY <address>` when it serves; the address works once.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HostFailure } from '#shared/host/contract.ts';
import { host as en } from '#shared/i18n/en/host.ts';
import { host as zhCN } from '#shared/i18n/zh-CN/host.ts';
import { createHost } from '../host/create-host.ts';
import { errorCode, unlessFull } from '../host/disk/disk.ts';
import { systemBackends } from '../host/printing/system-backends.ts';
import { askForAddress } from './ask-for-address.ts';
import { readArguments, type LoopbackArguments } from './command-line.ts';
import { noteServing, readLoopbackFile } from './loopback-file.ts';
import { serveLoopback, type Loopback } from './serve.ts';
import { createSessions } from './sessions.ts';
import { endWithSystem } from '../host/end-with-system.ts';

/** `out/loopback` when bundled, `electron/loopback` from source. */
const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');

function say(pick: (texts: typeof zhCN) => string): void {
  console.log(pick(zhCN));
  console.log(pick(en));
}

async function run({ dataFolder, port, opens, reason }: LoopbackArguments): Promise<void> {
  let served: Loopback | null = null;
  const host = await createHost({
    dataFolder,
    version: readVersion(),
    shell: 'loopback',
    shellReason: reason,
    printBackends: systemBackends(join(root, 'build')),
    emit: (name, data) => served?.emit(name, data),
  });
  const remembered = await readLoopbackFile(dataFolder, port);
  const sessions = createSessions(remembered.secret, Date.now);
  const wanted = port ?? remembered.port;
  try {
    served = await serveLoopback({
      port: wanted,
      folder: join(root, 'out', 'renderer'),
      sessions,
      answer: host.answer,
      log: host.log,
    });
  } catch (problem) {
    await host.close();
    if (errorCode(problem) !== 'EADDRINUSE') throw problem;
    say((texts) => texts.console.portTaken.replaceAll('{{port}}', String(wanted)));
    process.exitCode = 3;
    return;
  }
  const loopback = served;
  // Only a second start needs it; a full disk must not keep the desk shut.
  await noteServing(dataFolder, loopback.port).catch(unlessFull);
  endWithSystem(async () => {
    await noteServing(dataFolder, null).catch(unlessFull);
    await loopback.close();
    await host.close();
  });
  if (reason !== 'asked') say((texts) => texts.console[reason]);
  const address = loopback.newAddress();
  console.log(`READY ${address}`);
  if (opens) await openBrowser(address);
}

/** The desk is open already: its own process is asked for an address of its page, and this one is not needed. */
async function joinRunning({ dataFolder, opens }: LoopbackArguments, problem: HostFailure): Promise<void> {
  const address = await askForAddress(await readLoopbackFile(dataFolder, null));
  if (address === null) {
    say((texts) => texts.console.inUse.replaceAll('{{folder}}', dataFolder));
    console.error(problem.message);
    process.exitCode = 2;
    return;
  }
  say((texts) => texts.console.alreadyOpen);
  console.log(`READY ${address}`);
  if (opens) await openBrowser(address);
}

async function openBrowser(address: string): Promise<void> {
  const { default: open } = await import('open');
  await open(address).catch(() => say((texts) => texts.console.noBrowser));
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

async function start(): Promise<void> {
  let args;
  try {
    args = readArguments(process.argv.slice(2), process.env, process.platform);
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem);
    process.exitCode = 1;
    return;
  }
  try {
    await run(args);
  } catch (problem) {
    if (problem instanceof HostFailure && problem.code === 'in-use') return joinRunning(args, problem);
    throw problem;
  }
}

start().catch((problem: unknown) => {
  console.error(problem);
  process.exit(1);
});
