import type { BookStore, StoreEvents } from './book-store.ts';
import { callStore } from './store-calls.ts';
import { withinTime } from './time-limit.ts';

const READ_MS = 20_000;
const WRITE_MS = 30_000;
const CLOSE_MS = 5_000;

/** How a store is opened: in a worker of its own, so that the page never waits for the databases, or here where there are no workers (tests). */
export type StartStore = (name: string, events: StoreEvents) => Promise<BookStore>;

export const startStore: StartStore = async (name, events) => limited(await (typeof Worker === 'function' ? inWorker : here)(name, events));

async function here(name: string, events: StoreEvents): Promise<BookStore> {
  const { openBookStore } = await import('./open-book-store.ts');
  return withinTime('opening the store', WRITE_MS, openBookStore(name, events));
}

let ahead: Worker | null = null;

/** Begins to load the worker before anybody knows which store it will open: half a second of a start. */
export function prepareStore(): void {
  if (ahead !== null || typeof Worker !== 'function') return;
  const worker = newWorker();
  ahead = worker;
  // One that could not be loaded is not handed out: the next says so at once.
  worker.addEventListener('error', () => {
    if (ahead === worker) ahead = null;
  });
}

function newWorker(): Worker {
  return new Worker(new URL('./store-worker.ts', import.meta.url), { type: 'module', name: 'store' });
}

async function inWorker(name: string, events: StoreEvents): Promise<BookStore> {
  const worker = ahead ?? newWorker();
  ahead = null;
  const store = callStore(
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
    {
      postMessage: (message, transfer = []) => worker.postMessage(message, transfer),
      addEventListener: worker.addEventListener.bind(worker),
    },
    events,
  );
  const end = (problem: unknown): void => {
    worker.terminate();
    store.abandon(problem);
  };
  worker.addEventListener('error', ({ message }) => end(new Error(`the store's worker failed: ${message}`)));
  try {
    await withinTime('opening the store', WRITE_MS, store.open(name));
  } catch (problem) {
    end(problem);
    throw problem;
  }
  return {
    ...store,
    close: async () => {
      await withinTime('closing the store', CLOSE_MS, store.close()).catch(() => undefined);
      end(new Error('the store is closed'));
    },
  };
}

/** Measured: on a full disk a transaction may never end. Without a limit the page would wait for it for ever. */
export function limited(store: BookStore, limits = { read: READ_MS, write: WRITE_MS, close: CLOSE_MS }): BookStore {
  const within =
    <Given extends unknown[], T>(what: string, milliseconds: number, call: (...given: Given) => Promise<T>) =>
    (...given: Given): Promise<T> =>
      withinTime(what, milliseconds, call(...given));
  return {
    ...store,
    marks: within('reading the marks', limits.read, store.marks),
    getMany: within('a read', limits.read, store.getMany),
    query: within('a query', limits.read, store.query),
    amounts: within('a balance', limits.read, store.amounts),
    balances: within('balances', limits.read, store.balances),
    apply: within('a write', limits.write, store.apply),
    gather: within('a write', limits.write, store.gather),
    close: within('closing the store', limits.close, store.close),
  };
}
