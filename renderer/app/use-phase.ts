import { useSyncExternalStore } from 'react';
import type { Book, BookPhase } from '../book/book.ts';

/** The book's phase, live. */
export function usePhase(book: Book): BookPhase {
  return useSyncExternalStore(
    (changed) => book.onPhase(changed),
    () => book.phase(),
  );
}
