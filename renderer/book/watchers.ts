import type { Reader } from '#shared/documents/reader.ts';
import type { Book } from './book.ts';
import type { Change } from './book-store.ts';
import { concerns, lookedAtNothing, trackedReader, type Looked } from './tracked-reader.ts';

/** Changes after which everything is read again rather than compared: a whole import. */
const MANY = 2_000;

interface Watcher {
  looked: Looked;
  running: boolean;
  /** Something it looked at changed since its run began; its result is of no use. */
  stale: boolean;
  run(): Promise<void>;
}

export interface Watchers {
  watch: Book['watch'];
  /** Reads again what this commit concerns, and nothing else. */
  changed(changes: readonly Change[], accounts: Iterable<string>): void;
  /** Reads everything again. */
  refresh(): void;
  stop(): void;
}

export function createWatchers(reader: Reader): Watchers {
  const watchers = new Set<Watcher>();

  function again(watcher: Watcher): void {
    watcher.stale = true;
    if (!watcher.running) void watcher.run();
  }

  return {
    watch: (read, listener) => {
      const watcher: Watcher = {
        looked: lookedAtNothing(),
        running: false,
        stale: false,
        run: async () => {
          watcher.running = true;
          let outcome: Parameters<typeof listener>[0];
          do {
            watcher.stale = false;
            watcher.looked = lookedAtNothing();
            try {
              outcome = {
                ok: true,
                value: await read(trackedReader(reader, watcher.looked, () => watchers.has(watcher) && !watcher.stale)),
              };
            } catch (problem) {
              outcome = { ok: false, problem };
            }
          } while (watcher.stale && watchers.has(watcher));
          watcher.running = false;
          if (watchers.has(watcher)) listener(outcome);
        },
      };
      watchers.add(watcher);
      void watcher.run();
      return () => void watchers.delete(watcher);
    },
    changed: (changes, accounts) => {
      const moved = [...accounts];
      for (const watcher of watchers) if (changes.length > MANY || concerns(watcher.looked, changes, moved)) again(watcher);
    },
    refresh: () => {
      for (const watcher of watchers) again(watcher);
    },
    stop: () => watchers.clear(),
  };
}
