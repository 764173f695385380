/**
 * `npm run demo -- --size small|large [--branch HZ01|NB01|WZ01|all] [--data DIR]`: writes the demonstration into the data folder's demo
 * profile, through the host's journal, and leaves the program in it. With `all`, each branch gets a folder of its own in DIR, so that
 * three desks can be started side by side. Everybody's PIN is in `shared/demo/company.ts`. A folder must not be in use; its own desk is
 * not touched.
 */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolderIn } from '#electron/loopback/command-line.ts';
import { createHost } from '#electron/host/create-host.ts';
import { systemBackends } from '#electron/host/printing/system-backends.ts';
import type { HostHandlers } from '#shared/host/contract.ts';
import { OFFSET } from '#shared/demo/demo-book.ts';
import { dayOf, timeOf } from '#shared/core/calendar.ts';
import { demoBranches, demoIdentity, demoPin, headBranch, type DemoBranch } from '#shared/demo/company.ts';
import { demoPhoto } from '#shared/demo/photo.ts';
import { demoRecords, demoSizes } from '#shared/demo/demo-records.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'small' },
    branch: { type: 'string', default: headBranch.code },
    data: { type: 'string' },
  },
});
const size = values.size === 'small' || values.size === 'large' ? values.size : null;
const wanted = demoBranches.filter(({ code }) => values.branch === 'all' || values.branch === code);
if (!size || wanted.length === 0) {
  const branches = [...demoBranches.map(({ code }) => code), 'all'].join('|');
  console.error(`usage: npm run demo -- --size ${Object.keys(demoSizes).join('|')} [--branch ${branches}] [--data DIR]`);
  process.exit(2);
}

const dataFolder = dataFolderIn(values.data, process.env, process.platform);
/** The same moment and the same people's PIN in every branch: what the company keeps is then the same to the last byte. */
const now = Date.now();
let pinHash = '';
try {
  for (const branch of wanted) await writeInto(folderOf(branch), branch, size);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}

/** Of all branches each has a folder to be named with `--data`. */
function folderOf({ code }: DemoBranch): string {
  return values.branch === 'all' ? path.join(path.dirname(dataFolder), code, path.basename(dataFolder)) : dataFolder;
}

async function writeInto(folder: string, branch: DemoBranch, scale: keyof typeof demoSizes): Promise<void> {
  const host = await createHost({
    dataFolder: folder,
    version: 'demo',
    shell: 'loopback',
    shellReason: 'asked',
    emit: () => undefined,
    printBackends: systemBackends(''),
  });
  try {
    await write(host.handlers, branch, scale);
    if (values.branch === 'all') console.log(`${branch.name} (${branch.code}): --data ${path.dirname(folder)}`);
  } finally {
    await host.close();
  }
}

async function write(handlers: HostHandlers, branch: DemoBranch, scale: keyof typeof demoSizes): Promise<void> {
  const before = await handlers['desk.useProfile']({ profile: 'demo' });
  if (before.lastSeq > 0) throw new Error('the demo profile has documents already; remove it in the program first');
  const info = before.identity ? before : await handlers['desk.setUp'](demoIdentity(branch));
  if (info.identity?.branchCode !== branch.code) throw new Error(`the demo profile is a desk of ${info.identity?.branchCode ?? '?'}`);
  const { type, name, content } = demoPhoto;
  await handlers['files.put']({ type, name, content: content() });
  pinHash ||= (await handlers['pin.hash']({ pin: demoPin })).hash;
  const [hours = 0, minutes = 0] = timeOf(now, OFFSET).split(':').map(Number);
  const started = performance.now();
  let written = 0;
  const stopAt = Math.max(60, hours * 60 + minutes);
  const batches = demoRecords({ size: scale, today: dayOf(now, OFFSET), stopAt, pinHash, branch: branch.code });
  for await (const { records, fraction } of batches) {
    await handlers['journal.append']({ commandId: randomUUID(), documents: records, numbers: [], staged: 0 });
    written += records.length;
    process.stdout.write(`\r${written} documents, ${Math.round(fraction * 100)} %`);
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(`\n${written} documents in ${seconds.toFixed(1)} s, ${Math.round(written / seconds)} a second; PIN of everybody: ${demoPin}`);
}
