import { describe, expect, it } from 'vitest';
import type { BookStore } from './book-store.ts';
import { limited } from './start-store.ts';

const never = () => new Promise<never>(() => undefined);

describe('a store that never answers', () => {
  it('is given up after a while, and can be closed', async () => {
    const hanging = { marks: never, query: never, apply: never, close: never } as unknown as BookStore;
    const store = limited(hanging, { read: 20, write: 20, close: 20 });
    await expect(store.query({ limit: 1 })).rejects.toMatchObject({ name: 'TimedOut' });
    await expect(store.apply([], {}, 0)).rejects.toMatchObject({ name: 'TimedOut' });
    await expect(store.close()).rejects.toMatchObject({ name: 'TimedOut' });
  });
});
