import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { realDisk } from '../host/disk/real-disk.ts';
import { jsonFile, type JsonFile } from '../host/disk/json-file.ts';

/**
 * The port is part of the page's origin, and the origin names its store in the browser: another port is an empty store, to be filled
 * again from the journal. So the first port of a data folder stays.
 */
const FIRST_PORT = 27431;

const loopbackSchema = z.strictObject({
  port: z.number().int().min(1).max(65_535),
  /** Signs sessions; readable by the owner of the folder only. */
  secret: z.string().regex(/^[0-9a-f]{64}$/),
  /** The port served now; null when nothing is. */
  serving: z.number().int().nullable(),
});
export type LoopbackFile = z.infer<typeof loopbackSchema>;

const fileIn = (folder: string): JsonFile<LoopbackFile> => jsonFile(realDisk, join(folder, 'loopback.json'), loopbackSchema);

/** What the folder remembers; written when it remembers nothing. @param port of the command line, 0 or null when it says nothing lasting */
export async function readLoopbackFile(folder: string, port: number | null): Promise<LoopbackFile> {
  const found = await fileIn(folder).read();
  if (typeof found === 'object') return found;
  const made = { port: port || FIRST_PORT, secret: randomBytes(32).toString('hex'), serving: null };
  await fileIn(folder).write(made);
  return made;
}

/** Tells another start of the same desk where this one is to be found. */
export async function noteServing(folder: string, serving: number | null): Promise<void> {
  await fileIn(folder).write({ ...(await readLoopbackFile(folder, null)), serving });
}
