/** Whether the host can be reached, for the shell's banner. */

/** 'taken': another window writes now; 'refused': this page was not opened by the desk's own start. Both stay until the page is loaded anew. */
export type Connection = 'connected' | 'reconnecting' | 'taken' | 'refused';

const listeners = new Set<(state: Connection) => void>();
let state: Connection = 'connected';

export function setConnection(next: Connection): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener(next);
}

export function connection(): Connection {
  return state;
}

/** Tells of every change; returns the function that stops listening. With `connection` it fits useSyncExternalStore. */
export function onConnection(listener: (state: Connection) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
