import { useCallback, useSyncExternalStore } from 'react';
import type { Reader } from '#shared/documents/reader.ts';
import type { Loadable } from '../ui/loadable.ts';
import { useBook } from './book-context.ts';
import type { Book } from './book.ts';
import { problemText } from './problem-text.ts';

interface Shared<T> {
  now: Loadable<T>;
  listeners: Set<() => void>;
}

/**
 * A live query that all who use it have in common, read once and kept for as long as the book: for small sets that every row of a list asks.
 * Returns the hook.
 */
export function sharedLive<T>(read: (reader: Reader) => Promise<T>): () => Loadable<T> {
  const byBook = new WeakMap<Book, Shared<T>>();

  function begun(book: Book): Shared<T> {
    const shared: Shared<T> = { now: { state: 'loading' }, listeners: new Set() };
    byBook.set(book, shared);
    book.watch(read, (outcome) => {
      shared.now = outcome.ok ? { state: 'ready', value: outcome.value } : { state: 'failed', problem: problemText(outcome.problem) };
      for (const listener of shared.listeners) listener();
    });
    return shared;
  }

  return function useShared() {
    const book = useBook();
    const subscribe = useCallback(
      (changed: () => void) => {
        const { listeners } = byBook.get(book) ?? begun(book);
        listeners.add(changed);
        return () => void listeners.delete(changed);
      },
      [book],
    );
    return useSyncExternalStore(subscribe, () => byBook.get(book)?.now ?? LOADING);
  };
}

const LOADING = { state: 'loading' } as const;
