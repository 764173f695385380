/**
 * `npm run demo -- --size small|large [--data DIR]`: writes the demonstration into the data folder's demo profile, through the host's
 * journal, and leaves the program in it. Everybody's PIN is in `shared/demo/company.ts`. The folder must not be in use; its own desk is not touched.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { dataFolderIn } from '#electron/loopback/command-line.ts';
import { createHost } from '#electron/host/create-host.ts';
import { systemBackends } from '#electron/host/printing/system-backends.ts';
import type { HostHandlers } from '#shared/host/contract.ts';
import { OFFSET } from '#shared/demo/demo-book.ts';
import { dayOf, timeOf } from '#shared/core/calendar.ts';
import { demoIdentity, demoPin } from '#shared/demo/company.ts';
import { demoPhoto } from '#shared/demo/photo.ts';
import { demoRecords, demoSizes } from '#shared/demo/demo-records.ts';

const { values } = parseArgs({ options: { size: { type: 'string', default: 'small' }, data: { type: 'string' } } });
const size = values.size === 'small' || values.size === 'large' ? values.size : null;
if (!size) {
  console.error(`usage: npm run demo -- --size ${Object.keys(demoSizes).join('|')} [--data DIR]`);
  process.exit(2);
}

const host = await createHost({
  dataFolder: dataFolderIn(values.data, process.env, process.platform),
  version: 'demo',
  shell: 'loopback',
  shellReason: 'asked',
  emit: () => undefined,
  printBackends: systemBackends(''),
});
try {
  await write(host.handlers, size);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
} finally {
  await host.close();
}

async function write(handlers: HostHandlers, wanted: keyof typeof demoSizes): Promise<void> {
  const before = await handlers['desk.useProfile']({ profile: 'demo' });
  if (before.lastSeq > 0) throw new Error('the demo profile has documents already; remove it in the program first');
  if (!before.identity) await handlers['desk.setUp'](demoIdentity);
  const { type, name, content } = demoPhoto;
  await handlers['files.put']({ type, name, content: content() });
  const { hash } = await handlers['pin.hash']({ pin: demoPin });
  const now = Date.now();
  const [hours = 0, minutes = 0] = timeOf(now, OFFSET).split(':').map(Number);
  const started = performance.now();
  let written = 0;
  const batches = demoRecords({ size: wanted, today: dayOf(now, OFFSET), stopAt: Math.max(60, hours * 60 + minutes), pinHash: hash });
  for await (const { records, fraction } of batches) {
    await handlers['journal.append']({ commandId: randomUUID(), documents: records, numbers: [] });
    written += records.length;
    process.stdout.write(`\r${written} documents, ${Math.round(fraction * 100)} %`);
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(`\n${written} documents in ${seconds.toFixed(1)} s, ${Math.round(written / seconds)} a second; PIN of everybody: ${demoPin}`);
}
