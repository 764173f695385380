import type { Pause } from '#shared/core/pause.ts';

/** Milliseconds of work after which the page may paint and take keys. */
const MOST_MS = 12;

/** For work in many small steps: ask between two of them. */
export interface Breath {
  isDue(): boolean;
  take(): Promise<void>;
}

export function createBreath(): Breath {
  let last = performance.now();
  return {
    isDue: () => performance.now() - last > MOST_MS,
    take: async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      last = performance.now();
    },
  };
}

/** A breath between two steps whenever one is due. @throws then, when `signal` says that nobody waits for the work any more */
export function pauses(signal?: AbortSignal): Pause {
  const breath = createBreath();
  return () => (breath.isDue() ? breath.take().then(() => signal?.throwIfAborted()) : undefined);
}
