import {
  createRxDatabase,
  prepareQuery,
  type BulkWriteRow,
  type DexieStorageInternals,
  type RxCollection,
  type RxDatabase,
  type RxDocumentData,
  type RxStorage,
} from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { isSame } from '#shared/core/canonical.ts';
import type { RecordQuery } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { documentSchema } from './document-schema.ts';
import { limitedStorage } from './limited-storage.ts';
import { mergeCopies } from '#shared/modules/merge-copies.ts';
import { toMango } from './record-query.ts';

/** One document as it was and as it is now. */
export interface Change {
  before: AnyRecord | null;
  after: AnyRecord;
}

/** The working copy of the documents: one RxDB collection for all kinds. Knows nothing of balances, journal or rules. */
export interface DocumentStore {
  getMany(ids: readonly string[]): Promise<Map<string, AnyRecord>>;
  /** Newest first. */
  query(query: RecordQuery & { after?: string; limit: number }): Promise<AnyRecord[]>;
  /** All documents, by id: `limit` behind `after`. */
  scan(after: string, limit: number): Promise<AnyRecord[]>;
  /** Merges the documents into what is there, in one transaction. Writing the same again changes nothing. */
  put(records: readonly AnyRecord[]): Promise<Change[]>;
  isEmpty(): Promise<boolean>;
  close(): Promise<void>;
}

const COLLECTION = 'documents';

// The type parameters of a storage are its private matter.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyStorage = RxStorage<any, any>;

export async function openDocumentStore(name: string, storage: AnyStorage = limitedStorage(getRxStorageDexie())): Promise<DocumentStore> {
  const database: RxDatabase<{ documents: RxCollection<AnyRecord> }> = await createRxDatabase({
    name,
    storage,
    multiInstance: false,
    eventReduce: false,
    closeDuplicates: true,
    hashFunction: quickHash,
  });
  let collection: RxCollection<AnyRecord>;
  try {
    const collections = await database.addCollections({ [COLLECTION]: { schema: documentSchema } });
    collection = collections[COLLECTION];
  } catch (problem) {
    await database.close();
    throw problem;
  }
  const instance = collection.storageInstance;

  const find = async (ids: readonly string[]) =>
    new Map((await instance.findDocumentsById([...ids], false)).map((stored) => [stored.id, stored]));

  const store: DocumentStore = {
    getMany: async (ids) => new Map([...(await find([...new Set(ids)]))].map(([id, stored]) => [id, bare(stored)])),
    query: async (query) => (await instance.query(prepareQuery(instance.schema, toMango(query)))).documents.map(bare),
    // RxDB's own table, read in one piece: its query walks a cursor and copies each document once more, which costs twice as much (measured).
    scan: async (after, limit) => {
      const { dexieTable } = await (instance.internals as unknown as DexieStorageInternals);
      const rows: RxDocumentData<AnyRecord>[] = await dexieTable.where('id').above(after).limit(limit).toArray();
      return rows.map(bare);
    },
    put: async (records) => {
      const stored = await find(records.map((record) => record.id));
      const rows: BulkWriteRow<AnyRecord>[] = [];
      const changes = records.map((record): Change => {
        const previous = stored.get(record.id);
        if (!previous) {
          rows.push({ document: { ...record, _deleted: false, _attachments: {}, _meta: { lwt: 1 }, _rev: '' } });
          return { before: null, after: record };
        }
        const before = bare(previous);
        const after = mergeCopies(before, record);
        if (after === before || isSame(after, before)) return { before, after: before };
        rows.push({ previous, document: { ...previous, ...after } });
        return { before, after };
      });
      if (rows.length === 0) return changes;
      const { error } = await instance.bulkWrite(rows, 'book');
      if (error[0]) throw new Error(`document ${error[0].documentId} was not written: ${error[0].status}`);
      return changes;
    },
    isEmpty: async () => (await store.query({ limit: 1 })).length === 0,
    close: async () => {
      await database.close();
    },
  };
  return store;
}

function bare(stored: RxDocumentData<AnyRecord>): AnyRecord {
  const { _deleted, _attachments, _meta, _rev, ...record } = stored;
  return record;
}

/** FNV-1a. RxDB only tells schemas and queries apart by it; its default needs WebCrypto, which old test environments lack. */
async function quickHash(input: string | ArrayBuffer | Blob): Promise<string> {
  let hash = 0x811c9dc5;
  for (const character of String(input)) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16);
}
