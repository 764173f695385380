import { useSyncExternalStore } from 'react';
import type { Book, BookPhase } from '../book/book.ts';
import { connection, onConnection } from '../desk/connection.ts';

const disconnected: BookPhase = { phase: 'read-only', reason: 'disconnected' };
const taken: BookPhase = { phase: 'read-only', reason: 'taken' };

/** The book's phase, live. A lost connection is told at once, not only when the next command fails. */
export function usePhase(book: Book): BookPhase {
  const phase = useSyncExternalStore(
    (changed) => book.onPhase(changed),
    () => book.phase(),
  );
  const state = useSyncExternalStore(onConnection, connection);
  if (phase.phase !== 'ready' || state === 'connected') return phase;
  return state === 'reconnecting' ? disconnected : taken;
}
