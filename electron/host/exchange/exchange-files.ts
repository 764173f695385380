/**
 * Photos and scans, in a database of their own: a manifest `file:<hash>` and pieces `chunk:<hash>:<n>`. Named by their contents, so a piece
 * that is there need not be sent again, and the manifest comes last: whoever sees it can fetch the whole.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { filesDatabase } from '#shared/exchange/books.ts';
import { openCouchDatabase, type CouchDatabase } from '#shared/exchange/couch-database.ts';
import { CentreProblem, type Transport } from '#shared/exchange/transport.ts';
import { placeIn } from './place-in.ts';
import { HostFailure } from '#shared/host/contract.ts';
import type { Disk } from '../disk/disk.ts';
import { jsonFile } from '../disk/json-file.ts';
import type { Files } from '../files/create-files.ts';

export interface SharedFiles {
  unsent(): number;
  /** The centre may lack what it had: it is asked for every file again. */
  askAgain(): Promise<void>;
  /** Sends what the centre has not, fetches what is new. */
  round(transport: Transport, branchCode: string, since: string, moved: (since: string) => Promise<void>): Promise<void>;
}

const manifestSchema = z.looseObject({
  type: z.string(),
  name: z.string(),
  size: z.number().int(),
  chunks: z.number().int().min(0).max(64),
});
const chunkSchema = z.looseObject({ data: z.string() });
const knownSchema = z.strictObject({
  sent: z.array(z.string()),
  /** Their manifests came, but not all of their pieces were there: asked for again with each exchange. */
  missing: z.array(z.string()),
});
/** Of the bytes; base64 makes it 683 KB, below the server's 1 MB for a document. */
const CHUNK_BYTES = 512 * 1024;
const PAGE = 200;
/** Sent files asked about to notice a centre that lost some, and how often. */
const PROOFS = 200;
const PROVE_EVERY = 30 * 60_000;

export async function exchangeFiles(options: {
  disk: Disk;
  folder: string;
  files: Files;
  /** Milliseconds since 1970. */
  now(): number;
  log(level: 'info' | 'warn' | 'error', message: string): void;
}): Promise<SharedFiles> {
  const { disk, folder, files, now, log } = options;
  let provedAt = 0;
  const knownFile = jsonFile(disk, join(folder, 'files.json'), knownSchema);
  const read = await knownFile.read();
  // Losing it costs a question to the centre per file.
  const known = typeof read === 'object' ? read : { sent: [], missing: [] };
  const sent = new Set(known.sent);
  const missing = new Set(known.missing);
  const remember = (): Promise<void> => knownFile.write({ sent: [...sent], missing: [...missing] });

  const unsent = (): string[] => files.hashes().filter((hash) => !sent.has(hash));

  async function sendOne(database: CouchDatabase, hash: string): Promise<void> {
    const { type, name, content } = await files.handlers['files.get']({ hash });
    const count = Math.ceil(content.length / CHUNK_BYTES);
    const ids = Array.from({ length: count }, (_, index) => `chunk:${hash}:${index}`);
    const there = await database.revisions([...ids, `file:${hash}`]);
    for (const [index, id] of ids.entries()) {
      if (there.has(id)) continue;
      const data = Buffer.from(content.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)).toString('base64');
      await put(database, { _id: id, data });
    }
    if (!there.has(`file:${hash}`)) await put(database, { _id: `file:${hash}`, type, name, size: content.length, chunks: count });
    sent.add(hash);
    await remember();
  }

  async function fetchOne(database: CouchDatabase, hash: string): Promise<void> {
    missing.add(hash);
    const manifest = manifestSchema.safeParse(await database.read(`file:${hash}`));
    if (!manifest.success) return log('warn', `file ${hash}: no manifest to be read`);
    const pieces: Buffer[] = [];
    for (let index = 0; index < manifest.data.chunks; index += 1) {
      const chunk = chunkSchema.safeParse(await database.read(`chunk:${hash}:${index}`));
      if (!chunk.success) return log('warn', `file ${hash}: piece ${index} is missing`);
      pieces.push(Buffer.from(chunk.data.data, 'base64'));
    }
    missing.delete(hash);
    const { type, name } = manifest.data;
    const stored = await files.handlers['files.put']({ type, name, content: new Uint8Array(Buffer.concat(pieces)) });
    if (stored.hash !== hash) return log('error', `file ${hash}: its contents are those of ${stored.hash}`);
    sent.add(hash);
  }

  /** A server put back to an earlier day without a word lacks what it had. */
  async function hasAll(database: CouchDatabase): Promise<boolean> {
    const latest = [...sent].slice(-PROOFS).map((hash) => `file:${hash}`);
    const there = await database.revisions(latest);
    return latest.every((id) => there.has(id));
  }

  return {
    unsent: () => unsent().length,
    askAgain: async () => {
      sent.clear();
      await remember();
    },
    round: async (transport, branchCode, since, moved) => {
      const database = openCouchDatabase(transport, filesDatabase(branchCode));
      let start = since;
      if (provedAt === 0 || Math.abs(now() - provedAt) >= PROVE_EVERY) {
        // Its feed ends before the place that was reached: put back, or another copy of a cluster.
        if (placeIn((await database.about()).last) < placeIn(since)) start = '0';
        if (!(await hasAll(database))) {
          log('warn', 'photos: the centre lacks some it had; all are asked for again');
          sent.clear();
          await remember();
          start = '0';
        }
        provedAt = now();
      }
      for (const hash of unsent()) {
        try {
          await sendOne(database, hash);
        } catch (problem) {
          // One that rotted here must not hold up the others; one the centre refuses is tried again by itself.
          if (!(problem instanceof HostFailure)) throw problem;
          log('error', `file ${hash} is not sent: ${problem.message}`);
        }
      }
      for (const hash of missing) await fetchOne(database, hash);
      for (let from = start; ;) {
        const { rows, last } = await database.changes(from, PAGE, { docs: false });
        const hashes = rows.filter(({ id, deleted }) => id.startsWith('file:') && !deleted).map(({ id }) => id.slice('file:'.length));
        for (const hash of hashes) if (!files.has(hash)) await fetchOne(database, hash);
        if (hashes.length > 0) await remember();
        if (last !== from) await moved(last);
        if (rows.length < PAGE) return;
        from = last;
      }
    },
  };
}

/** One that is there already is the same one. */
async function put(database: CouchDatabase, document: { _id: string } & Record<string, unknown>): Promise<void> {
  try {
    await database.write(document);
  } catch (problem) {
    if (!(problem instanceof CentreProblem) || problem.code !== 'conflict') throw problem;
  }
}
