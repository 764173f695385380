import type { HostInfo } from '#shared/host/contract.ts';

/** Remembers, outside IndexedDB, of which epoch the last book here was: an empty store of the same epoch was wiped, and is not merely new. */
export interface Sentinel {
  /** Epoch of the book that was here last, '' when nothing is known. */
  last(): string;
  set(): void;
}

/** Kept in localStorage, which Chromium keeps in another file than IndexedDB. Without one nothing is known, which costs only a word. */
export function createSentinel(info: Pick<HostInfo, 'profile' | 'epoch'>): Sentinel {
  const name = `bd-book-${info.profile}`;
  return {
    last: () => orNothing(() => localStorage.getItem(name)) ?? '',
    set: () => void orNothing(() => localStorage.setItem(name, info.epoch)),
  };
}

/** Node has no localStorage, and a full or forbidden one throws. */
function orNothing<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
