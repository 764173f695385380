/** A store that neither answered nor failed in time (measured: a full disk can leave a transaction hanging for ever). */
export class TimedOut extends Error {
  constructor(what: string, milliseconds: number) {
    super(`${what} took longer than ${milliseconds} ms`);
    this.name = 'TimedOut';
  }
}

/** The promise's outcome, or a rejection with `TimedOut` after `milliseconds`. The work itself cannot be stopped. */
export function withinTime<T>(what: string, milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimedOut(what, milliseconds)), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
