import type { Dexie, Table } from 'dexie';
import { createRxDatabase, type DexieStorageInternals, type RxCollection, type RxDatabase } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { BalancePage } from './balance-pages.ts';
import { documentSchema } from './document-schema.ts';
import type { KeyBatch } from './key-log.ts';
import type { MarkRow } from './marks.ts';
import type { StoredRecord } from './stored-form.ts';

const COLLECTION = 'documents';

/** RxDB's collection of documents and the read models in one IndexedDB database: one transaction spans them all. */
export interface StoreDatabase {
  dexie: Dexie;
  documents: Table<StoredRecord, string>;
  balances: Table<BalancePage, string>;
  keys: Table<KeyBatch, number>;
  marks: Table<MarkRow, string>;
  collection: RxCollection<AnyRecord>;
  close(): Promise<void>;
}

/** Names of the indexes as RxDB asks for them. */
export function indexName(fields: readonly string[]): string {
  return `[_deleted+${fields.join('+')}+id]`;
}

export async function openStoreDatabase(name: string): Promise<StoreDatabase> {
  const indexes = (documentSchema.indexes ?? []).map((fields) => indexName([fields].flat()));
  const storage = getRxStorageDexie({
    /** RxDB's hook for tables of one's own. The higher version is what a new database is made with: without the indexes nobody reads. */
    onCreate: (dexie, databaseName) => {
      if (!databaseName.endsWith(`--${COLLECTION}`)) return;
      dexie.version(2).stores({ docs: ['id', ...indexes].join(', '), balances: 'first', keys: '++at', marks: 'name' });
    },
  });
  const database: RxDatabase<{ documents: RxCollection<AnyRecord> }> = await createRxDatabase({
    name,
    storage,
    multiInstance: false,
    eventReduce: false,
    closeDuplicates: true,
    hashFunction: quickHash,
  });
  try {
    const collections = await database.addCollections({ [COLLECTION]: { schema: documentSchema } });
    const collection: RxCollection<AnyRecord> = collections[COLLECTION];
    const { dexieDb } = await (collection.storageInstance.internals as unknown as DexieStorageInternals);
    return {
      dexie: dexieDb,
      documents: dexieDb.table('docs'),
      balances: dexieDb.table('balances'),
      keys: dexieDb.table('keys'),
      marks: dexieDb.table('marks'),
      collection,
      close: async () => {
        await database.close();
      },
    };
  } catch (problem) {
    await database.close();
    throw problem;
  }
}

/** FNV-1a. RxDB only tells schemas and queries apart by it; its default needs WebCrypto, which old test environments lack. */
async function quickHash(input: string | ArrayBuffer | Blob): Promise<string> {
  let hash = 0x811c9dc5;
  for (const character of String(input)) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16);
}
