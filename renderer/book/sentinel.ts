import type { HostInfo } from '#shared/host/contract.ts';

/** Remembers, outside IndexedDB, that a book of this epoch was here: an empty store was then wiped, and is not merely new. */
export interface Sentinel {
  isSet(): boolean;
  set(): void;
}

/** Kept in localStorage, which Chromium keeps in another file than IndexedDB. Without one nothing is known, which costs only a word. */
export function createSentinel(
  info: Pick<HostInfo, 'profile' | 'epoch'>,
  storage: Storage | undefined = globalThis.localStorage,
): Sentinel {
  const name = `bd-book-${info.profile}`;
  return {
    isSet: () => storage?.getItem(name) === info.epoch,
    set: () => storage?.setItem(name, info.epoch),
  };
}
