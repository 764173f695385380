/**
 * The centre in one command: `npm run central -- help`. Without a command it serves, provisions and judges until it is stopped, and prints
 * `READY <address>`.
 */
import { networkInterfaces } from 'node:os';
import type { Refusal } from '#shared/core/result.ts';
import { HostFailure } from '#shared/host/contract.ts';
import { CentreProblem } from '#shared/exchange/transport.ts';
import { startBackground } from './background.ts';
import { readCommandLine, type Options } from './command-line.ts';
import { adminAddress, connectAdmin, type AdminAddress } from './couch-admin/connect-admin.ts';
import { openLocalCentre, runningCentre, type LocalCentre } from './local-centre.ts';
import { sweepCodes } from './provision/desk-users.ts';
import { provisionCentre } from './provision/provision-centre.ts';
import { runCommand, sayCentre, type Speaker } from './run-command.ts';
import { centralWords, fill } from './words.ts';
import { endWithSystem } from '#electron/host/end-with-system.ts';

async function main(): Promise<void> {
  const read = readCommandLine(process.argv.slice(2), process.env, process.platform);
  if (!read.ok) return refuseWith(read.refusal, speaker('zh-CN'), speaker('en'));
  const options = read.value;
  const { command, language, url, folder } = options;
  const out = speaker(language);
  if (command.is === 'help') return out.say(out.words.help);
  const outside = url === '' ? null : adminAddress(url, process.env);
  if (url !== '' && !outside) return refuseWith({ code: 'NoPassword' }, out);
  let own: LocalCentre | null = null;
  try {
    if (command.is === 'start') return await serve(options, outside, out);
    const running = outside ?? (await runningCentre(folder));
    own = running ? null : await openLocalCentre(folder, 0, '127.0.0.1');
    const admin = running ?? own?.admin;
    if (!admin) return;
    const done = await runCommand(connectAdmin(admin), command, options.change, out);
    if (!done.ok) refuseWith(done.refusal, out);
  } catch (problem) {
    explain(problem, options, out);
  } finally {
    await own?.close();
  }
}

async function serve(options: Options, outside: AdminAddress | null, out: Speaker): Promise<void> {
  const { folder, port, host, change } = options;
  const running = outside ? null : await runningCentre(folder);
  if (running) {
    out.say(fill(out.words.running, { url: running.url }));
    process.exitCode = 2;
    return;
  }
  const local: LocalCentre | null = outside ? null : await openLocalCentre(folder, port, host);
  const admin = outside ?? local?.admin;
  if (!admin) return;
  const transport = connectAdmin(admin);
  const centre = await provisionCentre(transport, change);
  await sweepCodes(transport, Date.now());
  // The embedded server's folder admits one process: whoever held the lease before is this one's own past.
  const stop = await (local ? startBackground(admin, 'embedded') : startBackground(admin));
  endWithSystem(async () => {
    await stop();
    await local?.close();
  });
  out.say(fill(out.words.ready, { url: admin.url }));
  if (local) {
    out.say(host === '127.0.0.1' ? out.words.onlyHere : fill(out.words.network, { urls: addresses(new URL(admin.url).port).join('  ') }));
    out.say(fill(out.words.data, { folder }));
  }
  sayCentre(centre, out);
  out.say(`${out.words.judging} ${out.words.ends}`);
  console.log(`READY ${admin.url}`);
}

function speaker(language: Options['language']): Speaker {
  return { words: centralWords[language], say: (line) => console.log(line) };
}

function refuseWith({ code, values }: Refusal, ...speakers: Speaker[]): void {
  for (const { words } of speakers) console.error(fill(words.refused[code as keyof typeof words.refused] ?? code, values));
  process.exitCode = 1;
}

function explain(problem: unknown, { url, folder, port }: Options, { words }: Speaker): void {
  process.exitCode = 1;
  const code = (problem as { code?: unknown }).code;
  if (problem instanceof CentreProblem) {
    console.error(fill(words.problem[problem.code], { url: url === '' ? folder : new URL(url).host }));
    console.error(problem.message);
  } else if (code === 'EADDRINUSE') console.error(fill(words.portTaken, { port }));
  else if (problem instanceof HostFailure && problem.code === 'in-use') console.error(fill(words.folderTaken, { folder }));
  else console.error(problem);
}

function addresses(port: string): string[] {
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return own.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => `http://${address}:${port}`);
}

main().catch((problem: unknown) => {
  console.error(problem);
  process.exit(1);
});
