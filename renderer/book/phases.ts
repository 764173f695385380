import type { BookPhase } from './book.ts';

type Recovering = Extract<BookPhase, { phase: 'recovering' }>;
export type ReadOnlyReason = Extract<BookPhase, { phase: 'read-only' }>['reason'];

/** What the book is doing, put together from what hinders it. Progress is told first, then the worst obstacle. */
export interface Phases {
  now(): BookPhase;
  on(listener: (phase: BookPhase) => void): () => void;
  opened(): void;
  /** null: recovered. */
  recovering(progress: Omit<Recovering, 'phase'> | null): void;
  /** Nothing can be written, for this reason, until `writable` takes it back. 'taken' is never taken back. */
  readOnly(reason: ReadOnlyReason): void;
  writable(reason: Exclude<ReadOnlyReason, 'taken'>): void;
  reasons(): ReadonlySet<ReadOnlyReason>;
}

const worstFirst: readonly ReadOnlyReason[] = ['taken', 'store-failed', 'disk-full', 'journal-failed', 'disconnected'];

export function createPhases(): Phases {
  const listeners = new Set<(phase: BookPhase) => void>();
  const reasons = new Set<ReadOnlyReason>();
  let isOpen = false;
  let recovering: Recovering | null = null;
  let current: BookPhase = { phase: 'opening' };

  function tell(): void {
    const worst = worstFirst.find((reason) => reasons.has(reason));
    const next: BookPhase =
      recovering && worst !== 'taken'
        ? recovering
        : worst
          ? { phase: 'read-only', reason: worst }
          : isOpen
            ? { phase: 'ready' }
            : { phase: 'opening' };
    if (JSON.stringify(next) === JSON.stringify(current)) return;
    current = next;
    for (const listener of listeners) listener(next);
  }

  return {
    now: () => current,
    on: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    opened: () => {
      isOpen = true;
      tell();
    },
    recovering: (progress) => {
      recovering = progress && { phase: 'recovering', ...progress };
      tell();
    },
    readOnly: (reason) => {
      reasons.add(reason);
      tell();
    },
    writable: (reason) => {
      reasons.delete(reason);
      tell();
    },
    reasons: () => reasons,
  };
}
