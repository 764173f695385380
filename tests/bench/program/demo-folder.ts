/** Data folders with the demonstration in them, written once a day and size and kept: writing 100,000 documents takes a minute. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHost } from '#electron/host/create-host.ts';
import { root } from '#build/build-all.ts';
import { dayOf, timeOf } from '#shared/core/calendar.ts';
import { OFFSET } from '#shared/demo/demo-book.ts';
import { demoIdentity, demoPin, headBranch } from '#shared/demo/company.ts';
import { demoRecords } from '#shared/demo/demo-records.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { oneLargeCustomer } from './large-customer.ts';

const CACHE = join(root, 'node_modules', '.cache', 'bench');
const BATCH = 500;
/** What a branch has on its first morning. */
const FIRST_MORNING: ReadonlySet<string> = new Set(['company', 'staff', 'location', 'policy']);

export interface Demo {
  folder: string;
  documents: number;
  /** The customer with most papers. */
  customer: { id: string; name: string; papers: number };
}

/** The demonstration until now with about `size` documents; 0: only people, places and policy. The folder is for reading. */
export async function demoFolder(size: number): Promise<Demo> {
  const folder = join(CACHE, `${size}-${dayOf(Date.now(), OFFSET)}`);
  const about = join(folder, 'demo.json');
  if (!existsSync(about)) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(CACHE, { recursive: true });
    const making = join(CACHE, `${process.pid}-${size}`);
    const demo = await write(making, size);
    await writeFile(join(making, 'demo.json'), JSON.stringify(demo));
    await rename(making, folder);
  }
  return { ...(JSON.parse(await readFile(about, 'utf8')) as Omit<Demo, 'folder'>), folder };
}

/** A copy to work in. */
export async function copyOf(demo: Demo, to: string): Promise<void> {
  await cp(demo.folder, to, { recursive: true });
  await rm(join(to, 'demo.json'));
}

async function write(dataFolder: string, size: number): Promise<Omit<Demo, 'folder'>> {
  const printer = { list: () => Promise.resolve([]), print: () => Promise.resolve('opened' as const) };
  const host = await createHost({
    dataFolder,
    version: '0',
    shell: 'loopback',
    shellReason: 'asked',
    emit: () => undefined,
    printBackends: { printer, viewer: printer },
  });
  try {
    const { handlers } = host;
    const { settings } = await handlers['desk.setUp'](demoIdentity(headBranch));
    await handlers['settings.save']({ ...settings, language: 'zh-CN', colorScheme: 'light', lockMinutes: 240 });
    const { hash } = await handlers['pin.hash']({ pin: demoPin });
    const { texts, customer } = oneLargeCustomer(await documentsOf(size, hash));
    for (let at = 0; at < texts.length; at += BATCH) {
      const documents = texts.slice(at, at + BATCH).map((text) => JSON.parse(text.toString()) as AnyRecord);
      const answer = await host.answer('journal.append', { commandId: randomUUID(), documents, numbers: [] });
      if (!answer.ok) throw new Error(answer.message);
    }
    return { documents: texts.length, customer };
  } finally {
    await host.close();
  }
}

/** As bytes: half a million documents as objects are more than Node takes. */
async function documentsOf(size: number, pinHash: string): Promise<Buffer[]> {
  const now = Date.now();
  const [hours = 0, minutes = 0] = timeOf(now, OFFSET).split(':').map(Number);
  const options = { size: Math.max(size, 1_000), today: dayOf(now, OFFSET), stopAt: Math.max(60, hours * 60 + minutes), pinHash };
  const texts: Buffer[] = [];
  for await (const { records } of demoRecords(options)) {
    for (const record of records) if (size > 0 || FIRST_MORNING.has(record.kind)) texts.push(Buffer.from(JSON.stringify(record)));
  }
  return texts;
}
