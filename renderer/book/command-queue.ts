/** Runs one piece of work at a time, in the order asked. A failure does not stop the ones behind it. */
export interface CommandQueue {
  add<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when everything added so far has ended. */
  idle(): Promise<void>;
}

export function createCommandQueue(): CommandQueue {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    add: (work) => {
      const result = tail.then(work);
      tail = result.catch(() => undefined);
      return result;
    },
    idle: async () => {
      await tail;
    },
  };
}
