import type { BookStore, StoreEvents } from './book-store.ts';

/** A store in another thread, spoken to by messages: `{ id, call, given }` there, `{ id, ok, value }` or `{ tell, value }` back. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

type Call = keyof BookStore;
type Question = { id: number; call: Call | 'open'; given: unknown[] };
type Answer = { id: number; ok: true; value: unknown } | { id: number; ok: false; problem: unknown };
type Told = { [E in keyof StoreEvents]: { tell: E; value: Parameters<StoreEvents[E]>[0] } }[keyof StoreEvents];

/** The worker's side. */
export function answerCalls(port: Port, open: (name: string, events: StoreEvents) => Promise<BookStore>): void {
  let store: BookStore | null = null;
  const tell = (told: Told): void => port.postMessage(told);
  const events: StoreEvents = {
    problem: (value) => tell({ tell: 'problem', value: asError(value) }),
    progress: (value) => tell({ tell: 'progress', value }),
  };

  async function carryOut({ call, given }: Question): Promise<unknown> {
    if (call === 'open') {
      store = await open(String(given[0]), events);
      return undefined;
    }
    if (!store) throw new Error('the store is not open');
    // The caller's types are those of the same interface.
    return (store[call] as (...all: unknown[]) => Promise<unknown>)(...given);
  }

  port.addEventListener('message', ({ data }: MessageEvent<Question>) => {
    const answer = (given: Answer): void => port.postMessage(given);
    carryOut(data).then(
      (value) => answer({ id: data.id, ok: true, value }),
      (problem: unknown) => answer({ id: data.id, ok: false, problem: asError(problem) }),
    );
  });
}

export interface CalledStore extends BookStore {
  open(name: string): Promise<void>;
  /** Nothing will answer any more. */
  abandon(problem: unknown): void;
}

/** The page's side. */
export function callStore(port: Port, events: StoreEvents): CalledStore {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(problem: unknown): void }>();
  let asked = 0;
  let ended: { problem: unknown } | null = null;

  port.addEventListener('message', ({ data }: MessageEvent<Answer | Told>) => {
    if ('tell' in data) {
      if (data.tell === 'progress') events.progress(data.value);
      else events.problem(data.value);
      return;
    }
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) call?.resolve(data.value);
    else call?.reject(data.problem);
  });

  const ask = (call: Question['call'], given: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended.problem);
      asked += 1;
      waiting.set(asked, { resolve, reject });
      port.postMessage({ id: asked, call, given } satisfies Question, given.flatMap(bytesOf));
    });
  // One line for all: each answer has the type the interface gives it, because the other side calls the same method.
  const call =
    <C extends Call>(name: C) =>
    (...given: Parameters<BookStore[C]>) =>
      ask(name, given) as ReturnType<BookStore[C]>;

  return {
    open: async (name) => void (await ask('open', [name])),
    abandon: (problem) => {
      ended = { problem };
      for (const { reject } of waiting.values()) reject(problem);
      waiting.clear();
    },
    marks: call('marks'),
    getMany: call('getMany'),
    query: call('query'),
    amounts: call('amounts'),
    balances: call('balances'),
    apply: call('apply'),
    gather: call('gather'),
    sumUp: call('sumUp'),
    changedIn: call('changedIn'),
    keys: call('keys'),
    rebuild: call('rebuild'),
    stopRebuild: call('stopRebuild'),
    close: call('close'),
  };
}

/** What goes over whole rather than as a copy. */
function bytesOf(given: unknown): ArrayBuffer[] {
  const lines = typeof given === 'object' && given !== null && 'lines' in given ? given.lines : null;
  return lines instanceof Uint8Array && lines.buffer instanceof ArrayBuffer ? [lines.buffer] : [];
}

/** Errors of our own classes arrive as plain ones; anything that cannot be copied at all arrives as its text. */
function asError(problem: unknown): unknown {
  return problem instanceof Error || problem instanceof DOMException ? problem : new Error(String(problem));
}
