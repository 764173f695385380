/** A backup is a folder: one file of JSON lines per database, and `backup.json` that says how many and their SHA-256. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

export type StoredDocument = { _id: string } & Record<string, unknown>;

const contentsSchema = z.object({
  format: z.literal(1),
  /** Milliseconds since 1970. */
  at: z.number(),
  epoch: z.string(),
  files: z.record(z.string(), z.object({ documents: z.number().int(), sha256: z.string() })),
});
export type BackupContents = z.infer<typeof contentsSchema>;

const CONTENTS = 'backup.json';
const fileOf = (folder: string, database: string): string => join(folder, `${database}.jsonl`);

/** Last of all, so that a folder without it is an unfinished backup. */
export async function writeContents(folder: string, contents: BackupContents): Promise<void> {
  const file = join(folder, CONTENTS);
  await writeFile(`${file}.new`, `${JSON.stringify(contents, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** null: no backup, or one that was never finished. */
export async function readContents(folder: string): Promise<BackupContents | null> {
  try {
    return contentsSchema.safeParse(JSON.parse(await readFile(join(folder, CONTENTS), 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

export async function writeDocuments(
  folder: string,
  database: string,
  pages: AsyncIterable<readonly StoredDocument[]>,
): Promise<{ documents: number; sha256: string }> {
  const file = await open(fileOf(folder, database), 'w', 0o600);
  const sum = createHash('sha256');
  let documents = 0;
  try {
    for await (const page of pages) {
      const text = page.map((document) => `${JSON.stringify(document)}\n`).join('');
      sum.update(text);
      documents += page.length;
      await file.write(text);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { documents, sha256: sum.digest('hex') };
}

/** Whether the file is what the contents say of it. */
export async function isWhole(folder: string, database: string, sha256: string): Promise<boolean> {
  const sum = createHash('sha256');
  try {
    for await (const chunk of createReadStream(fileOf(folder, database))) sum.update(chunk as Buffer);
  } catch {
    return false;
  }
  return sum.digest('hex') === sha256;
}

export async function* readDocuments(folder: string, database: string, size: number): AsyncGenerator<StoredDocument[]> {
  let page: StoredDocument[] = [];
  for await (const line of createInterface({
    input: createReadStream(fileOf(folder, database), 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line === '') continue;
    page.push(JSON.parse(line) as StoredDocument);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
