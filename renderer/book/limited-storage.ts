import type { RxStorage, RxStorageInstanceCreationParams } from 'rxdb';
import { withinTime } from './time-limit.ts';

const READ_MS = 20_000;
const WRITE_MS = 30_000;
const CLOSE_MS = 5_000;

/**
 * The storage with a time limit on every read and write. Without it a transaction that never ends (measured on a full disk) would also keep
 * RxDB's close() waiting for ever, and the store could not be opened again.
 */
export function limitedStorage<Internals, Options>(
  storage: RxStorage<Internals, Options>,
  limits = { read: READ_MS, write: WRITE_MS },
): RxStorage<Internals, Options> {
  return {
    name: storage.name,
    rxdbVersion: storage.rxdbVersion,
    createStorageInstance: async <Doc>(params: RxStorageInstanceCreationParams<Doc, Options>) => {
      const instance = await withinTime('opening the store', limits.write, storage.createStorageInstance(params));
      const { bulkWrite, query, findDocumentsById, close } = instance;
      instance.bulkWrite = (rows, context) => withinTime('a write', limits.write, bulkWrite.call(instance, rows, context));
      instance.query = (prepared) => withinTime('a query', limits.read, query.call(instance, prepared));
      instance.findDocumentsById = (ids, deleted) => withinTime('a read', limits.read, findDocumentsById.call(instance, ids, deleted));
      instance.close = () => withinTime('closing the store', CLOSE_MS, close.call(instance));
      return instance;
    },
  };
}
