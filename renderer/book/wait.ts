/** Waits between tries; ends early, for good, when the book closes or is taken. */
export interface Wait {
  (milliseconds: number): Promise<void>;
  isOver(): boolean;
  end(): void;
}

const steps = [300, 1_000, 2_000, 5_000, 10_000, 30_000];

/** Milliseconds before the next try, after `attempt` tries that failed. */
export function backOff(attempt: number): number {
  return steps[Math.min(attempt, steps.length - 1)] ?? 0;
}

export function createWait(): Wait {
  const pending = new Set<() => void>();
  let isOver = false;
  const wait = async (milliseconds: number) => {
    if (isOver) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        pending.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      pending.add(done);
    });
  };
  return Object.assign(wait, {
    isOver: () => isOver,
    end: () => {
      isOver = true;
      for (const done of pending) done();
    },
  });
}
