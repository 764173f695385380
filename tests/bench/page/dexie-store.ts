import { Dexie, type EntityTable } from 'dexie';
import type { AnyRecord } from '#shared/documents/record.ts';
import { indexes } from './raw-store.ts';

export interface DexieStore {
  write(records: AnyRecord[]): Promise<void>;
  list(fields: readonly string[], values: readonly string[], from: string, to: string, limit: number): Promise<AnyRecord[]>;
  count(): Promise<number>;
  close(): void;
}

export function openDexieStore(): DexieStore {
  const database = new Dexie('bench-dexie') as Dexie & { documents: EntityTable<AnyRecord, 'id'> };
  const index = (fields: readonly string[]): string => (fields.length === 1 ? (fields[0] ?? '') : `[${fields.join('+')}]`);
  database.version(1).stores({ documents: ['id', ...indexes.map(index)].join(', ') });
  return {
    write: async (records) => void (await database.documents.bulkPut(records)),
    list: (fields, values, from, to, limit) => {
      const [lower, upper] =
        values.length === 0
          ? [from, to]
          : [
              [...values, from],
              [...values, to],
            ];
      return database.documents
        .where(index([...fields, 'seek']))
        .between(lower, upper, true, true)
        .limit(limit)
        .toArray();
    },
    count: () => database.documents.count(),
    close: () => database.close(),
  };
}
