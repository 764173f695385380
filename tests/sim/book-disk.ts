/** What a desk's own folder holds besides journal and exchange, as small files: who it is, its secret, its snapshot. */
import { z } from 'zod';
import type { Disk } from '#electron/host/disk/disk.ts';
import { jsonFile } from '#electron/host/disk/json-file.ts';
import type { SecretStore, Secrets } from '#electron/host/exchange/sealed-secret.ts';
import type { Journal } from '#electron/host/journal/open-journal.ts';
import { recordSchema, type AnyRecord } from '#shared/documents/record.ts';
import type { Identity } from '#shared/host/contract.ts';
import { identitySchema } from '#shared/host/shapes.ts';
import { mergeCopies } from '#shared/modules/merge-copies.ts';

const secretsSchema = z.object({ password: z.string(), joining: z.string(), next: z.string() });
const noSecrets: Secrets = { password: '', joining: '', next: '' };
const snapshotSchema = z.object({ seq: z.number(), documents: z.array(recordSchema), counters: z.record(z.string(), z.number()) });
export type Snapshot = z.infer<typeof snapshotSchema>;

export interface BookDisk {
  identity(): Identity | null;
  saveIdentity(identity: Identity): Promise<void>;
  secret: SecretStore;
  snapshot(): Promise<Snapshot>;
  /** Every document as snapshot and journal have it. */
  everything(journal: Journal): AsyncGenerator<AnyRecord>;
  /** Makes a snapshot of it all. */
  makeSnapshot(journal: Journal): Promise<Snapshot>;
}

export async function openBookDisk(disk: Disk): Promise<BookDisk> {
  const identityFile = jsonFile(disk, '/book/desk.json', identitySchema);
  const secretFile = jsonFile(disk, '/book/secret.json', secretsSchema);
  const snapshotFile = jsonFile(disk, '/book/snapshot.json', snapshotSchema);
  const known = await identityFile.read();
  let identity: Identity | null = typeof known === 'object' ? known : null;

  async function snapshot(): Promise<Snapshot> {
    const read = await snapshotFile.read();
    if (read === 'damaged') throw new Error('the snapshot is damaged');
    return read === 'missing' ? { seq: 0, documents: [], counters: {} } : read;
  }

  async function* everything(journal: Journal): AsyncGenerator<AnyRecord> {
    const byId = new Map((await snapshot()).documents.map((record) => [record.id, record]));
    for await (const frame of journal.frames(0)) {
      for (const line of frame.lines()) {
        const record = JSON.parse(line) as AnyRecord;
        const known = byId.get(record.id);
        byId.set(record.id, known ? mergeCopies(known, record) : record);
      }
    }
    yield* byId.values();
  }

  return {
    identity: () => identity,
    saveIdentity: async (next) => {
      await identityFile.write(next);
      identity = next;
    },
    secret: {
      read: async () => {
        const found = await secretFile.read();
        return typeof found === 'object' ? found : noSecrets;
      },
      write: (secrets) => secretFile.write(secrets),
    },
    snapshot,
    everything,
    makeSnapshot: async (journal) => {
      const seq = journal.lastSeq();
      const counters = journal.counters();
      const documents: AnyRecord[] = [];
      for await (const record of everything(journal)) documents.push(record);
      const made = { seq, documents, counters };
      await snapshotFile.write(made);
      return made;
    },
  };
}
