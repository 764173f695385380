import 'fake-indexeddb/auto';
import type { RxStorageInstanceCreationParams } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { describe, expect, it } from 'vitest';
import { openDocumentStore, type AnyStorage } from './document-store.ts';
import { limitedStorage } from './limited-storage.ts';

const limits = { read: 500, write: 20_000 };

/** A browser whose transactions never end, as on a full disk. */
function hangingStorage(hangs: () => boolean): AnyStorage {
  const storage = getRxStorageDexie();
  return {
    name: storage.name,
    rxdbVersion: storage.rxdbVersion,
    createStorageInstance: async <Doc>(params: RxStorageInstanceCreationParams<Doc, object>) => {
      const instance = await storage.createStorageInstance(params);
      const { query } = instance;
      instance.query = (prepared) => (hangs() ? new Promise(() => undefined) : query.call(instance, prepared));
      return instance;
    },
  };
}

describe('a store that never answers', () => {
  it('is given up after a while, can be closed, and opened again', async () => {
    let hangs = false;
    const store = await openDocumentStore(
      'hanging',
      limitedStorage(
        hangingStorage(() => hangs),
        limits,
      ),
    );
    expect(await store.isEmpty()).toBe(true);
    hangs = true;
    await expect(store.isEmpty()).rejects.toMatchObject({ name: 'TimedOut' });
    await store.close();
    hangs = false;
    const again = await openDocumentStore('hanging');
    expect(await again.isEmpty()).toBe(true);
    await again.close();
  });
});
