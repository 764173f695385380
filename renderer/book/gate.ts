/** Lets readers wait while a command's documents and figures are being written, so that nobody sees one without the other. */
export interface Gate {
  /** Resolves at once unless something holds the gate. */
  pass(): Promise<void>;
  /** Keeps readers out while `work` runs. One at a time. */
  hold<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  let held: Promise<unknown> | null = null;
  const pass = async (): Promise<void> => {
    if (!held) return;
    await held;
    await pass();
  };
  return {
    pass,
    hold: async (work) => {
      if (held) throw new Error('the gate is held already');
      const running = work();
      const settled = running.then(nothing, nothing);
      held = settled;
      try {
        return await running;
      } finally {
        held = null;
      }
    },
  };
}

function nothing(): void {}
